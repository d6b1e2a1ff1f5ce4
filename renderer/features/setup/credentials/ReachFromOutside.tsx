import Alert from '@mui/material/Alert'
import { PublicUrlForm } from '../../../PublicUrlForm.tsx'
import { TunnelCommands } from './TunnelCommands.tsx'

interface ReachFromOutsideProps {
  readonly publicUrl: string | null
  readonly scimUrl: string
  /** The provider calls from outside, as far as is known. */
  readonly isCloud: boolean
}

/** The address under which the outside reaches the endpoint, and how to get one. */
export function ReachFromOutside({ publicUrl, scimUrl, isCloud }: ReachFromOutsideProps) {
  const host = scimUrl.split('/')[2] ?? ''
  return (
    <>
      {publicUrl === null && isCloud ? (
        <Alert severity="warning">
          A provider in the cloud cannot reach {host}: that address exists on this machine only. Start a tunnel and enter its
          address below.
        </Alert>
      ) : null}
      <PublicUrlForm publicUrl={publicUrl} hint="Scheme and host only. Leave empty when the provider runs in your own network." />
      <TunnelCommands />
    </>
  )
}
