import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { FoundTunnel } from '#contract/reach.ts'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import type { Meaning } from '../components/meaning.ts'
import { monospace } from '../theme.ts'

interface FoundTunnelsProps {
  /** undefined: they are being looked for. */
  readonly tunnels: readonly FoundTunnel[] | undefined
  readonly publicUrl: string | null
  readonly isBusy: boolean
  readonly onUse: (publicUrl: string) => void
}

/** The tunnels that were found on this machine; those that lead here can be used by a click. One line is always there, so that nothing moves. */
export function FoundTunnels({ tunnels, publicUrl, isBusy, onUse }: FoundTunnelsProps) {
  if (tunnels === undefined || tunnels.length === 0) {
    const word =
      tunnels === undefined ? 'Looking for a tunnel on this machine…' : 'No ngrok and no cloudflared runs on this machine.'
    return (
      <Box sx={{ minHeight: 40, display: 'flex', alignItems: 'center', fontSize: '0.8125rem', color: 'text.secondary' }}>
        {word}
      </Box>
    )
  }
  return (
    <Box component="ul" aria-label="Tunnels on this machine" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {tunnels.map((tunnel) => (
        <TunnelLine key={tunnel.publicUrl} tunnel={tunnel} isSet={tunnel.publicUrl === publicUrl} isBusy={isBusy} onUse={onUse} />
      ))}
    </Box>
  )
}

interface TunnelLineProps {
  readonly tunnel: FoundTunnel
  readonly isSet: boolean
  readonly isBusy: boolean
  readonly onUse: (publicUrl: string) => void
}

function TunnelLine({ tunnel, isSet, isBusy, onUse }: TunnelLineProps) {
  const { program, publicUrl, leadsTo } = tunnel
  const { meaning, words } = describe(tunnel, isSet)
  return (
    <Box
      component="li"
      sx={{ minHeight: 40, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, fontSize: '0.8125rem' }}
    >
      <MeaningIcon meaning={meaning} size={14} />
      <Box component="span" sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>{program}</strong> {words}{' '}
        <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.75rem' }}>
          {publicUrl}
        </Box>
      </Box>
      {isSet || leadsTo === 'console' || leadsTo === 'elsewhere' ? null : (
        <Button
          variant="outlined"
          disabled={isBusy}
          aria-label={`Use ${publicUrl} as the public URL`}
          onClick={() => onUse(publicUrl)}
        >
          Use it
        </Button>
      )}
    </Box>
  )
}

function describe({ leadsTo, target }: FoundTunnel, isSet: boolean): { meaning: Meaning; words: string } {
  switch (leadsTo) {
    case 'scim':
      return isSet
        ? { meaning: 'proven', words: 'runs and leads here, from' }
        : { meaning: 'seen', words: 'runs and leads here, from' }
    case 'unknown':
      return { meaning: 'neutral', words: 'runs and does not say where it leads, at' }
    case 'elsewhere':
      return { meaning: 'neutral', words: `leads to ${target}, not to the SCIM port, from` }
    case 'console':
      return { meaning: 'failed', words: 'opens this console to the outside: stop it. It stands at' }
  }
}
