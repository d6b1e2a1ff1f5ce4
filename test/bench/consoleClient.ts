/** Calls the console API as a page of the console does. */
export interface ConsoleClient {
  /** @param path behind `/api`. @returns the text of a reply of status 200 */
  readonly get: (path: string) => Promise<string>
}

/** Opens a session by a one-time link. */
export async function openConsoleClient(link: string): Promise<ConsoleClient> {
  const { origin, searchParams } = new URL(link)
  const opened = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ ticket: searchParams.get('ticket') }),
  })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return {
    get: async (path) => {
      const reply = await fetch(`${origin}/api${path}`, { headers: { Cookie: cookie } })
      const text = await reply.text()
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${text}`)
      return text
    },
  }
}
