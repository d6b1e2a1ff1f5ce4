import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { findGuide, guides } from '#contract/guides/findGuide.ts'
import type { Guide } from '#contract/guides/guide.ts'
import { ProviderChoice } from '#contract/provider.ts'
import { Words } from '../../../components/Words.tsx'

interface ProviderPickerProps {
  readonly chosen: ProviderChoice | null
  readonly onChoose: (choice: ProviderChoice) => void
}

const groups = [
  ['cloud', 'In the cloud'],
  ['ownNetwork', 'In your own network: no tunnel'],
  ['any', 'Any other'],
] as const

/** The choice of the identity provider; it sets labels, order and the form of the token. */
export function ProviderPicker({ chosen, onChoose }: ProviderPickerProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <RadioGroup
        aria-label="Identity provider"
        value={chosen ?? ''}
        onChange={(_, value) => onChoose(ProviderChoice.parse(value))}
        sx={{ display: 'grid', gap: 1 }}
      >
        {groups.map(([group, title]) => (
          <ProviderGroup key={group} title={title} members={guides.filter((guide) => guide.group === group)} chosen={chosen} />
        ))}
      </RadioGroup>
      {chosen === null ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Words>{findGuide(chosen).forWhom}</Words>
        </Typography>
      )}
    </Box>
  )
}

interface ProviderGroupProps {
  readonly title: string
  readonly members: readonly Guide[]
  readonly chosen: ProviderChoice | null
}

function ProviderGroup({ title, members, chosen }: ProviderGroupProps) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="caption" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(216px, 100%), 1fr))', gap: 0.5 }}>
        {members.map((guide) => (
          <FormControlLabel
            key={guide.provider}
            value={guide.provider}
            control={<Radio size="small" sx={{ p: 0.5 }} />}
            label={<Name guide={guide} />}
            sx={{
              m: 0,
              px: 0.5,
              minHeight: 34,
              border: 1,
              borderRadius: 1,
              borderColor: guide.provider === chosen ? 'primary.main' : 'divider',
              bgcolor:
                guide.provider === chosen
                  ? 'color-mix(in srgb, var(--mui-palette-primary-main) 6%, var(--mui-palette-background-paper))'
                  : 'background.paper',
            }}
          />
        ))}
      </Box>
    </Box>
  )
}

/** With the name that many still look for. */
function Name({ guide: { title, formerName } }: { readonly guide: Guide }) {
  return (
    <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
      {title}
      {formerName === null ? null : (
        <Typography variant="caption" component="span" sx={{ color: 'text.secondary', ml: 0.75 }}>
          before: {formerName}
        </Typography>
      )}
    </Typography>
  )
}
