import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyField } from '../../../components/CopyField.tsx'
import type { GuideField } from '../guides/guide.ts'
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
  const { label, value, note } = field
  const name = <em>{label}</em>
  switch (value.kind) {
    case 'url':
      return <CopyField label={name} copyLabel={`Copy ${label}`} value={props.state.scimUrl} hint={note} />
    case 'text':
      return <CopyField label={name} copyLabel={`Copy ${label}`} value={value.text} hint={note} />
    case 'token':
      return <TokenField label={label} form={value.form} note={note} {...props} />
    case 'choice':
      return (
        <Labelled label={label} note={note}>
          <Typography component="div" sx={{ fontWeight: 600 }}>
            {value.text}
          </Typography>
        </Labelled>
      )
    case 'boxes':
      return (
        <Labelled label={label} note={note}>
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
  readonly label: string
  readonly note: string | undefined
  readonly children: ReactNode
}

function Labelled({ label, note, children }: LabelledProps) {
  return (
    <Box>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        <em>{label}</em>
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
