import type { FoundTunnel } from '#contract/reach.ts'

/** What a program says of a tunnel of its own. */
export type SaidTunnel = Omit<FoundTunnel, 'leadsTo'>

/**
 * The host and port of a URL, or of what a program writes in its place: `http://localhost:4747`, `localhost:4747`, `4747`.
 *
 * @returns undefined where it is neither
 */
export function toTarget(text: string): string | undefined {
  if (/^\d{1,5}$/.test(text)) return `localhost:${text}`
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  const { hostname, port, protocol } = new URL(url)
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
}
