import type { Switches, TokenInfo } from '#contract/connection.ts'
import type { ExchangeSummary, Explanation } from '#contract/exchange.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import { listNeverSeen } from '../../../../server/monitor/findings/absences.ts'
import type { ReachFacts } from '../../../../server/reach/readReach.ts'
import { diagnose } from '../../../../server/setup/diagnose.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import type { NewExchange } from '../../../../server/storage/storedExchange.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { aService } from '../../../support/aService.ts'

/** In place of the monitor's catalogue. */
const explain = ({ explanationId }: ExchangeSummary): Explanation => ({
  id: explanationId ?? 'none',
  title: `Title of ${explanationId}`,
  happened: `What happened at ${explanationId}.`,
  meaning: `What ${explanationId} means.`,
  who: 'You',
  documentation: null,
  steps: [`What to click at ${explanationId}.`],
})

/** A wizard over real stores: a provider is chosen, a token is made, and requests arrive as a test says. */
export function aSetup(provider: ProviderChoice | null = 'okta-own') {
  const service = aService()
  const { stores } = service
  if (provider) stores.connections.change(1, { provider })
  const { info: token } = service.tokens.reset(1, 0)
  const get = () => stores.connections.get(1)

  const options = () => ({ explain, listNeverSeen: () => listNeverSeen(service, get()) })

  /** Stores a real exchange that came in with the token; `stated` is what differs. */
  const arrive = (stated: Partial<NewExchange> = {}, by: TokenInfo = token): number =>
    stores.exchanges.insert(anExchange({ tokenId: by.id, tokenLastFour: by.lastFour, ...stated }))
  /** A request that was not let in. */
  const refuse = (stated: Partial<NewExchange> = {}): number =>
    stores.exchanges.insert(
      anExchange({
        method: 'GET',
        action: 'tested',
        status: 401,
        refusedCredential: 'revoked',
        explanationId: 'oldToken',
        ...stated,
      }),
    )

  return {
    service,
    token,
    arrive,
    refuse,
    simulate: (stated: Partial<NewExchange> = {}) => arrive({ simulation: 'run', ...stated }),
    switch: (switches: Partial<Switches>) => {
      const { settings } = get()
      stores.connections.change(1, { settings: { ...settings, switches: { ...settings.switches, ...switches } } })
    },
    read: () => readSetup(service, get(), options()),
    /** Where only the listener is known to answer, unless a test says more. */
    diagnose: (reach: Partial<ReachFacts> = {}) =>
      diagnose(service, get(), { ...options(), reach: { local: { kind: 'ok' }, tunnels: [], outside: null, ...reach } }),
  }
}

/** A request message whose body is this JSON. */
export const aRequest = (body: unknown): NewExchange['request'] => ({
  line: 'POST /default/scim/v2/Users HTTP/1.1',
  headers: [],
  body: JSON.stringify(body),
  sizeBytes: 1,
})

/** A create with all required attributes. */
export const aCompleteBody = {
  userName: 'maya@example.com',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  emails: [{ type: 'work', value: 'maya@example.com' }],
  active: true,
}
