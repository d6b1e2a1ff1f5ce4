import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { HttpMessage } from '#contract/exchange.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Section } from '../../components/Section.tsx'
import { formatSize } from '../../format.ts'
import { monospace } from '../../theme.ts'
import { BodyView } from './BodyView.tsx'
import { HeaderList } from './HeaderList.tsx'

interface MessageViewProps {
  readonly title: 'Request' | 'Response'
  readonly message: HttpMessage
  /** A known token let the request in. */
  readonly isLetIn: boolean
}

/** One side of an exchange: its line, headers and body, the body as a tree or as it was sent. */
export function MessageView({ title, message, isLetIn }: MessageViewProps) {
  const [form, setForm] = useState<'pretty' | 'raw'>('pretty')
  const { line, headers, body, sizeBytes } = message
  const hasBody = body !== null && body !== ''
  const aside = hasBody && (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={form}
        aria-label={`Form of the ${title.toLowerCase()} body`}
        onChange={(_, next: 'pretty' | 'raw' | null) => next && setForm(next)}
        sx={{ height: 26 }}
      >
        {(['pretty', 'raw'] as const).map((name) => (
          <ToggleButton key={name} value={name} sx={{ px: 1, fontSize: '0.75rem' }}>
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <CopyButton label={`Copy ${title.toLowerCase()} body`} value={body} />
    </>
  )
  return (
    <Section level={3} title={title} aside={aside}>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden', bgcolor: 'background.default' }}>
        <Box
          component="code"
          sx={{
            display: 'block',
            px: 1.5,
            py: 1,
            fontFamily: monospace,
            fontSize: '0.75rem',
            fontWeight: 600,
            overflowWrap: 'anywhere',
          }}
        >
          {line}
        </Box>
        <HeaderList headers={headers} />
        {hasBody ? (
          <BodyView body={body} form={form} sizeBytes={sizeBytes} label={`${title} body`} />
        ) : (
          <NoBody>{toAbsence(title, sizeBytes, isLetIn)}</NoBody>
        )}
      </Box>
    </Section>
  )
}

const kib = 1024

/** Why there is no body to show. */
function toAbsence(title: MessageViewProps['title'], sizeBytes: number, isLetIn: boolean): string {
  if (sizeBytes === 0) return 'No body.'
  const reason =
    title === 'Response' && sizeBytes > 256 * kib
      ? 'a reply is kept up to 256 KiB'
      : sizeBytes > 1024 * kib
        ? 'a body is read up to 1 MiB'
        : title === 'Request' && !isLetIn && sizeBytes > 4 * kib
          ? 'without a known token, 4 KiB are kept'
          : 'what in it is secret cannot be told from the rest'
  return `A body of ${formatSize(sizeBytes)} was not kept: ${reason}.`
}

function NoBody({ children }: { readonly children: string }) {
  return (
    <Typography
      variant="caption"
      component="p"
      sx={{ m: 0, px: 1.5, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}
    >
      {children}
    </Typography>
  )
}
