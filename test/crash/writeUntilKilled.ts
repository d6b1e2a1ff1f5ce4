import { Agent, request } from 'node:http'
import { createRandom, type Random } from '../fuzz/random.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'

/** A write as its client knows it. */
export interface Write {
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  /** The learner; undefined for a create that nobody answered. */
  readonly id: string | undefined
  /** The title that it gave. */
  readonly title: string
  /** A reply with 2xx came. */
  readonly isAcknowledged: boolean
}

/** What clients know of a learner when the service dies. */
export interface KnownLearner {
  readonly id: string
  /** All that were acknowledged, in order, and at most one at the end that was not. */
  readonly writes: readonly Write[]
}

/** What the clients of one round know. */
export interface RoundOfWrites {
  readonly learners: readonly KnownLearner[]
  /** A group and those that were acknowledged as its members; none leaves it. */
  readonly group: { readonly id: string; readonly members: readonly string[] }
  /** Creates that nobody answered. */
  readonly unansweredCreates: number
}

const clients = 12

/**
 * Creates, changes and deletes learners and fills a group, by twelve clients at once, until the service answers no more.
 *
 * @param kill called after `afterMs`; ends the service in the middle
 */
export async function writeUntilKilled(
  { scimUrl, token, seed }: { scimUrl: string; token: string; seed: number },
  { kill, afterMs }: { kill: () => void; afterMs: number },
): Promise<RoundOfWrites> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients + 1 })
  const send = (method: string, path: string, body?: object) => sendJson({ agent, url: scimUrl + path, token }, { method, body })
  const { id: groupId } = await send('POST', '/Groups', aGroup({ displayName: `Round ${seed}` }))
  if (groupId === undefined) throw new Error('The group was not made.')

  const learners: { id: string; writes: Write[] }[] = []
  const members: string[] = []
  let unansweredCreates = 0

  const work = async (client: number) => {
    const random = createRandom(seed * 1_000 + client)
    const own: { id: string; writes: Write[] }[] = []
    for (let step = 0; ; step += 1) {
      const known = own.length > 0 && random.chance(0.6) ? own[random.below(own.length)] : undefined
      const title = `Title ${step}`
      if (known === undefined) {
        const { status, id } = await send('POST', '/Users', aUser({ userName: `crash-${seed}-${client}-${step}`, title }))
        if (id === undefined || status !== 201) {
          unansweredCreates += 1
          return
        }
        const learner = { id, writes: [{ method: 'POST' as const, id, title, isAcknowledged: true }] }
        own.push(learner)
        learners.push(learner)
        if (random.chance(0.3)) {
          const added = await send('PATCH', `/Groups/${groupId}`, aPatch({ op: 'add', path: 'members', value: [{ value: id }] }))
          if (added.status === 0) return
          members.push(id)
        }
        continue
      }
      if (!(await changeOrDelete(known, { random, title }))) return
      if (known.writes.at(-1)?.method === 'DELETE') own.splice(own.indexOf(known), 1)
    }
  }
  const changeOrDelete = async (known: { id: string; writes: Write[] }, { random, title }: { random: Random; title: string }) => {
    // A member of the group stays, so that the group can be counted.
    const method = random.chance(0.2) && !members.includes(known.id) ? 'DELETE' : 'PATCH'
    const body = method === 'PATCH' ? aPatch({ op: 'replace', path: 'title', value: title }) : undefined
    const { status } = await send(method, `/Users/${known.id}`, body)
    if (status !== 0 && status > 299) throw new Error(`${method} was answered with ${status}.`)
    known.writes.push({ method, id: known.id, title, isAcknowledged: status !== 0 })
    return status !== 0
  }

  const killing = setTimeout(kill, afterMs)
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
  clearTimeout(killing)
  agent.destroy()
  return { learners, group: { id: groupId, members }, unansweredCreates }
}

/** Status 0: no reply. A reply counts once its head has come: it is sent after the commit. */
function sendJson(
  { agent, url, token }: { agent: Agent; url: string; token: string },
  { method, body }: { method: string; body?: object | undefined },
): Promise<{ status: number; id: string | undefined }> {
  return new Promise((resolve) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/scim+json',
      ...(text !== undefined && { 'Content-Length': Buffer.byteLength(text) }),
    }
    const req = request(url, { agent, method, headers }, (res) => {
      let received = ''
      const settle = () => {
        const location = /\/([\w-]{36})$/.exec(res.headers.location ?? '')?.[1]
        resolve({ status: res.statusCode ?? 0, id: /"id":"([\w-]{36})"/.exec(received)?.[1] ?? location })
      }
      res.on('data', (data: Buffer) => {
        received += data.toString()
      })
      res.on('end', settle)
      res.on('error', settle)
    })
    req.on('error', () => resolve({ status: 0, id: undefined }))
    req.end(text)
  })
}
