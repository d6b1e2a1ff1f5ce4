import { expect, it } from 'vitest'
import { type SimulatorMistake, SimulatorProfile } from '#contract/setup.ts'
import { toSetupOptions } from '../../../../server/console/setupOptions.ts'
import { toErrorLog } from '../../../../server/monitor/errorLog.ts'
import { readFindings } from '../../../../server/monitor/findings/readFindings.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { startService } from '../../../support/startService.ts'
import { anOrder, runToEnd } from './aSimulation.ts'

/** A running service and a simulator without pauses. */
async function aRehearsal() {
  const { running, exchanges } = await startService()
  const { service } = running
  const simulator = createSimulator(service, { gapMs: 0, secondMs: 1 })
  const getConnection = () => service.stores.connections.get(1)
  const run = (...about: Parameters<typeof anOrder>) => runToEnd(service, simulator, anOrder(...about))
  const setup = () => readSetup(service, getConnection(), toSetupOptions(service, getConnection()))
  const listLearners = () => service.stores.resources.listLearners(1, { search: '', offset: 0, limit: 50 })
  return { service, simulator, getConnection, run, exchanges, setup, listLearners }
}

const toChoice = (profile: SimulatorProfile) =>
  profile.startsWith('okta') ? 'okta-own' : profile.startsWith('entra') ? 'entra' : 'other'

it.each(SimulatorProfile.options)(
  '%s rehearses the whole set-up against a real service, and verifies nothing',
  async (profile) => {
    const { service, run, exchanges, setup, listLearners } = await aRehearsal()
    service.stores.connections.change(1, { provider: toChoice(profile) })
    expect(await run(profile)).toMatchObject({ state: 'finished', message: null })
    expect(exchanges().every(({ simulation }) => simulation !== null)).toBe(true)
    expect(exchanges().filter(({ status }) => status >= 400)).toEqual([])
    const { steps, created, updated, archived } = setup()
    expect([created, updated, archived].map(({ state, problem }) => [state, problem])).toEqual(Array(3).fill(['rehearsed', null]))
    expect(steps).toEqual({
      credentials: 'rehearsed',
      connection: 'rehearsed',
      endpoint: 'rehearsed',
      provisioning: 'rehearsed',
      test: 'rehearsed',
    })
    const { counts, learners } = listLearners()
    const left = profile === 'authentik' ? { archived: 0, deleted: 2 } : { archived: 1, deleted: profile === 'jumpcloud' ? 1 : 0 }
    expect(counts).toEqual({ active: 2, ...left })
    expect(learners.every(({ simulated }) => simulated)).toBe(true)
  },
)

it('acts out one provider after the other on the same data, and takes everything away again', async () => {
  const { service, simulator, getConnection, run, exchanges } = await aRehearsal()
  for (const profile of [...SimulatorProfile.options, ...SimulatorProfile.options]) {
    expect(await run(profile)).toMatchObject({ state: 'finished', message: null })
  }
  const count = service.stores.exchanges.count(1).count
  expect(simulator.remove(getConnection())).toMatchObject({ exchanges: count })
  expect(exchanges()).toEqual([])
  expect(service.stores.resources.listLearners(1, { search: '', offset: 0, limit: 50 }).total).toBe(0)
  expect(service.tokens.list(1).filter(({ kind }) => kind === 'simulator')).toEqual([])
})

const explained: readonly (readonly [mistake: SimulatorMistake, id: string])[] = [
  ['wrong-token', 'tokenUnknown'],
  ['doubled-prefix', 'bearerDoubled'],
  ['wrong-path', 'endpointInBaseUrl'],
  ['duplicate', 'userNameTaken'],
  ['missing-surname', 'surnameMissing'],
  ['empty-email', 'emailEmpty'],
  ['429-storm', 'tooManyRequests'],
]

const pairs = SimulatorProfile.options.flatMap((profile) => explained.map(([mistake, id]) => [profile, mistake, id] as const))

it.each(pairs)('%s with the mistake %s is explained as %s by the wizard and by the error log', async (profile, mistake, id) => {
  const { service, getConnection, run, exchanges, setup } = await aRehearsal()
  service.stores.connections.change(1, { provider: toChoice(profile) })
  expect(await run(profile, { mistake })).toMatchObject({ state: 'finished', mistake, message: null })
  // What is only read is written a moment later.
  exchanges()
  const { connectionTest, created } = setup()
  expect([connectionTest, created].flatMap(({ problem }) => problem?.explanation.id ?? [])).toContain(id)
  const facts = { provider: null, scimUrl: '', exchangeCount: 0, since: null, ignored: [], now: service.now() }
  const log = toErrorLog(service.stores.exchanges.failures(1), facts)
  const causes = [...log.groups, ...readFindings(service, getConnection())]
  expect(causes.map(({ explanation, simulated }) => [explanation.id, simulated])).toEqual([[id, true]])
})
