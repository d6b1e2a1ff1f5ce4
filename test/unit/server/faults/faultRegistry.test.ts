import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FaultOrder } from '#contract/fault.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'
import { createFaultRegistry } from '../../../../server/faults/faultRegistry.ts'

const order = (stated: Partial<FaultOrder> = {}): FaultOrder => ({
  kind: '429',
  action: 'created',
  count: 2,
  seconds: 30,
  ...stated,
})

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T12:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function open() {
  let clock: (() => string) | undefined
  const told: StreamEvent[] = []
  const faults = createFaultRegistry({
    now: () => (clock ? clock() : new Date().toISOString()),
    publish: (event) => told.push(event),
  })
  return { faults, told, setClock: (at: string) => (clock = () => at) }
}

describe('what a fault is met by', () => {
  it('is as many requests of its action as were ordered, and no other', () => {
    const { faults } = open()
    faults.arm('default', order())
    const met = (['lookedUp', 'created', 'updated', 'created', 'created'] as const).map(
      (action) => faults.take('default', action)?.kind,
    )
    expect(met).toEqual([undefined, '429', undefined, '429', undefined])
    expect(faults.isArmed).toBe(false)
  })

  it('is a request of any action where it waits for any', () => {
    const { faults } = open()
    faults.arm('default', order({ action: 'any', count: 1 }))
    expect(faults.take('default', 'unknown')?.kind).toBe('429')
    expect(faults.take('default', 'unknown')).toBeUndefined()
  })

  it('is no request of another connection', () => {
    const { faults } = open()
    faults.arm('default', order())
    expect(faults.take('acme', 'created')).toBeUndefined()
    expect(faults.list('acme')).toEqual([])
  })

  it('is first the oldest of several that fit', () => {
    const { faults } = open()
    faults.arm('default', order({ count: 1 }))
    faults.arm('default', order({ kind: 'cut', action: 'any', count: 1 }))
    expect([faults.take('default', 'created')?.kind, faults.take('default', 'created')?.kind]).toEqual(['429', 'cut'])
  })

  it('begins anew where the same is armed again', () => {
    const { faults } = open()
    faults.arm('default', order({ count: 2 }))
    faults.take('default', 'created')
    faults.arm('default', order({ count: 5, seconds: 1 }))
    expect(faults.list('default')).toMatchObject([{ left: 5, count: 5, seconds: 1 }])
  })
})

describe('disarming', () => {
  it('happens by itself after 15 minutes, and is told', () => {
    const { faults, told } = open()
    faults.arm('default', order())
    vi.advanceTimersByTime(15 * 60_000 - 1)
    expect(faults.list('default')).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(faults.isArmed).toBe(false)
    expect(told.at(-1)).toEqual({ type: 'faultsChanged', connection: 'default', faults: [] })
  })

  it('holds by the clock where the machine slept through the timer', () => {
    const { faults, setClock } = open()
    faults.arm('default', order())
    setClock('2026-11-20T12:15:00.000Z')
    expect(faults.take('default', 'created')).toBeUndefined()
    expect(faults.list('default')).toEqual([])
  })

  it('leaves one that was armed anew its whole time', () => {
    const { faults } = open()
    faults.arm('default', order())
    vi.advanceTimersByTime(10 * 60_000)
    faults.arm('default', order())
    vi.advanceTimersByTime(10 * 60_000)
    expect(faults.list('default')).toHaveLength(1)
  })

  it('takes one away and leaves the others', () => {
    const { faults } = open()
    faults.arm('default', order())
    faults.arm('default', order({ kind: '500' }))
    const [first] = faults.list('default')
    expect(faults.disarm('default', first?.id ?? 0)).toBe(true)
    expect(faults.disarm('default', first?.id ?? 0)).toBe(false)
    expect(faults.list('default')).toMatchObject([{ kind: '500' }])
  })
})

it('lets go what is held when the service stops', async () => {
  const { faults } = open()
  faults.arm('default', order())
  const held = faults.hold(120)
  faults.stop()
  expect(await held).toBe('stopping')
  expect(faults.isArmed).toBe(false)
})
