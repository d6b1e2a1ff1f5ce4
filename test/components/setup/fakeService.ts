import { vi } from 'vitest'

/** A call that the page made. */
export interface ServiceCall {
  readonly method: string
  /** Without `/api`, with the query. */
  readonly path: string
  readonly body: unknown
}

type Reply = (body: unknown, query: URLSearchParams) => unknown

/**
 * Stands in for the service at the border of the network.
 *
 * @param replies what each `METHOD /path` answers; everything else is 404
 * @returns the calls that were made, in order
 */
export function fakeService(replies: Readonly<Record<string, Reply>>): { readonly calls: readonly ServiceCall[] } {
  const calls: ServiceCall[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const method = init.method ?? 'GET'
    const path = url.replace(/^\/api/, '')
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    calls.push({ method, path, body })
    const [route = '', query] = path.split('?')
    const reply = replies[`${method} ${route}`]
    if (!reply) return Promise.resolve(Response.json({ error: 'notFound', message: `Nothing at ${path}.` }, { status: 404 }))
    const answer = reply(body, new URLSearchParams(query))
    return Promise.resolve(answer instanceof Response ? answer : Response.json(answer))
  })
  return { calls }
}
