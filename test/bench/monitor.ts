import type { ExchangePage } from '#contract/exchange.ts'
import { type ConsoleClient, openConsoleClient } from './consoleClient.ts'
import { readProcessorMs, startRollcall } from './servers.ts'
import { timeEach, toMs, toTimes } from './times.ts'

/** What a list item may weigh as JSON, in bytes. */
const itemLimitBytes = 600
/** How often each call is made. */
const repeats = 50

const list = (query: string) => `/connections/default/exchanges?${query}`

/** Each call and its target, in milliseconds; those without `&text=` and other conditions are answered on the listener's thread. */
const calls: readonly (readonly [name: string, path: string, targetMs: number])[] = [
  ['first page', list('limit=100'), 200],
  ['first page of failures', list('limit=100&show=failures'), 200],
  ['first page of writes', list('limit=100&show=writes'), 200],
  ['first page of 409s', list('limit=100&status=409'), 200],
  ['search: a rare word', list('limit=100&text=learner777'), 300],
  ['search: a common word', list('limit=100&text=okta'), 300],
  ['search: two words', list('limit=100&text=lindqvist%20archived'), 300],
  ['search: an address', list('limit=100&text=learner1234%40example.com'), 300],
  ['search: among failures', list('limit=100&text=entra&show=failures'), 300],
  ['getDensity, last week', '/connections/default/density?stretchSeconds=7200&stretches=84', 200],
  ['getDiagnosis', '/connections/default/diagnosis', 20],
  ['getSetup', '/connections/default/setup', 20],
  ['getErrorLog', '/connections/default/errors', 20],
  ['listFindings', '/connections/default/findings', 20],
  ['listLearners', '/connections/default/learners', 20],
  ['listLearners, searched', '/connections/default/learners?search=learner12', 20],
  ['listGroups', '/connections/default/groups', 20],
]

/** The console API over a month of exchanges, asked by another process as a page asks. */
export async function measureMonitor(dataDir: string): Promise<object> {
  const server = await startRollcall(dataDir)
  try {
    const client = await openConsoleClient(server.consoleUrl)
    const coldMs = (await timeEach(1, () => client.get(list('limit=100'))))[0] ?? 0
    // The first one waits until all can be found.
    const findableMs = (await timeEach(1, () => client.get(list('limit=1&text=nobody')))).at(0) ?? 0
    const { count, largestBytes } = await weighItems(client)
    const summary = {
      exchanges: count,
      'largest list item, bytes': largestBytes,
      'items stay within 600 bytes': largestBytes <= itemLimitBytes,
      'first page after a start, ms': toMs(coldMs),
      'until all can be found, ms': toMs(findableMs),
    }
    console.table([summary])
    const rows = []
    for (const [name, path, targetMs] of calls) {
      await timeEach(2, () => client.get(path))
      const found: { total?: number } = JSON.parse(await client.get(path))
      const processorMs = readProcessorMs(server.child.pid)
      const times = toTimes(await timeEach(repeats, () => client.get(path)))
      const processor = toMs((readProcessorMs(server.child.pid) - processorMs) / repeats)
      rows.push({
        call: name,
        found: found.total,
        ...times,
        'processor ms': processor,
        'target ms': targetMs,
        met: times['p95 ms'] < targetMs,
      })
    }
    console.table(rows)
    return { summary, rows }
  } finally {
    await server.stop()
  }
}

/** Reads the whole list. */
async function weighItems(client: ConsoleClient): Promise<{ count: number; largestBytes: number }> {
  let [count, largestBytes, before] = [0, 0, Number.MAX_SAFE_INTEGER]
  for (let hasMore = true; hasMore; ) {
    const page: ExchangePage = JSON.parse(await client.get(list(`limit=500&before=${before}`)))
    count += page.exchanges.length
    for (const exchange of page.exchanges) largestBytes = Math.max(largestBytes, Buffer.byteLength(JSON.stringify(exchange)))
    before = page.exchanges.at(-1)?.id ?? 0
    hasMore = page.hasMore
  }
  return { count, largestBytes }
}
