import Typography from '@mui/material/Typography'
import { type Certainty, type Claim, toCertainty, toText } from '#contract/guides/guide.ts'
import { Words } from '../../../components/Words.tsx'
import { certaintyWords } from './certaintyWords.ts'

/** A sentence of a guide, with a quiet mark where the provider's documents do not say it. */
export function ClaimText({ claim }: { readonly claim: Claim }) {
  return (
    <>
      <Words>{toText(claim)}</Words>
      <CertaintyMark certainty={toCertainty(claim)} />
    </>
  )
}

/** How sure a claim is; nothing where it is documented. */
export function CertaintyMark({ certainty }: { readonly certainty: Certainty | undefined }) {
  if (certainty === undefined) return null
  return (
    <>
      {' '}
      <Typography
        component="span"
        variant="caption"
        sx={{ color: 'text.secondary', fontStyle: 'normal', whiteSpace: { sm: 'nowrap' } }}
      >
        ({certaintyWords[certainty]})
      </Typography>
    </>
  )
}
