import { z } from 'zod'
import type { SetupState } from '#contract/setup.ts'
import type { Service } from '../service.ts'
import { type Evidence, findExchange } from './evidence.ts'
import { toLabels } from './providerLabels.ts'

/** Where the addresses are kept among the preferences. */
const addressesKey = 'addresses'

const Addresses = z.object({ scim: z.string(), publicUrl: z.string().nullable() })
type Addresses = z.infer<typeof Addresses>

/** The addresses of now, and of before where they were others. */
const KeptAddresses = Addresses.extend({
  change: z.object({ before: Addresses, at: z.string() }).nullable(),
})

const toBase = ({ scim, publicUrl }: Addresses): string => publicUrl ?? `http://${scim}`
const toPort = ({ scim }: Addresses): string => scim.split(':').at(-1) ?? ''
const isSame = (one: Addresses, other: Addresses): boolean => toBase(one) === toBase(other) && toPort(one) === toPort(other)

/** Keeps under which addresses the endpoint is reached; called once it listens, and whenever the public URL changes. */
export function noteAddresses(service: Service): void {
  const { preferences } = service.stores
  const now: Addresses = { scim: service.addresses.scim, publicUrl: service.getPublicUrl() }
  const kept = KeptAddresses.safeParse(preferences.get(addressesKey)).data
  if (kept && isSame(kept, now)) return
  // Who goes back to the address that the provider knows has changed nothing.
  const change = kept && !(kept.change && isSame(kept.change.before, now)) ? { before: kept, at: service.now() } : null
  preferences.set(addressesKey, KeptAddresses.parse({ ...now, change }))
}

/** Says that the provider has an address that is no more, and where to paste the new one; null once a request came by it. */
export function describeUrlChange(evidence: Evidence): SetupState['urlChange'] {
  const { service, connection } = evidence
  const kept = KeptAddresses.safeParse(service.stores.preferences.get(addressesKey)).data
  if (!kept?.change) return null
  const { before, at } = kept.change
  const last = findExchange(evidence, { simulated: false })
  // Before step 3 nobody has pasted anything.
  const isGiven = last !== undefined || !['credentials', 'connection'].includes(connection.setup.currentStep)
  if (!isGiven || (last && last.receivedAt > at)) return null
  const { name, urlField, credentialsPlace, pressTest } = toLabels(connection.provider)
  if (toBase(before) !== toBase(kept)) {
    const path = `/${connection.slug}/scim/v2`
    return {
      finding: `The SCIM URL has changed from ${toBase(before)}${path} to ${toBase(kept)}${path}. ${name} may still have the old one.`,
      fix: `Paste the new one into "${urlField}" in ${credentialsPlace}, save and ${pressTest}.`,
    }
  }
  return {
    finding: `Rollcall listens on port ${toPort(kept)} now, and on ${toPort(before)} before. What stands behind ${kept.publicUrl} still leads to the old port.`,
    fix: `Start the tunnel again to port ${toPort(kept)}, or Rollcall with --scim-port ${toPort(before)}. The URL in "${urlField}" stays as it is, unless the tunnel prints a new address.`,
  }
}
