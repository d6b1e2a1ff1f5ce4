import { connect } from 'node:net'
import type { ConnectionSettings } from '#contract/connection.ts'
import { Finding } from '#contract/exchange.ts'
import { urns } from '#contract/scim/urns.ts'
import { readFindings } from '../../../server/monitor/findings/readFindings.ts'
import { createScimClient, type ScimClient } from '../../support/scimClient.ts'
import { startService, type TestService } from '../../support/startService.ts'

/** What each provider sends with every request, as far as it is known; the others have nothing of their own. */
const headers = {
  okta: { 'User-Agent': 'Okta SCIM Client 1.0.0', 'Content-Type': 'application/scim+json; charset=utf-8' },
  entra: { ADSCIMVersion: '5.0', 'Content-Type': 'application/scim+json; charset=utf-8' },
  authentik: { 'User-Agent': 'authentik@2026.8.1' },
  onelogin: { 'User-Agent': 'OneLogin' },
  jumpcloud: {},
  google: {},
  ping: { 'User-Agent': 'Apache-HttpClient/4.5.13 (Java/17)' },
} satisfies Record<string, Record<string, string>>

export type ProviderName = keyof typeof headers

/** A provider that is set up against a service, whose clock the test moves on. */
export interface Provider extends TestService {
  /** With the token that is in force, and the provider's headers. */
  readonly idp: ScimClient
  /** The same with another token, or with what stands in the place of one. */
  readonly withToken: (token: string) => ScimClient
  /** The same with another base URL: what follows scheme and host. */
  readonly at: (base: string) => ScimClient
  /** Lets time pass for the service. */
  readonly wait: (time: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void
  readonly change: (settings: Partial<ConnectionSettings>) => void
  /** Sends bytes that are no HTTP, and waits for the end. */
  readonly sendBytes: (bytes: Uint8Array) => Promise<void>
  /** Ids of what is noticed at this moment. */
  readonly noticed: () => string[]
}

/** @see Provider */
export async function startProvider(name: ProviderName): Promise<Provider> {
  const started = await startService()
  const { service } = started.running
  let passedMs = 0
  Object.assign(service, { now: () => new Date(Date.now() + passedMs).toISOString() })
  const getConnection = () => service.stores.connections.get(1)
  const { origin, hostname, port } = new URL(started.scimUrl)
  return {
    ...started,
    idp: createScimClient(started.scimUrl, started.token, headers[name]),
    withToken: (token) => createScimClient(started.scimUrl, token, headers[name]),
    at: (base) => createScimClient(`${origin}${base}`, started.token, headers[name]),
    wait: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      passedMs += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
    change: (settings) => {
      service.stores.connections.change(1, { settings: { ...getConnection().settings, ...settings } })
    },
    sendBytes: (bytes) =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(bytes))
        socket.resume()
        socket.on('error', () => {}).on('close', () => resolve())
      }),
    noticed: () => {
      started.running.flush()
      const findings = readFindings(service, getConnection()).map((finding) => Finding.parse(finding))
      return findings.map(({ explanation }) => explanation.id)
    },
  }
}

/** One way into an entry of the error catalogue. */
export interface Sequence {
  readonly code: string
  /** As it follows the provider's name in the name of a test. */
  readonly what: string
  readonly provider: ProviderName
  /** Sends what the provider sends. What is answered right is checked here. */
  readonly send: (provider: Provider) => Promise<void>
  /** explained: the newest exchange has this explanation. noticed: several exchanges show it. right: nothing is to be explained. */
  readonly expected: { readonly explained: string } | { readonly noticed: string } | 'right'
}

export const guid = 'c51c5d6e-0f4a-4b0e-a2cb-6a1f0d2e77aa'

export const lookUp = (userName: string) =>
  `/Users?filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`

export const patchOp = (...Operations: readonly object[]) => ({ schemas: [urns.patchOp], Operations })

export const switchedOff = (name: keyof ConnectionSettings['switches']): Pick<ConnectionSettings, 'switches'> => ({
  switches: { scim: true, create: true, update: true, deactivate: true, groups: true, [name]: false },
})
