import { expect, it } from 'vitest'
import type { SimulationRun } from '#contract/console.ts'
import { SimulatorProfile } from '#contract/setup.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { startService } from '../../../support/startService.ts'

const explain = () => ({ id: 'any', title: 'Any', happened: 'Any.', meaning: 'Any.', who: 'You', steps: [], documentation: null })

/** A running service and a simulator without pauses. */
async function aRehearsal() {
  const { running, exchanges } = await startService()
  const { service } = running
  const simulator = createSimulator(service, { gapMs: 0 })
  const getConnection = () => service.stores.connections.get(1)
  const run = (profile: SimulatorProfile) =>
    new Promise<SimulationRun>((resolve) => {
      const end = service.events.subscribe((event) => {
        if (event.type !== 'simulation' || event.simulation.state === 'running') return
        end()
        resolve(event.simulation)
      })
      simulator.start(getConnection(), profile)
    })
  return { service, simulator, getConnection, run, exchanges }
}

it.each(SimulatorProfile.options)(
  '%s rehearses the whole set-up against a real service, and verifies nothing',
  async (profile) => {
    const { service, getConnection, run, exchanges } = await aRehearsal()
    service.stores.connections.change(1, { provider: profile.startsWith('okta') ? 'okta-own' : 'entra' })
    expect(await run(profile)).toMatchObject({ state: 'finished' })
    expect(exchanges().every(({ simulation }) => simulation !== null)).toBe(true)
    expect(readSetup(service, getConnection(), { explain }).steps).toEqual({
      credentials: 'rehearsed',
      connection: 'rehearsed',
      endpoint: 'rehearsed',
      provisioning: 'rehearsed',
      test: 'rehearsed',
    })
    const { counts, learners } = service.stores.resources.listLearners(1, { search: '', offset: 0, limit: 50 })
    expect(counts).toEqual({ active: 2, archived: 1, deleted: 0 })
    expect(learners.every(({ simulated }) => simulated)).toBe(true)
  },
)

it('acts out one provider after the other on the same data, and takes everything away again', async () => {
  const { service, simulator, getConnection, run, exchanges } = await aRehearsal()
  for (const profile of [...SimulatorProfile.options, ...SimulatorProfile.options]) {
    expect(await run(profile)).toMatchObject({ state: 'finished', message: null })
  }
  const count = exchanges().length
  expect(simulator.remove(getConnection())).toEqual({ learners: 3, groups: 1, exchanges: count })
  expect(exchanges()).toEqual([])
  expect(service.tokens.list(1).filter(({ kind }) => kind === 'simulator')).toEqual([])
})
