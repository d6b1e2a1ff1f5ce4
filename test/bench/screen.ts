import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import { launchOptions } from '../support/chromium.ts'
import { type Arrival, watchPage } from './pageWatch.ts'
import { sendAtRate } from './sendAtRate.ts'
import { startRollcall } from './servers.ts'
import { toMs, toTimes } from './times.ts'
import { traceTasks } from './traceTasks.ts'

const rowHeight = 56

/** The activity list in Chromium over a month of exchanges: how soon a reply is a row, and whether a reader is ever held up. */
export async function measureScreen(dataDir: string): Promise<object> {
  const server = await startRollcall(dataDir)
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const cdp = await page.context().newCDPSession(page)
    const watch = await watchPage(page)
    const startedMs = performance.now()
    await page.goto(server.consoleUrl)
    await page.getByRole('link', { name: 'Activity' }).click()
    await page.locator('[data-exchange]').first().waitFor()
    const openMs = performance.now() - startedMs
    // What the page does at its start is over.
    await wait(3_000)

    const memory = [{ after: 'the first page', ...(await weigh(cdp)) }]
    const busy: object[] = []
    /** What the page was busy with while something was done. */
    const during = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      await watch.takeLongTasks()
      const { result, tasks } = await traceTasks(browser, page, async () => {
        const done = await work()
        await wait(500)
        return done
      })
      const long = await watch.takeLongTasks()
      const processorMs = tasks.map((task) => task.processorMs)
      busy.push({
        while: what,
        'tasks > 50 ms': long.length,
        'longest ms': Math.round(Math.max(0, ...long)),
        'with > 50 ms of processor': processorMs.filter((ms) => ms > 50).length,
        'most processor ms': Math.round(Math.max(0, ...processorMs)),
        'processor ms, all': Math.round(processorMs.reduce((sum, ms) => sum + ms, 0)),
        'load average': toMs(loadavg()[0] ?? 0),
      })
      memory.push({ after: what, ...(await weigh(cdp)) })
      return result
    }

    await during('scrolling through 2,000 rows', () => scroll(page, 2_000))
    await during('scrolling up while 200 arrive', async () => {
      const sending = sendAtRate(server.target, { name: 'scrolled', perSecond: 50, count: 200 })
      await scroll(page, -600)
      await sending
    })
    await during('200 arriving at once while the list is read', () =>
      sendAtRate(server.target, { name: 'burst', perSecond: 2_000, count: 200 }),
    )
    await page.keyboard.press('Escape')
    await page.mouse.wheel(0, -10_000_000)
    await wait(1_000)
    await during('200 arriving at once in the live list', () =>
      sendAtRate(server.target, { name: 'live', perSecond: 2_000, count: 200 }),
    )

    await watch.takeArrivals()
    const replied = await during('50 a second for 20 s in the live list', () =>
      sendAtRate(server.target, { name: 'measured', perSecond: 50, count: 1_000 }),
    )
    const delays = toDelays(replied, await watch.takeArrivals())
    await during('5,000 arriving as fast as they are answered', () =>
      sendAtRate(server.target, { name: 'flood', perSecond: 10_000, count: 5_000 }),
    )

    const times = toTimes(delays)
    const summary = {
      'opened to first row, ms': Math.round(openMs),
      'reply to row': times,
      'rows never seen': replied.size - delays.length,
      met: times['p95 ms'] < 250,
      'load average': toMs(loadavg()[0] ?? 0),
    }
    console.table([
      { requests: replied.size, ...times, 'never seen': summary['rows never seen'], 'target ms': 250, met: summary.met },
    ])
    console.table(busy)
    console.table(memory)
    return { summary, busy, memory }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Turns the wheel over the list, a few rows at a time, as fast as a hand does: about fifty rows a second and more. */
async function scroll(page: Page, rows: number): Promise<void> {
  await page.mouse.move(700, 600)
  const step = rowHeight * 10 * Math.sign(rows)
  const height = page.locator('[data-virtuoso-scroller]')
  const startTop = await height.evaluate(({ scrollTop }) => scrollTop)
  const isThere = async () =>
    Math.abs((await height.evaluate(({ scrollTop }) => scrollTop)) - startTop) >= Math.abs(rows) * rowHeight
  // Older pages are read on the way; where they take long, the wheel turns at the end for a while.
  for (let turn = 0; turn < 2_000 && !(await isThere()); turn += 1) {
    await page.mouse.wheel(0, step)
    await wait(40)
  }
}

/** What the page holds once its garbage is gone. */
async function weigh(cdp: CDPSession): Promise<{ 'heap MB': number; nodes: number }> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const find = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { 'heap MB': toMs(find('JSHeapUsedSize') / 2 ** 20), nodes: find('Nodes') }
}

/** From each reply to the frame that showed its row. */
function toDelays(replied: ReadonlyMap<string, number>, arrivals: readonly Arrival[]): number[] {
  return arrivals.flatMap(({ marker, shownAt }) => {
    const repliedAt = replied.get(marker)
    return repliedAt === undefined ? [] : [Math.max(0, shownAt - repliedAt)]
  })
}
