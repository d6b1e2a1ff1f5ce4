import type { Browser, Page } from '@playwright/test'

/** A task of a page's main thread: how long it took by the clock, and how much of that it had a processor. */
export interface Task {
  readonly wallMs: number
  readonly processorMs: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** In microseconds. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const category = 'disabled-by-default-devtools.timeline'

/** Runs `work` and tells of the page's tasks meanwhile. Where others use the machine, only the processor's time says what the page itself costs. */
export async function traceTasks<T>(browser: Browser, page: Page, work: () => Promise<T>): Promise<{ result: T; tasks: Task[] }> {
  await browser.startTracing(page, { categories: [category, '__metadata'] })
  const result = await work()
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  const toThread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mainThreads = new Set(
    trace.traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(toThread),
  )
  const tasks = trace.traceEvents
    .filter((event) => event.name === 'RunTask' && mainThreads.has(toThread(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ wallMs: dur / 1000, processorMs: tdur / 1000 }))
  return { result, tasks }
}
