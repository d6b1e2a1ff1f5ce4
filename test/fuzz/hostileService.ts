import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type ConnectionSettings, defaultSettings } from '#contract/connection.ts'
import { databaseFile } from '../../server/index.ts'
import { tolerances } from '../../server/protocol/tolerance/all.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { createStores } from '../../server/storage/stores.ts'
import { createTokenRegistry } from '../../server/tokenRegistry.ts'
import { type SpawnedService, spawnService } from '../support/spawnService.ts'
import type { AimConnection } from './aim.ts'

/** A service in a process of its own, with a connection for each kind of settings that replies depend on. */
export interface HostileService {
  readonly spawned: SpawnedService
  readonly dataDir: string
  readonly port: number
  readonly connections: readonly [AimConnection, ...AimConnection[]]
  /** What the operating system holds in memory for the process, in bytes; undefined where that cannot be read. */
  readonly readResidentBytes: () => number | undefined
  /** Ends it. @returns what `PRAGMA integrity_check` says, and what the process wrote beside its events */
  readonly stop: () => Promise<{ readonly integrity: string; readonly complaints: string[] }>
  readonly removeFolder: () => void
}

/** What a service writes in good health, and what Node writes when its memory is looked at. */
const expected = /^\{"event":"(?:ready|stopped)"|^Debugger |^For help, see: /

const settings: Readonly<Record<string, ConnectionSettings>> = {
  default: defaultSettings,
  strict: { ...defaultSettings, tolerancesOff: tolerances.map(({ name }) => name), userPatchNoContent: true },
  lenient: { ...defaultSettings, uniqueGroupNames: false, createMeetsArchived: 'restore' },
  paused: { ...defaultSettings, paused: true },
  off: { ...defaultSettings, switches: { scim: true, create: false, update: false, deactivate: false, groups: false } },
}

/** Makes a data folder with the connections and their tokens, and starts the service in it. */
export async function startHostileService(env: NodeJS.ProcessEnv = {}): Promise<HostileService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-fuzz-'))
  const connections = prepare(dataDir)
  const [first, ...others] = connections
  if (!first) throw new Error('There is no connection.')
  const spawned = await spawnService(dataDir, { env })
  return {
    spawned,
    dataDir,
    port: Number(new URL(spawned.ready.scimUrl).port),
    connections: [first, ...others],
    readResidentBytes: () => readResidentBytes(spawned.ready.pid),
    stop: async () => {
      await spawned.end('SIGTERM')
      const db = new BetterSqlite3(join(dataDir, databaseFile), { readonly: true })
      const integrity = String(db.pragma('integrity_check', { simple: true }))
      db.close()
      const complaints = spawned
        .output()
        .split('\n')
        .filter((line) => line.trim() !== '' && !expected.test(line))
      return { integrity, complaints }
    },
    removeFolder: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

function prepare(dataDir: string): AimConnection[] {
  const stores = createStores(openDatabase(join(dataDir, databaseFile)))
  const now = () => new Date().toISOString()
  const tokens = createTokenRegistry(stores, now)
  const connections = Object.entries(settings).map(([slug, chosen]) => {
    const { id } = stores.connections.create({ slug, name: slug }, now())
    stores.connections.change(id, { settings: chosen })
    return { slug, token: tokens.issue(id, 'screen', { label: slug, expiresAt: null }).secret }
  })
  stores.close()
  return connections
}

function readResidentBytes(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  } catch {
    // No Linux: then memory is not measured.
    return undefined
  }
}
