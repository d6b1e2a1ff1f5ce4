import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type LoadRequest, type LoadTarget, runLoad } from './load.ts'

/** How many learners each load is about. */
const learners = 2_000
/** How many requests are measured, after half as many that warm both servers up. */
const measured = 6_000

const dir = mkdtempSync(join(tmpdir(), 'rollcall-bench-'))
const token = 'a-token-for-the-bench'

/** Starts a server as a process of its own and waits for its first line. */
async function start(entry: string, args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, entry), ...args], {
    env: { ...process.env, ROLLCALL_TOKEN: token },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, line: String(line) }
}

const user = (index: number) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: `learner${index}@example.com`,
  name: { givenName: 'Learner', familyName: `Number ${index}` },
  emails: [{ primary: true, value: `learner${index}@example.com`, type: 'work' }],
  externalId: `00u${index}`,
  active: true,
})

const patch = (index: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'title', value: `Title ${index}` }],
})

const rollcall = await start('../../server/cli.ts', [
  '--data',
  join(dir, 'rollcall'),
  '--scim-port',
  '0',
  '--console-port',
  '0',
  '--json',
])
const floor = await start('floor.ts', [dir])
const atRollcall: LoadTarget = {
  base: JSON.parse(rollcall.line).scimUrl,
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', 'User-Agent': 'Okta SCIM Client 1.0.0' },
}
const atFloor: LoadTarget = { base: `http://127.0.0.1:${floor.line}`, headers: { 'Content-Type': 'application/json' } }

const ids: { rollcall: string[]; floor: string[] } = { rollcall: [], floor: [] }
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? ''
const name = (index: number) => encodeURIComponent(`learner${(index * 7) % learners}@example.com`)

const loads: { name: string; rollcall: (index: number) => LoadRequest; floor: (index: number) => LoadRequest }[] = [
  {
    name: 'create',
    rollcall: (index) => ({ method: 'POST', path: '/Users', body: user(index) }),
    floor: (index) => ({ method: 'POST', path: '/', body: user(index) }),
  },
  {
    name: 'look-up by userName',
    rollcall: (index) => ({ method: 'GET', path: `/Users?filter=userName%20eq%20%22${name(index)}%22` }),
    floor: (index) => ({ method: 'GET', path: `/?name=${name(index)}` }),
  },
  {
    name: 'read',
    rollcall: (index) => ({ method: 'GET', path: `/Users/${pick(ids.rollcall, index)}` }),
    floor: (index) => ({ method: 'GET', path: `/${pick(ids.floor, index)}` }),
  },
  {
    name: 'PATCH',
    rollcall: (index) => ({ method: 'PATCH', path: `/Users/${pick(ids.rollcall, index)}`, body: patch(index) }),
    floor: (index) => ({ method: 'PATCH', path: `/${pick(ids.floor, index)}`, body: user(index) }),
  },
]

try {
  const rows = []
  for (const load of loads) {
    const measure = async (target: LoadTarget, toRequest: (index: number) => LoadRequest) => {
      const warm = await runLoad(target, measured / 2, toRequest)
      const result = await runLoad(target, measured, (index) => toRequest(index + measured / 2))
      return { ...result, ids: [...warm.ids, ...result.ids] }
    }
    const floorResult = await measure(atFloor, load.floor)
    const result = await measure(atRollcall, load.rollcall)
    if (load.name === 'create') {
      ids.rollcall = result.ids.slice(0, learners)
      ids.floor = floorResult.ids.slice(0, learners)
    }
    rows.push({
      load: load.name,
      'Rollcall/s': Math.round(result.perSecond),
      'floor/s': Math.round(floorResult.perSecond),
      'of the floor': `${Math.round((result.perSecond / floorResult.perSecond) * 100)} %`,
      'p50 ms': Number(result.p50Ms.toFixed(2)),
      'p99 ms': Number(result.p99Ms.toFixed(2)),
    })
  }
  console.table(rows)
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/bench.json', `${JSON.stringify({ learners, rows }, null, 2)}\n`)
} finally {
  rollcall.child.kill('SIGTERM')
  floor.child.kill('SIGTERM')
  await Promise.all([once(rollcall.child, 'exit'), once(floor.child, 'exit')])
  rmSync(dir, { recursive: true, force: true })
}
