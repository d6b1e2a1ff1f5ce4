import type { ExchangeFilter } from '#contract/exchange.ts'
import type { Command } from '../../commands/commands.ts'
import { cursorMoved, togglePause } from './monitorStore.ts'

interface ActivityState {
  readonly isPaused: boolean
  readonly show: ExchangeFilter['show']
  /** The open request; undefined where none is. */
  readonly openId: number | undefined
  /** The request that the keyboard is on. */
  readonly cursorId: number | null
}

interface ActivityDeeds {
  readonly search: () => void
  readonly show: (show: ExchangeFilter['show']) => void
  readonly togglePin: (exchange: number) => void
  readonly close: () => void
}

const group = 'This screen'
const shows = [
  { show: 'all', name: 'Show all requests' },
  { show: 'writes', name: 'Show writes only' },
  { show: 'failures', name: 'Show failures only' },
] as const

/** What can be done in the activity, as it stands. */
export function toActivityCommands({ isPaused, show, openId, cursorId }: ActivityState, deeds: ActivityDeeds): Command[] {
  const exchange = openId ?? cursorId
  const commands: Command[] = [
    { name: 'Find requests', group, key: '/', run: deeds.search },
    { name: isPaused ? 'Let the list run' : 'Pause the list', group, key: 'p', run: togglePause },
    ...shows
      .filter((one) => one.show !== show)
      .map((one): Command => ({ name: one.name, group, run: () => deeds.show(one.show) })),
  ]
  if (exchange !== null) {
    commands.push({ name: 'Pin or unpin the request', group, key: 'm', run: () => deeds.togglePin(exchange) })
    commands.push(
      openId === undefined
        ? { name: 'Leave the row', group, key: 'escape', run: () => cursorMoved(null) }
        : { name: 'Close the request', group, key: 'escape', run: deeds.close },
    )
  }
  return commands
}
