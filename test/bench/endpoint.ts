import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadResult, runLoad } from './load.ts'
import { floorLoads, type Loads, loadNames, scimLoads } from './loads.ts'
import { type Server, startFloor, startRollcall, startScimmy } from './servers.ts'

/** How many requests of each load are measured at the most, after a third as many that warm the server up. */
const measured = { count: 4_500, maxMs: 6_000 }

/** A server under measurement: its learners are numbered without a gap, up to `held`. */
interface Subject {
  readonly server: Server
  readonly toLoads: (size: number, ids: readonly string[]) => Loads
  held: number
}

/** Creates learners until the server holds `size`. @returns ids of some of them */
async function fill(subject: Subject, size: number): Promise<string[]> {
  const { create } = subject.toLoads(subject.held, [])
  const { ids, count } = await runLoad(subject.server.target, { count: size - subject.held }, create)
  subject.held += count
  return ids.slice(0, 2_000)
}

/** Runs each load against a server that holds `size` learners; creates go on from there. */
async function measure(subject: Subject, size: number): Promise<Map<keyof Loads, LoadResult>> {
  const ids = await fill(subject, size)
  const results = new Map<keyof Loads, LoadResult>()
  for (const name of loadNames) {
    const run = async (share: number) => {
      const loads = subject.toLoads(name === 'create' ? subject.held : size, ids)
      const result = await runLoad(
        subject.server.target,
        { count: measured.count * share, maxMs: measured.maxMs * share },
        loads[name],
      )
      if (name === 'create') subject.held += result.count
      return result
    }
    await run(1 / 3)
    results.set(name, await run(1))
  }
  return results
}

const perSecond = (result: LoadResult | undefined) => (result ? Math.round(result.perSecond) : '')
const ratio = (one: LoadResult | undefined, other: LoadResult | undefined) =>
  one && other ? one.perSecond / other.perSecond : undefined

function toRows(
  size: number,
  rollcall: Map<keyof Loads, LoadResult>,
  others: { floor: Map<keyof Loads, LoadResult>; scimmy?: Map<keyof Loads, LoadResult> },
): object[] {
  return loadNames.map((load) => {
    const result = rollcall.get(load)
    const floorRatio = ratio(result, others.floor.get(load))
    const scimmyRatio = ratio(result, others.scimmy?.get(load))
    return {
      learners: size,
      load,
      'Rollcall/s': perSecond(result),
      'p50 ms': Number(result?.p50Ms.toFixed(2)),
      'p99 ms': Number(result?.p99Ms.toFixed(2)),
      'floor/s': perSecond(others.floor.get(load)),
      'of the floor': floorRatio && `${Math.round(floorRatio * 100)} %`,
      'SCIMMY/s': perSecond(others.scimmy?.get(load)),
      'times SCIMMY': scimmyRatio && Number(scimmyRatio.toFixed(1)),
    }
  })
}

/** How many times the time of a request at the smallest size it takes at each larger one. */
function toGrowth(bySize: ReadonlyMap<number, ReadonlyMap<keyof Loads, LoadResult>>): object[] {
  const [[, smallest] = [], ...larger] = bySize
  return loadNames.map((load) => ({
    load,
    ...Object.fromEntries(
      larger.map(([size, results]) => [`time at ${size}`, Number(ratio(smallest?.get(load), results.get(load))?.toFixed(2))]),
    ),
  }))
}

/** One member in and out of a group that everybody is in, one request at a time. */
async function measureGroup(server: Server, members: number): Promise<object> {
  const patch = (Operations: object[]) => ({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
  const listed = await fetch(`${server.target.base}/Users?count=1000&attributes=id`, { headers: server.target.headers })
  const {
    ids: [group = ''],
  } = await runLoad(server.target, { count: 1 }, () => ({
    method: 'POST',
    path: '/Groups',
    body: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Everybody' },
  }))
  const known = JSON.parse(await listed.text()).Resources.map(({ id }: { id: string }) => id)
  for (let startIndex = 1; startIndex <= members; startIndex += 1000) {
    const page = await fetch(`${server.target.base}/Users?startIndex=${startIndex}&count=1000&attributes=id`, {
      headers: server.target.headers,
    })
    const value = JSON.parse(await page.text()).Resources.map(({ id }: { id: string }) => ({ value: id }))
    await runLoad(server.target, { count: 1 }, () => ({
      method: 'PATCH',
      path: `/Groups/${group}`,
      body: patch([{ op: 'add', path: 'members', value }]),
    }))
  }
  const one = known[500]
  const change = await runLoad(server.target, { count: 400, concurrency: 1 }, (index) => ({
    method: 'PATCH',
    path: `/Groups/${group}`,
    body: patch([
      index % 2 === 0
        ? { op: 'remove', path: `members[value eq "${one}"]` }
        : { op: 'add', path: 'members', value: [{ value: one }] },
    ]),
  }))
  const read = await runLoad(server.target, { count: 400, concurrency: 1 }, () => ({
    method: 'GET',
    path: `/Groups/${group}?excludedAttributes=members`,
  }))
  return {
    members,
    'one member p50 ms': Number(change.p50Ms.toFixed(2)),
    'one member p99 ms': Number(change.p99Ms.toFixed(2)),
    'read without members p50 ms': Number(read.p50Ms.toFixed(2)),
  }
}

const residentMb = (pid: number | undefined) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** The SCIM endpoint with each number of learners in turn, beside the floor; beside the peer with the first alone. */
export async function measureEndpoint(sizes: readonly number[]): Promise<object> {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
  const servers: Server[] = []
  try {
    const rollcallDir = join(dir, 'rollcall')
    let rollcall = await startRollcall(rollcallDir)
    const subjects = {
      floor: { server: await startFloor(dir), toLoads: floorLoads, held: 0 },
      rollcall: { server: rollcall, toLoads: scimLoads, held: 0 },
      scimmy: { server: await startScimmy(), toLoads: scimLoads, held: 0 },
    }
    servers.push(subjects.floor.server, subjects.scimmy.server)
    const bySize = new Map<number, Map<keyof Loads, LoadResult>>()
    const rows: object[] = []
    for (const size of sizes) {
      const floor = await measure(subjects.floor, size)
      const results = await measure(subjects.rollcall, size)
      bySize.set(size, results)
      rows.push(...toRows(size, results, { floor, ...(size === sizes[0] && { scimmy: await measure(subjects.scimmy, size) }) }))
    }
    console.table(rows)
    const growth = toGrowth(bySize)
    console.table(growth)
    const group = await measureGroup(rollcall, 100_000)
    console.table([group])
    await rollcall.stop()
    rollcall = await startRollcall(rollcallDir)
    servers.push(rollcall)
    const startUp = { 'start to ready ms': Math.round(rollcall.startMs), 'resident MB': residentMb(rollcall.child.pid) }
    console.table([startUp])
    return { rows, growth, group, startUp }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    rmSync(dir, { recursive: true, force: true })
  }
}
