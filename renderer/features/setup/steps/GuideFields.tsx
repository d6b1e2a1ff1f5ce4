import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { GuideField } from '#contract/guides/guide.ts'
import { CopyField } from '../../../components/CopyField.tsx'
import { Words } from '../../../components/Words.tsx'
import { CertaintyMark } from '../guide/ClaimText.tsx'
import { toFieldUrl } from '../guide/toFieldValue.ts'
import type { StepProps } from '../stepProps.ts'
import { TokenField } from './TokenField.tsx'

/** The provider's form: each field by its own label, its value ready to be copied. */
export function GuideFields(props: StepProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {props.guide.fields.map((field) => (
        <Field key={field.label} field={field} {...props} />
      ))}
    </Box>
  )
}

function Field({ field, ...props }: StepProps & { readonly field: GuideField }) {
  const { label, value, certainty } = field
  const name = (
    <>
      <em>{label}</em>
      <CertaintyMark certainty={certainty} />
    </>
  )
  const note = field.note === undefined ? undefined : <Words>{field.note}</Words>
  switch (value.kind) {
    case 'url':
      return <CopyField label={name} copyLabel={`Copy ${label}`} value={toFieldUrl(props.state.scimUrl, value)} hint={note} />
    case 'text':
      return <CopyField label={name} copyLabel={`Copy ${label}`} value={value.text} hint={note} />
    case 'token':
      return <TokenField label={label} name={name} form={value.form} note={note} {...props} />
    case 'choice':
      return (
        <Labelled name={name} note={note}>
          <Typography component="div" sx={{ fontWeight: 600 }}>
            {value.text}
          </Typography>
        </Labelled>
      )
    case 'own':
      return (
        <Labelled name={name} note={note}>
          <Typography component="div">{value.text}</Typography>
        </Labelled>
      )
    case 'boxes':
      return (
        <Labelled name={name} note={note}>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.25 }}>
            {value.ticked.map((text) => (
              <li key={text}>
                <span aria-hidden="true">☑</span> <strong>{text}</strong> <Aside>tick</Aside>
              </li>
            ))}
            {value.unticked.map((text) => (
              <li key={text}>
                <span aria-hidden="true">☐</span> {text} <Aside>leave empty</Aside>
              </li>
            ))}
          </Box>
        </Labelled>
      )
  }
}

function Aside({ children }: { readonly children: string }) {
  return (
    <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
      {children}
    </Typography>
  )
}

interface LabelledProps {
  readonly name: ReactNode
  readonly note: ReactNode | undefined
  readonly children: ReactNode
}

function Labelled({ name, note, children }: LabelledProps) {
  return (
    <Box>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {name}
      </Typography>
      {children}
      {note === undefined ? null : (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {note}
        </Typography>
      )}
    </Box>
  )
}
