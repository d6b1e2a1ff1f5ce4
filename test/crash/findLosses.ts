import { join } from 'node:path'
import { databaseFile } from '../../server/index.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { createStores, type Stores } from '../../server/storage/stores.ts'
import { createScimClient, type ScimClient } from '../support/scimClient.ts'
import type { KnownLearner, RoundOfWrites } from './writeUntilKilled.ts'

/** What the service is asked for after its restart. */
export interface Restarted {
  readonly dataDir: string
  readonly scimUrl: string
  readonly token: string
}

/** More writes of one learner than any round makes. */
const enough = 10_000

/** Everything that was acknowledged and is not there, in words; and what is there by half. Empty: nothing is lost. */
export async function findLosses({ dataDir, scimUrl, token }: Restarted, rounds: readonly RoundOfWrites[]): Promise<string[]> {
  const scim = createScimClient(scimUrl, token)
  const db = openDatabase(join(dataDir, databaseFile))
  const stores = createStores(db)
  try {
    const losses: string[] = []
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') losses.push(`integrity_check: ${String(integrity)}`)
    losses.push(...(await findOrphans(db, scim)))
    for (const round of rounds) {
      for (const learner of round.learners) losses.push(...(await findLossesOf(learner, { scim, stores })))
      losses.push(...(await findLostMembers(round, scim)))
    }
    return losses
  } finally {
    stores.close()
  }
}

/** Also of writes that nobody answered: as many learners are there as rows tell of. */
async function findOrphans(db: ReturnType<typeof openDatabase>, scim: ScimClient): Promise<string[]> {
  const countOf = db
    .prepare<[string, number], number>(`
      SELECT count(*)
        FROM exchange
       WHERE method = ? AND status = ? AND resource_type = 'User'`)
    .pluck()
  const told = (countOf.get('POST', 201) ?? 0) - (countOf.get('DELETE', 204) ?? 0)
  const { body } = await scim.get('/Users?count=0')
  return body['totalResults'] === told ? [] : [`${JSON.stringify(body['totalResults'])} learners, and rows tell of ${told}`]
}

async function findLossesOf({ id, writes }: KnownLearner, { scim, stores }: { scim: ScimClient; stores: Stores }) {
  const losses: string[] = []
  const acknowledged = writes.filter((write) => write.isAcknowledged)
  const unanswered = writes.find((write) => !write.isAcknowledged)
  const { exchanges } = stores.exchanges.list(stores.connections.get(1).id, { resourceId: id, limit: enough })
  const rows = exchanges.filter(
    ({ method, resourceId, status }) => resourceId === id && method !== 'GET' && status >= 200 && status < 300,
  )
  const countOf = (method: string) => rows.filter((row) => row.method === method).length
  for (const method of ['POST', 'PATCH', 'DELETE'] as const) {
    const due = acknowledged.filter((write) => write.method === method).length
    const spare = unanswered?.method === method ? 1 : 0
    const found = countOf(method)
    if (found < due || found > due + spare) losses.push(`${id}: ${found} rows of ${method}, ${due} acknowledged`)
  }
  // One commit holds a write and its row: the one that nobody answered is there with both or with neither.
  const isDone = unanswered !== undefined && rows.length === acknowledged.length + 1
  const last = isDone ? unanswered : acknowledged.at(-1)
  const { status, body } = await scim.get(`/Users/${id}`)
  const expected = last?.method === 'DELETE' ? 'gone' : `titled ${JSON.stringify(last?.title)}`
  const found = status === 404 ? 'gone' : `titled ${JSON.stringify(body['title'])}`
  if (found !== expected) losses.push(`${id}: ${found} instead of ${expected}`)
  return losses
}

async function findLostMembers({ group, learners }: RoundOfWrites, scim: ScimClient): Promise<string[]> {
  const { status, body } = await scim.get(`/Groups/${group.id}`)
  if (status !== 200) return [`group ${group.id}: ${status}`]
  const members = Array.isArray(body['members']) ? body['members'].map(({ value }: { value: string }) => value) : []
  const lost = group.members.filter((id) => !members.includes(id))
  const strange = members.filter((id: string) => !learners.some((learner) => learner.id === id))
  return [...lost.map((id) => `group ${group.id} lost ${id}`), ...strange.map((id) => `group ${group.id} has ${id}`)]
}
