import type { ConnectionSettings, Switches } from '#contract/connection.ts'
import type { Explanation } from '#contract/exchange.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import { urns } from '#contract/scim/urns.ts'
import { toSetupOptions } from '../../../../server/console/setupOptions.ts'
import { toErrorLog } from '../../../../server/monitor/errorLog.ts'
import { readFindings } from '../../../../server/monitor/findings/readFindings.ts'
import { toScimUrl } from '../../../../server/service.ts'
import { diagnose } from '../../../../server/setup/diagnose.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import { createScimClient, type ScimClient } from '../../../support/scimClient.ts'
import { startService } from '../../../support/startService.ts'

/** What marks the requests of a provider. */
const marks: Readonly<Partial<Record<ProviderChoice, Readonly<Record<string, string>>>>> = {
  'okta-own': { 'User-Agent': 'Okta SCIM Client 1.0.0' },
  'okta-catalog': { 'User-Agent': 'Okta SCIM Client 1.0.0' },
  entra: { ADSCIMVersion: '5.0' },
}

/** A person as providers send them. */
export const aPerson = (given: string, family: string, more: object = {}) => {
  const userName = `${given}.${family}@example.com`.toLowerCase()
  return {
    schemas: [urns.user],
    userName,
    name: { givenName: given, familyName: family },
    displayName: `${given} ${family}`,
    emails: [{ primary: true, type: 'work', value: userName }],
    active: true,
    ...more,
  }
}

/** A wizard over a running service, and the client of the chosen provider. */
export async function aWizard(provider: ProviderChoice = 'okta-own') {
  const { running, scimUrl, token, exchanges } = await startService()
  const { service, flush } = running
  const { connections } = service.stores
  connections.change(1, { provider })
  const get = () => connections.get(1)
  const toClient = (secret: string, url = scimUrl): ScimClient => createScimClient(url, secret, { ...marks[provider] })
  return {
    service,
    scimUrl,
    token,
    exchanges,
    toClient,
    scim: toClient(token),
    patch: (...Operations: object[]) => ({ schemas: [urns.patchOp], Operations }),
    switch: (switches: Partial<Switches>) => {
      const { settings } = get()
      connections.change(1, { settings: { ...settings, switches: { ...settings.switches, ...switches } } })
    },
    set: (settings: Partial<ConnectionSettings>) => connections.change(1, { settings: { ...get().settings, ...settings } }),
    get,
    /** Makes a learner whom the provider did not create. @returns the id */
    plant: async (person: object) => (await toClient(token).post('/Users', person, { 'Rollcall-Simulation': 'earlier' })).id,
    read: () => {
      flush()
      return readSetup(service, get(), toSetupOptions(service, get()))
    },
    /** What the error log says: causes of failures, and what several requests show together. */
    listCauses: (): Explanation[] => {
      flush()
      const { provider, id, slug } = get()
      const facts = {
        provider,
        scimUrl: toScimUrl(service, slug),
        exchangeCount: 0,
        since: null,
        ignored: [],
        now: service.now(),
      }
      const { groups } = toErrorLog(service.stores.exchanges.failures(id), facts)
      return [...groups, ...readFindings(service, get())].map(({ explanation }) => explanation)
    },
    diagnose: () => {
      flush()
      return diagnose(service, get(), {
        ...toSetupOptions(service, get()),
        reach: { local: { kind: 'ok' }, tunnels: [], outside: null },
        failures: service.stores.exchanges.failures(get().id),
      })
    },
  }
}
