import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMoves } from '../../server/console/history/moves.ts'
import { readSchema } from '../../server/protocol/schemas/readSchema.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { startHistory } from '../support/aHistory.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'

const filterOf = (filter: string) => `/Users?filter=${encodeURIComponent(filter)}`

describe('all that touched a learner', () => {
  it('is the same, found by userName, externalId, id or mail, deleted or not', async () => {
    const { scim, find, historyOf } = await startHistory()
    const maya = await scim.post('/Users', aUser({ userName: 'mlq', externalId: '00u1' }))
    await scim.post('/Users', aUser({ userName: 'tomas', emails: [{ value: 'tomas@example.com' }] }))
    const terms = ['MLQ', '00u1', maya.id, 'maya.lindqvist@EXAMPLE.com']
    for (const term of terms) expect(find(term), term).toEqual([maya.id])
    expect(historyOf(maya.id).events).toHaveLength(1)
    await scim.delete(`/Users/${maya.id}`)
    for (const term of terms) expect(find(term), term).toEqual([maya.id])
    expect(historyOf(maya.id).events).toHaveLength(2)
  })

  it('holds look-ups that found nobody, refused creates and failed look-ups, before and after it was there', async () => {
    const { scim, historyOf } = await startHistory()
    await scim.get(filterOf('userName eq "Maya"'))
    await scim.get(filterOf('externalId eq "00u1"'))
    await scim.get(filterOf('emails[type eq "work" and value eq "maya@example.com"]'))
    await scim.get(filterOf('userName eq "somebody else"'))
    await scim.get(filterOf('userName eq "x" or id eq "nobody"'))
    await scim.post('/Users', { ...aUser({ userName: 'maya' }), name: 7 })
    const user = aUser({ userName: 'maya', externalId: '00u1', emails: [{ value: 'Maya@example.com', type: 'work' }] })
    const maya = await scim.post('/Users', user)
    await scim.post('/Users', user)
    await scim.get(`/Users/${maya.id}`)
    await scim.delete(`/Users/${maya.id}`)
    await scim.get(filterOf(`id eq "${maya.id}"`))
    const { events } = historyOf(maya.id)
    expect(events.map(({ exchange, by }) => [exchange.method, exchange.status, by])).toEqual([
      ['GET', 200, 'name'],
      ['DELETE', 204, 'resource'],
      ['GET', 200, 'resource'],
      ['POST', 409, 'name'],
      ['POST', 201, 'resource'],
      ['POST', 400, 'name'],
      ['GET', 200, 'name'],
      ['GET', 200, 'name'],
      ['GET', 200, 'name'],
    ])
    expect(events.map(({ status }) => status)).toEqual([
      'deleted',
      'deleted',
      'active',
      'active',
      'active',
      'absent',
      'absent',
      'absent',
      'absent',
    ])
  })

  it('holds what sought a name that it has no more', async () => {
    const { scim, historyOf } = await startHistory()
    await scim.get(filterOf('userName eq "old"'))
    const { id } = await scim.post('/Users', aUser({ userName: 'old' }))
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'userName', value: 'new' }))
    await scim.get(filterOf('userName eq "old"'))
    expect(historyOf(id).events.map(({ by }) => by)).toEqual(['name', 'resource', 'resource', 'name'])
  })

  it('says nothing of requests that nobody let in, and of tests of the connection', async () => {
    const { scim, scimUrl, service, running } = await startHistory()
    await fetch(`${scimUrl}${filterOf('userName eq "maya"')}`)
    await scim.get(filterOf('userName eq "5b1f7a52-5c0e-4bd1-9a44-0f5f3c2e7d10"'))
    running.flush()
    const { id } = await scim.post('/Users', aUser({ userName: 'maya' }))
    const names = [{ kind: 'userName', value: 'maya' } as const]
    expect(service.stores.history.touching(1, { id, names, before: 99, limit: 9 })).toHaveLength(1)
  })

  it('holds memberships that began and ended, by whichever request', async () => {
    const { scim, historyOf, stateOf } = await startHistory()
    const maya = await scim.post('/Users', aUser())
    const member = { value: maya.id }
    const team = await scim.post('/Groups', aGroup({ displayName: 'Team', members: [member] }))
    const crew = await scim.post('/Groups', aGroup({ displayName: 'Crew' }))
    await scim.patch(`/Groups/${crew.id}`, aPatch({ op: 'add', path: 'members', value: [member] }))
    await scim.patch(`/Groups/${crew.id}`, aPatch({ op: 'add', path: 'members', value: [member] }))
    await scim.patch(`/Groups/${crew.id}`, aPatch({ op: 'replace', path: 'displayName', value: 'The crew' }))
    await scim.patch(
      `/Groups/${team.id}`,
      aPatch({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: [member] }),
    )
    await scim.put(`/Groups/${team.id}`, aGroup({ displayName: 'Team', members: [] }))
    await scim.delete(`/Groups/${crew.id}`)
    const { events } = historyOf(maya.id)
    const names = (related: readonly { name: string }[]) => related.map(({ name }) => name)
    expect(events.map(({ joined, left, relatedCount }) => [names(joined), names(left), relatedCount])).toEqual([
      // The name of a group that is gone is not kept apart from its history.
      [[], [crew.id], 0],
      [[], ['Team'], 1],
      [[crew.id], [], 2],
      [['Team'], [], 1],
      [[], [], 0],
    ])
    expect(events.map(({ by }) => by)).toEqual(['membership', 'membership', 'membership', 'membership', 'resource'])
    expect(
      stateOf(maya.id, { at: events[2]?.exchange.id ?? 0 })
        .groups.map(({ id }) => id)
        .sort(),
    ).toEqual([crew.id, team.id].sort())
    expect(stateOf(maya.id).groups).toEqual([])
  })

  it('comes page by page', async () => {
    const { scim, historyOf } = await startHistory()
    const { id } = await scim.post('/Users', aUser())
    for (let count = 0; count < 4; count += 1) await scim.get(`/Users/${id}`)
    const first = historyOf(id, { limit: 3 })
    expect(first).toMatchObject({ hasMore: true, events: [{}, {}, {}] })
    const second = historyOf(id, { limit: 3, before: first.events.at(-1)?.exchange.id ?? 0 })
    expect(second).toMatchObject({ hasMore: false, events: [{}, { exchange: { action: 'created' } }] })
  })
})

