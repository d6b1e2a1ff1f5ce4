import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

type Body = Record<string, unknown>

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string
  readonly url: string
  /** Names in the order and spelling of the wire. */
  readonly headerNames: readonly string[]
  readonly headers: IncomingMessage['headers']
  readonly body: Body | undefined
}

/** What a test may answer instead. */
export type Answer = (request: RecordedRequest) => Reply | undefined

interface Reply {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: Body
}

/** The least that a SCIM service must do for a provider; it records everything that arrives. Ends with its test. */
export async function aScimStandIn(answer: Answer = () => undefined) {
  const requests: RecordedRequest[] = []
  const resources: Record<string, Map<string, Body>> = { Users: new Map(), Groups: new Map() }
  let connectionCount = 0

  const server = createServer((req, res) => {
    void text(req).then((sent) => {
      const request: RecordedRequest = {
        method: req.method ?? '',
        url: req.url ?? '',
        headerNames: req.rawHeaders.filter((_, index) => index % 2 === 0),
        headers: req.headers,
        body: sent === '' ? undefined : JSON.parse(sent),
      }
      requests.push(request)
      const reply = answer(request) ?? serve(request)
      res.writeHead(reply.status, { 'Content-Type': 'application/scim+json', ...reply.headers })
      res.end(reply.body && JSON.stringify(reply.body))
    })
  })
  server.on('connection', () => {
    connectionCount += 1
  })

  const serve = ({ method, url, body }: RecordedRequest): Reply => {
    const { pathname, searchParams } = new URL(url, 'http://stand.in')
    const [, , , , type = '', id] = pathname.split('/')
    const store = resources[type]
    if (!store) return { status: 200, body: {} }
    if (method === 'POST' && isTaken(store, body)) return { status: 409, body: { detail: 'It is taken.' } }
    if (method === 'POST') return { status: 201, body: keep(store, { ...body, id: randomUUID() }) }
    if (id === undefined) return { status: 200, body: list([...store.values()], searchParams.get('filter')) }
    const resource = store.get(id)
    if (!resource) return { status: 404, body: { detail: 'Nobody is here.' } }
    if (method === 'DELETE') return { status: store.delete(id) ? 204 : 404 }
    if (method === 'PUT') return { status: 200, body: keep(store, { ...body, id }) }
    if (method === 'PATCH') return { status: 200, body: keep(store, { ...resource, ...readPatch(body) }) }
    return { status: 200, body: resource }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A TCP server's address is never text.
  const { port } = server.address() as AddressInfo
  return { address: `127.0.0.1:${port}`, requests, resources, countConnections: () => connectionCount }
}

const nameOf = ({ userName, displayName }: Body) => userName ?? displayName

const isTaken = (store: Map<string, Body>, body: Body = {}) => [...store.values()].some((one) => nameOf(one) === nameOf(body))

function keep(store: Map<string, Body>, resource: Body): Body {
  store.set(String(resource['id']), resource)
  return resource
}

function list(all: readonly Body[], filter: string | null): Body {
  const [, attribute = '', value] = /^(\w+) eq "(.*)"$/.exec(filter ?? '') ?? []
  const found = filter === null ? all : all.filter((resource) => resource[attribute] === value)
  return { totalResults: found.length, Resources: found }
}

/** `active` and a group's name are all that the sequences depend on. */
function readPatch(body: Body | undefined): Body {
  const changed: Body = {}
  // A PatchOp; the simulator writes no other PATCH.
  for (const { path, value } of (body?.['Operations'] ?? []) as { path?: string; value?: unknown }[]) {
    if (path === 'active') changed['active'] = String(value).toLowerCase() === 'true'
    else if (path === 'displayName') changed['displayName'] = value
    else if (path === undefined && typeof value === 'object') Object.assign(changed, value)
  }
  return changed
}
