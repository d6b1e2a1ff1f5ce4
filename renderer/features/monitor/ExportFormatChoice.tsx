import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { ExportFormat } from '#contract/exchangeExport.ts'

interface ExportFormatChoiceProps {
  readonly format: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}

const formats: Readonly<Record<ExportFormat, { readonly name: string; readonly purpose: string }>> = {
  har: { name: 'HAR 1.2', purpose: 'Requests and replies whole, for network tools and for support' },
  ndjson: { name: 'NDJSON', purpose: 'A line of JSON a request, with OpenTelemetry’s names, for log collectors' },
  csv: { name: 'CSV', purpose: 'A table without headers and bodies, for a spreadsheet' },
}

/** In which form the file is written, each with what it is good for. */
export function ExportFormatChoice({ format, onChange }: ExportFormatChoiceProps) {
  const labelId = useId()
  return (
    <FormControl>
      <FormLabel id={labelId}>Format</FormLabel>
      <RadioGroup aria-labelledby={labelId} value={format} onChange={(_, value) => onChange(ExportFormat.parse(value))}>
        {ExportFormat.options.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', mt: 0.5 }}
            label={
              <>
                {formats[one].name}
                <Typography variant="body2" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                  {formats[one].purpose}
                </Typography>
              </>
            }
            slotProps={{ typography: { sx: { pt: 0.75 } } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