describe('the state at a moment', () => {
  it('is told with the difference to the one before, and to any other', async () => {
    const { scim, historyOf, stateOf } = await startHistory()
    const { id } = await scim.post('/Users', aUser({ title: 'Engineer' }))
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: 'Lead' }))
    await scim.get(`/Users/${id}`)
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: false }))
    const [archived, read, changed, created] = historyOf(id).events
    expect(archived).toMatchObject({ status: 'archived', changes: [{ attribute: 'active', before: true, after: false }] })
    expect(read).toMatchObject({ status: 'active', changes: [] })
    expect(changed?.changes).toEqual([{ kind: 'replaced', attribute: 'title', before: 'Engineer', after: 'Lead' }])
    expect(created?.changes.map(({ kind }) => kind)).toContain('added')
    expect(
      stateOf(id, { against: created?.exchange.id ?? 0 })
        .changes.map(({ attribute }) => attribute)
        .sort(),
    ).toEqual(['active', 'title'])
  })

  it('names the exchange that set each value', async () => {
    const { scim, historyOf, stateOf } = await startHistory()
    const { id } = await scim.post('/Users', aUser({ title: 'Engineer' }))
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'name.familyName', value: 'Berg' }))
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: 'Lead' }))
    const [second, first, created] = historyOf(id).events.map(({ exchange }) => exchange.id)
    const setBy = (at?: number) =>
      Object.fromEntries(
        stateOf(id, at === undefined ? {} : { at }).schemas[0]?.lines.map((line) => [line.path, line.setBy?.exchange]) ?? [],
      )
    expect(setBy()).toMatchObject({ title: second, 'name.familyName': first, 'name.givenName': created, userName: created })
    expect(setBy(first)).toMatchObject({ title: created, 'name.familyName': first })
  })

  it('is unknown before a write that is no longer kept', async () => {
    const { scim, historyOf, stateOf, dataDir } = await startHistory()
    const { id } = await scim.post('/Users', aUser({ title: 'One' }))
    const rename = (value: string) => scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value }))
    for (const title of ['Two', 'Three', 'Four']) await rename(title)
    const [four, three, two, one] = historyOf(id).events.map(({ exchange }) => exchange.id)
    const db = openDatabase(join(dataDir, 'rollcall.db'))
    db.prepare('DELETE FROM exchange WHERE id = ?').run(three)
    db.close()
    const titleAt = (at = 0) => stateOf(id, { at }).schemas[0]?.lines.find(({ path }) => path === 'title')?.value
    expect(historyOf(id).events.map(({ exchange }) => exchange.id)).toEqual([four, two, one])
    expect([titleAt(four), titleAt(two), titleAt(one)]).toEqual(['Four', undefined, undefined])
    expect(historyOf(id).events.map(({ status, changes }) => [status, changes.length > 0])).toEqual([
      ['active', true],
      ['unknown', false],
      ['unknown', false],
    ])
  })

  it('knows a write whose reply was spoilt on purpose', async () => {
    const { scim, historyOf, service } = await startHistory()
    const { id } = await scim.post('/Users', aUser({ title: 'One' }))
    service.faults.arm('default', { kind: 'cut', action: 'any', count: 1, seconds: 1 })
    const patch = aPatch({ op: 'replace', path: 'title', value: 'Two' })
    await expect(scim.patch(`/Users/${id}`, patch)).rejects.toThrow()
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: 'Three' }))
    expect(historyOf(id).events.slice(0, 2)).toMatchObject([
      { changes: [{ before: 'Two', after: 'Three' }] },
      { exchange: { status: 0, fault: 'cut' }, changes: [{ before: 'One', after: 'Two' }] },
    ])
  })

  it('shows a deleted group as it was at last, with its members counted at each step', async () => {
    const { scim, historyOf, stateOf } = await startHistory()
    const maya = await scim.post('/Users', aUser({ userName: 'maya', displayName: 'Maya' }))
    const tomas = await scim.post('/Users', aUser({ userName: 'tomas', displayName: 'Tomas' }))
    const team = await scim.post('/Groups', aGroup({ displayName: 'Team', members: [{ value: maya.id }, { value: tomas.id }] }))
    await scim.delete(`/Users/${tomas.id}`)
    await scim.patch(`/Groups/${team.id}`, aPatch({ op: 'replace', path: 'displayName', value: 'Crew' }))
    const names = (related: readonly { name: string }[] = []) => related.map(({ name }) => name).sort()
    expect(historyOf(team.id).events.map(({ relatedCount }) => relatedCount)).toEqual([1, 1, 2])
    await scim.delete(`/Groups/${team.id}`)
    const { events } = historyOf(team.id)
    expect(events.map(({ relatedCount }) => relatedCount)).toEqual([0, 1, 1, 2])
    expect(events.map(({ joined }) => names(joined))).toEqual([[], [], [], ['Maya', 'Tomas']])
    expect(events.map(({ left }) => names(left))).toEqual([['Maya'], [], ['Tomas'], []])
    expect(stateOf(team.id)).toMatchObject({ name: 'Crew', status: 'deleted', resourceType: 'Group', relatedCount: 0 })
    expect(stateOf(team.id, { at: events.at(-1)?.exchange.id ?? 0 })).toMatchObject({ name: 'Team', status: 'active' })
  })

  it('names the members of a group at any moment, whoever came, went, came back or is gone since, page by page', async () => {
    const { scim, historyOf, getSubject } = await startHistory()
    const names = ['maya', 'tomas', 'priya', 'ana']
    const people = await Promise.all(names.map((name) => scim.post('/Users', aUser({ userName: name, displayName: name }))))
    const [maya = '', tomas = '', priya = '', ana = ''] = people.map(({ id }) => id)
    const crew = await scim.post('/Groups', aGroup({ displayName: 'Crew', members: [{ value: ana }] }))
    const team = await scim.post('/Groups', aGroup({ displayName: 'Team', members: [{ value: maya }, { value: tomas }] }))
    const change = (op: string, value: string) =>
      scim.patch(`/Groups/${team.id}`, aPatch({ op, path: 'members', value: [{ value }] }))
    await change('remove', maya)
    await change('add', priya)
    await change('add', crew.id)
    await change('add', maya)
    await scim.delete(`/Users/${tomas}`)
    await scim.delete(`/Groups/${crew.id}`)
    await scim.delete(`/Groups/${team.id}`)
    const moments = historyOf(team.id).events.map(({ exchange }) => exchange.id)
    const membersAt = (at: number, page = { start: 0, limit: 50 }) => getSubject(team.id).membersAfter(at, page)
    const namesAt = (at: number) =>
      membersAt(at)
        .map(({ name }) => name)
        .sort()
    expect(moments.map(namesAt)).toEqual([
      [],
      ['maya', 'priya'],
      [crew.id, 'maya', 'priya'].sort(),
      [crew.id, 'maya', 'priya', 'tomas'].sort(),
      [crew.id, 'priya', 'tomas'].sort(),
      ['priya', 'tomas'],
      ['tomas'],
      ['maya', 'tomas'],
    ])
    expect(historyOf(team.id).events.map(({ relatedCount }) => relatedCount)).toEqual(moments.map((at) => namesAt(at).length))
    const full = moments[3] ?? 0
    expect(membersAt(full).map(({ resourceType }) => resourceType)).toEqual([null, 'User', 'User', 'User'])
    const paged = [0, 3].flatMap((start) => membersAt(full, { start, limit: 3 }))
    expect(paged).toEqual(membersAt(full))
  })

  it('follows what bulk requests did, operation by operation', async () => {
    const { scim, historyOf } = await startHistory()
    const { id } = await scim.post('/Users', aUser({ title: 'One' }))
    const patch = (value: string) => ({
      method: 'PATCH',
      path: `/Users/${id}`,
      data: aPatch({ op: 'replace', path: 'title', value }),
    })
    await scim.post('/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [
        patch('Two'),
        { method: 'POST', path: '/Users', bulkId: 'a', data: aUser({ userName: 'tomas' }) },
        { method: 'POST', path: '/Groups', bulkId: 'g', data: aGroup({ members: [{ value: id }] }) },
        patch('Three'),
      ],
    })
    const [bulk, created] = historyOf(id).events
    expect(bulk).toMatchObject({
      by: 'resource',
      changes: [{ attribute: 'title', before: 'One', after: 'Three' }],
      joinedCount: 1,
    })
    expect(created?.changes.map(({ attribute }) => attribute)).toContain('title')
    await scim.post('/Bulk', {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      Operations: [{ method: 'POST', path: '/Users', bulkId: 'b', data: aUser() }],
    })
    expect(historyOf(id).events[0]).toMatchObject({ by: 'name', exchange: { method: 'POST', target: '/Bulk' }, changes: [] })
  })

  it('shows no value that is never returned', async () => {
    const { scim, service, historyOf, stateOf } = await startHistory()
    const urn = 'urn:ietf:params:scim:schemas:extension:acme:2.0:User'
    service.stores.connections.addExtension(
      1,
      readSchema({ id: urn, attributes: [{ name: 'pin', returned: 'never' }, { name: 'badge' }] }),
    )
    const { id } = await scim.post('/Users', aUser({ [urn]: { pin: 'geheim-4711', badge: '7' } }))
    await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: `${urn}:pin`, value: 'anders-4712' }))
    await scim.delete(`/Users/${id}`)
    const told = JSON.stringify([
      historyOf(id),
      stateOf(id),
      ...historyOf(id).events.map(({ exchange }) => stateOf(id, { at: exchange.id })),
    ])
    expect(told).toContain('badge')
    expect(told).not.toMatch(/geheim|anders/)
  })
})

