import Typography from '@mui/material/Typography'
import { CopyField } from '../../../components/CopyField.tsx'
import { Section } from '../../../components/Section.tsx'
import { ReachFromOutside } from '../credentials/ReachFromOutside.tsx'
import { TokenPanel } from '../credentials/TokenPanel.tsx'
import { CredentialsEvidence } from '../evidence/CredentialsEvidence.tsx'
import { ClaimList } from '../guide/ClaimList.tsx'
import { toSubject } from '../guide/toSubject.ts'
import type { StepProps } from '../stepProps.ts'
import { StepLayout } from './StepLayout.tsx'

/** Step 1: the URL under which the provider reaches this endpoint, and the token, shown once. */
export function CredentialsStep(props: StepProps) {
  const { state, guide } = props
  const isCloud = state.connection.provider === null || guide.reach.isCloud
  return (
    <StepLayout
      task={
        <>
          <Section title="URL">
            <CopyField
              label="SCIM API URL"
              value={state.scimUrl}
              hint="No slash at the end and no /Users: the provider appends that by itself."
            />
            <ReachFromOutside
              connection={state.connection.slug}
              provider={state.connection.provider}
              publicUrl={state.publicUrl}
              scimUrl={state.scimUrl}
              isCloud={isCloud}
            />
            {state.connection.provider === null ? null : <ClaimList claims={guide.reach.about} />}
          </Section>
          <Section title="Token">
            <Typography>
              {toSubject(guide)} sends this token with every request. It is shown here once; only a fingerprint of it is kept, so
              store it in your password manager.
            </Typography>
            <TokenPanel {...props} />
          </Section>
        </>
      }
      evidence={<CredentialsEvidence {...props} />}
    />
  )
}
