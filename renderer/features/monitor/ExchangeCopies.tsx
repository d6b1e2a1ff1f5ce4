import type { ExchangeDetail } from '#contract/exchange.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { toCurlCommand } from './curlCommand.ts'

interface ExchangeCopiesProps {
  readonly connection: string
  readonly detail: ExchangeDetail
  /** Where the copied command sends to; undefined while that is not known. */
  readonly origin: string | undefined
}

/** What a ticket or a colleague is given of an exchange. No secret is in any of it: none was kept. */
export function ExchangeCopies({ connection, detail, origin }: ExchangeCopiesProps) {
  return (
    <>
      {origin !== undefined && <CopyButton withText label="Copy as cURL" value={toCurlCommand(detail.request, origin)} />}
      <CopyButton withText label="Copy as JSON" value={JSON.stringify(detail, null, 2)} />
      <CopyButton withText label="Copy link" value={`${window.location.origin}/${connection}/activity/${detail.summary.id}`} />
    </>
  )
}