describe('who came and went by one exchange', () => {
  it('is told by name for a group, and for a learner that was deleted as the groups it left', async () => {
    const { scim, service, running } = await startHistory()
    const people = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        scim.post('/Users', aUser({ userName: `m${index}`, displayName: `Member ${index}` })),
      ),
    )
    const team = await scim.post('/Groups', aGroup({ displayName: 'Team', members: people.map(({ id }) => ({ value: id })) }))
    const [first, second] = people
    await scim.patch(`/Groups/${team.id}`, aPatch({ op: 'remove', path: `members[value eq "${first?.id}"]` }))
    await scim.patch(`/Groups/${team.id}`, aPatch({ op: 'replace', path: 'displayName', value: 'Crew' }))
    await scim.delete(`/Users/${second?.id}`)
    await scim.get(`/Groups/${team.id}`)
    running.flush()

    const connection = service.stores.connections.get(1)
    const movesOf = (exchange: number) => {
      const stored = service.stores.exchanges.get(exchange)
      if (!stored) throw new Error(`There is no exchange ${exchange}.`)
      return readMoves(service, connection, stored)
    }
    const none = { joined: [], left: [], joinedCount: 0, leftCount: 0 }
    expect(movesOf(1)).toEqual(none)
    expect(movesOf(26)).toMatchObject({ joinedCount: 25, leftCount: 0 })
    expect(movesOf(26).joined).toHaveLength(20)
    expect(movesOf(26).joined).toContainEqual({ id: first?.id, name: 'Member 0', resourceType: 'User' })
    expect(movesOf(27)).toEqual({
      ...none,
      left: [{ id: first?.id, name: 'Member 0', resourceType: 'User' }],
      leftCount: 1,
    })
    expect(movesOf(28)).toEqual(none)
    expect(movesOf(29)).toEqual({ ...none, left: [{ id: team.id, name: 'Crew', resourceType: 'Group' }], leftCount: 1 })
    expect(movesOf(30)).toEqual(none)
  })
})
