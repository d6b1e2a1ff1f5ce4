import PinnedIcon from '@mui/icons-material/PushPin'
import PinIcon from '@mui/icons-material/PushPinOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { type ExchangeMark, MarkColour } from '#contract/exchange.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { ColourShape, markColours } from './markColours.tsx'
import { NoteField } from './NoteField.tsx'
import { useMark } from './useMark.ts'

interface MarkBarProps {
  readonly connection: string
  readonly exchange: number
  readonly mark: ExchangeMark | null
}

/** What the user says of an exchange: a pin, which keeps it, a colour and a note. */
export function MarkBar({ connection, exchange, mark }: MarkBarProps) {
  const save = useMark(connection)
  const change = (part: Partial<ExchangeMark>) => save.mutate({ exchange, change: part })
  const pinned = mark?.pinned ?? false
  return (
    <Box component="section" aria-label="Your marks" sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <Button
          variant="outlined"
          color={pinned ? 'primary' : 'inherit'}
          aria-pressed={pinned}
          aria-keyshortcuts="M"
          title={pinned ? 'It stays when the list is cleared and when it grows too old (M)' : 'Keep it (M)'}
          startIcon={pinned ? <PinnedIcon /> : <PinIcon />}
          sx={pinned ? {} : { borderColor: 'divider' }}
          onClick={() => change({ pinned: !pinned })}
        >
          {pinned ? 'Pinned' : 'Pin'}
        </Button>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="Colour"
          value={mark?.colour ?? null}
          onChange={(_, colour: MarkColour | null) => change({ colour })}
          sx={{ height: 32 }}
        >
          {MarkColour.options.map((colour) => (
            <ToggleButton key={colour} value={colour} aria-label={markColours[colour].name} title={markColours[colour].name}>
              <ColourShape colour={colour} />
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <NoteField key={exchange} note={mark?.note ?? null} onSave={(note) => change({ note })} />
      </Box>
      {save.error && <ErrorNotice title="The mark was not saved" error={save.error} />}
    </Box>
  )
}
