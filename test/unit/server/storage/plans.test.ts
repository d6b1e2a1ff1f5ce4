import { describe, expect, it } from 'vitest'
import type { Filter } from '../../../../server/protocol/filter/ast.ts'
import { createFailureTrends } from '../../../../server/storage/failureTrends.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { openStores } from './aStore.ts'

const eq = (attribute: string, subAttribute?: string): Filter => ({
  kind: 'compare',
  path: { attribute, ...(subAttribute && { subAttribute }) },
  operator: 'eq',
  value: 'x',
})

describe('what is asked often is answered by an index', () => {
  const { db, seqOf, stores, connectionId, plansOf, insertUser, insertGroup } = openStores()
  const { resources, memberships, exchanges, history } = stores
  const trends = createFailureTrends(db)
  const lastMonth = { since: '2026-10-25T00:00:00.000Z', stretchSeconds: 86_400, stretches: 30 }
  const ignoredPlan = /exchange_failure \(connection_id=\? AND failure_key=\? AND rowid>\?/
  insertUser({}, { id: 'u1' })
  insertGroup('Team', { id: 'g1' })
  exchanges.insert(anExchange({ connectionId, status: 409 }))

  const query = (resourceType: 'User' | 'Group', filter?: Filter, startIndex = 1) =>
    plansOf(() => resources.query(connectionId, resourceType, { ...(filter && { filter }), startIndex, count: 10 }))

  it.each<[string, () => string, RegExp]>([
    [
      'a user by id',
      () => plansOf(() => resources.find(connectionId, 'User', 'u1')),
      /resource_id \(connection_id=\? AND id=\?\)/,
    ],
    [
      'a user by name',
      () => plansOf(() => resources.findByUniqueName(connectionId, 'User', 'x')),
      /resource_name \(.*folded_name=\? AND name_claim=\?\)/,
    ],
    [
      'a group by name',
      () => plansOf(() => resources.findByUniqueName(connectionId, 'Group', 'x')),
      /resource_name \(.*folded_name=\?\)/,
    ],
    [
      'how often an externalId stands',
      () => plansOf(() => resources.countByExternalId(connectionId, 'User', 'x')),
      /resource_external_id/,
    ],
    ['filter userName', () => query('User', eq('userName')), /resource_name \(.*folded_name=\? AND name_claim=\?\)/],
    [
      'filter the start of userName',
      () => query('User', { kind: 'compare', path: { attribute: 'userName' }, operator: 'sw', value: 'x' }),
      /folded_name>\? AND folded_name<\?/,
    ],
    ['filter externalId', () => query('User', eq('externalId')), /resource_external_id \(.*external_id=\?\)/],
    ['filter id', () => query('User', eq('id')), /resource_id \(connection_id=\? AND id=\?\)/],
    ['filter e-mail', () => query('User', eq('emails', 'value')), /SEARCH email USING PRIMARY KEY \(folded_value=\?\)/],
    [
      'filter work e-mail',
      () =>
        query('User', {
          kind: 'valuePath',
          path: { attribute: 'emails' },
          filter: { kind: 'and', left: eq('type'), right: eq('value') },
        }),
      /SEARCH email USING PRIMARY KEY \(folded_value=\?\)/,
    ],
    [
      'filter one name or another',
      () => query('User', { kind: 'or', left: eq('userName'), right: eq('externalId') }),
      /MULTI-INDEX OR/,
    ],
    ['filter group name', () => query('Group', eq('displayName')), /resource_name \(.*folded_name=\?\)/],
    ['filter member', () => query('Group', eq('members', 'value')), /membership_member \(member_seq=\?\)/],
    ['filter group of a user', () => query('User', eq('groups', 'value')), /membership USING PRIMARY KEY \(group_seq=\?\)/],
    ['a page far back', () => query('User', undefined, 1000), /USING COVERING INDEX resource_order/],
    [
      'the roster',
      () => plansOf(() => resources.listLearners(connectionId, { search: '', offset: 0, limit: 10 })),
      /MERGE \(UNION ALL\)/,
    ],
    [
      'a search in the roster',
      () => plansOf(() => resources.listLearners(connectionId, { search: 'x', offset: 0, limit: 10 })),
      /resource_display \(.*folded_display>\?/,
    ],
    ['members', () => plansOf(() => memberships.list(seqOf('g1'))), /membership USING PRIMARY KEY \(group_seq=\?\)/],
    ['groups of a member', () => plansOf(() => memberships.ofMember(seqOf('u1'))), /membership_member \(member_seq=\?\)/],
    [
      'the exchange list',
      () => plansOf(() => exchanges.list(connectionId, { limit: 10 })),
      /MERGE \(UNION ALL\)[\s\S]*exchange_connection/,
    ],
    ['failed exchanges', () => plansOf(() => exchanges.list(connectionId, { show: 'failures', limit: 10 })), /exchange_failed/],
    [
      'exchanges of a cause',
      () => plansOf(() => exchanges.list(connectionId, { group: 'x', limit: 10 })),
      /exchange_failure \(.*failure_key=\?/,
    ],
    [
      'exchanges that touched a resource',
      () => plansOf(() => exchanges.list(connectionId, { resourceId: 'u1', limit: 10 })),
      /exchange_resource[\s\S]*bulk_resource[\s\S]*membership_change USING PRIMARY KEY \(member_id=\?\)/,
    ],
    [
      'a history',
      () => plansOf(() => history.touching(connectionId, { id: 'u1', names: [], before: 9, limit: 10 })),
      /MERGE \(UNION\)[\s\S]*sought USING PRIMARY KEY \(kind=\? AND value=\?/,
    ],
    ['the writes of a history', () => plansOf(() => history.writes(connectionId, 'u1')), /exchange_resource \(resource_id=\?/],
    [
      'who came and went in a group',
      () => plansOf(() => history.moveCounts('g1')),
      /membership_change_exchange \(exchange_id=\? AND group_id=\?/,
    ],
    [
      'who came and went by one exchange',
      () => plansOf(() => history.moveCount('g1', 1)),
      /membership_change_exchange \(exchange_id=\? AND group_id=\?/,
    ],
    [
      'the members of a group at a moment',
      () =>
        plansOf(() =>
          history.membersAfter({ id: 'g1', seq: seqOf('g1').seq }, { connectionId, exchangeId: 1, start: 0, limit: 9 }),
        ),
      /membership USING PRIMARY KEY \(group_seq=\?\)[\s\S]*membership_change_exchange \(exchange_id=\? AND group_id=\?/,
    ],
    ['the memberships of a member', () => plansOf(() => history.movesOfMember('u1')), /PRIMARY KEY \(member_id=\?/],
    [
      'last success and failure',
      () => plansOf(() => resources.findLearner(connectionId, 'u1')),
      /exchange_resource \([\s\S]*exchange_resource_failed \(/,
    ],
    ['what is new of an ignored cause', () => plansOf(() => stores.ignoredCauses.list(connectionId)), ignoredPlan],
    ['trends', () => plansOf(() => trends(connectionId, lastMonth)), /exchange_failed|exchange_failure/],
    ['exchanges by their ids', () => plansOf(() => exchanges.list(connectionId, { ids: '1,2', limit: 10 })), /json_each/],
    [
      'a proof',
      () => plansOf(() => exchanges.newest(connectionId, { simulated: false, succeeded: true })),
      /exchange_proof \(.*caller=\? AND action=\? AND simulated=\? AND failed=\? AND/,
    ],
    [
      'newest writes',
      () => plansOf(() => exchanges.newestWrites(connectionId, { simulated: false, limit: 10 })),
      /exchange_connection/,
    ],
    [
      'failures',
      () => plansOf(() => exchanges.failures(connectionId)),
      /exchange_failed[\s\S]*exchange_route \(.*route=\? AND method=\?/,
    ],
    ['how many are in a list', () => plansOf(() => exchanges.count(connectionId)), /COVERING INDEX exchange_connection/],
    [
      'recent exchanges of an action',
      () => plansOf(() => stores.traces.recent(connectionId, { action: 'created', outcome: 'succeeded' })),
      /exchange_proof \(connection_id=\? AND caller=\? AND action=\? AND simulated=\? AND failed=\?\)/,
    ],
    [
      'groups without members',
      () => plansOf(() => stores.traces.emptyGroups(connectionId, '2026-11-20T12:00:00.000Z')),
      /exchange_route \(.*route=\? AND method=\?[\s\S]*membership USING PRIMARY KEY/,
    ],
    ['trimming', () => plansOf(() => exchanges.trimUnauthenticated(10)), /exchange_unauthenticated/],
  ])('%s', (_, plan, index) => {
    expect(plan()).toMatch(index)
    // SCAN of a subquery's rows is none of a table.
    expect(plan()).not.toMatch(/SCAN (resource|exchange|email|membership)\b(?! USING (COVERING )?INDEX exchange_)/)
  })

  it.each([
    ['the exchange list', () => plansOf(() => exchanges.list(connectionId, { limit: 10 }))],
    ['a page', () => query('User')],
    ['the roster', () => plansOf(() => resources.listLearners(connectionId, { search: '', offset: 0, limit: 10 }))],
  ])('%s is not sorted', (_, plan) => {
    expect(plan()).not.toContain('TEMP B-TREE')
  })

  it.each([
    ['name', 'resource_display'],
    ['userName', 'resource_name'],
  ] as const)('the roster by %s is cut from an index in that order: the page alone is sorted', (sort, index) => {
    const plan = plansOf(() => resources.listLearners(connectionId, { search: '', sort, order: 'asc', offset: 0, limit: 10 }))
    expect(plan).toMatch(new RegExp(`LIST SUBQUERY \\d+\\n.*COVERING INDEX ${index} .*\\nCORRELATED`))
  })

  it('counts all users without counting', () => {
    expect(query('User')).toMatch(/resource_count USING PRIMARY KEY/)
  })
})
