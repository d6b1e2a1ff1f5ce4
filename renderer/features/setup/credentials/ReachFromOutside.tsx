import Alert from '@mui/material/Alert'
import type { ProviderChoice } from '#contract/provider.ts'
import { PublicUrlForm } from '../../../reach/PublicUrlForm.tsx'
import { AgentInstructions } from './AgentInstructions.tsx'
import { TunnelCommands } from './TunnelCommands.tsx'

interface ReachFromOutsideProps {
  readonly connection: string
  readonly provider: ProviderChoice | null
  readonly publicUrl: string | null
  readonly scimUrl: string
  /** The provider calls from outside, as far as is known. */
  readonly isCloud: boolean
}

/** The address under which the outside reaches the endpoint, and how to get one. */
export function ReachFromOutside({ connection, provider, publicUrl, scimUrl, isCloud }: ReachFromOutsideProps) {
  const host = scimUrl.split('/')[2] ?? ''
  return (
    <>
      {publicUrl === null && isCloud ? (
        <Alert severity="warning">
          A provider in the cloud cannot reach {host}: that address exists on this machine only. Start a tunnel and enter its
          address below, or use an agent in your network.
        </Alert>
      ) : null}
      <PublicUrlForm
        connection={connection}
        publicUrl={publicUrl}
        hint="Scheme and host only. Leave empty when the provider runs in your own network."
      />
      <TunnelCommands />
      <AgentInstructions connection={connection} provider={provider} />
    </>
  )
}
