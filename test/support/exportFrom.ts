import type { ExportQuery } from '#contract/exchangeExport.ts'
import type { RunningService } from '../../server/index.ts'

/** A page of the console of a running service, with a session. */
export async function openSession(running: RunningService) {
  const link = new URL(running.newConsoleLink())
  const reply = await fetch(`${link.origin}/api/session`, {
    method: 'POST',
    headers: { Origin: link.origin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket: link.searchParams.get('ticket') }),
  })
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { origin: link.origin, cookie }
}

/** The file that the console gives, whole and as it is, with its status and headers. */
export async function exportFrom(running: RunningService, query: Partial<ExportQuery>) {
  running.flush()
  const { origin, cookie } = await openSession(running)
  const words = Object.entries(query).map(([name, value]) => [name, String(value)])
  const res = await fetch(`${origin}/api/connections/default/exchanges.file?${new URLSearchParams(words)}`, {
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
  return { status: res.status, headers: res.headers, text: Buffer.from(await res.arrayBuffer()).toString() }
}
