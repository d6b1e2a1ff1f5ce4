import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HistoryEvent, HistoryState } from '#contract/history.ts'
import type { Member } from '#contract/member.ts'
import { GroupProfile } from '../../../renderer/features/learners/GroupProfile.tsx'
import { LearnersPage } from '../../../renderer/features/learners/LearnersPage.tsx'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'
import { anEvent, aState } from './aHistory.ts'
import { aLearner } from './aLearner.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const events = [
  anEvent({
    exchange: { id: 5, action: 'groupChanged', sentence: 'Okta changed the group Crew', receivedAt: '2026-11-24T12:05:00.000Z' },
    by: 'membership',
    joined: [{ id: 'g2', name: 'Crew' }],
    joinedCount: 1,
  }),
  anEvent({
    exchange: { id: 4, action: 'updated', sentence: 'Okta updated Maya', receivedAt: '2026-11-24T12:04:00.000Z' },
    changes: [{ kind: 'replaced', attribute: 'title', before: 'Engineer', after: 'Lead' }],
  }),
  anEvent({
    exchange: {
      id: 2,
      action: 'lookedUp',
      sentence: 'Okta looked for maya and found nobody',
      receivedAt: '2026-11-24T12:02:00.000Z',
    },
    by: 'name',
    status: 'absent',
  }),
]

interface Opened {
  readonly at?: string
  readonly shown?: readonly HistoryEvent[]
  readonly states?: (query: URLSearchParams) => HistoryState | Response
}

function openLearner({ at = '', shown = events, states = () => aState() }: Opened = {}) {
  const { calls } = fakeService({
    'GET /connections/default/learners/u1': () => ({ summary: aLearner() }),
    'GET /connections/default/history/u1': (_, query) => {
      const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER)
      const older = shown.filter(({ exchange }) => exchange.id < before)
      return { events: older.slice(0, 3), hasMore: older.length > 3 }
    },
    'GET /connections/default/history/u1/state': (_, query) => states(query),
  })
  return {
    calls,
    ...openPage(<LearnersPage connection="default" />, {
      route: '/:connection/learners/:learner?',
      at: `/default/learners/u1${at}`,
    }),
  }
}

const history = async () => within(await screen.findByRole('list', { name: 'History, newest first' }))

describe('one learner', () => {
  it('shows its attributes by schema, each with the request that set it, and its groups', async () => {
    openLearner()
    const user = within(await screen.findByRole('region', { name: 'User' }))
    expect(user.getByText('maya@example.com')).toBeTruthy()
    expect(user.getByRole('link', { name: /userName was set .*: Okta created Maya Lindqvist/ }).getAttribute('href')).toBe(
      '/default/activity/3',
    )
    expect(within(screen.getByRole('region', { name: 'Enterprise user' })).getByText('Research')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Engineering' }).getAttribute('href')).toBe('/default/learners/groups/g1')
  })

  it('says of each request what it did: memberships, changes, a name that was sought', async () => {
    openLearner()
    const list = await history()
    expect(list.getAllByRole('listitem')).toHaveLength(3)
    expect(list.getByText('joined Crew')).toBeTruthy()
    expect(list.getByText('title changed')).toBeTruthy()
    expect(list.getByText('found by a name that it has or had')).toBeTruthy()
    expect(list.getByRole('link', { name: /Open the request: .*Okta updated Maya/ }).getAttribute('href')).toBe(
      '/default/activity/4?resourceId=u1',
    )
  })

  it('says of what had no value before that it was set, as of a group that is new', async () => {
    const set = { kind: 'added' as const, attribute: 'displayName', after: 'Crew' }
    openLearner({ shown: [anEvent({ exchange: { id: 6, method: 'POST', action: 'groupChanged' }, changes: [set] })] })
    expect((await history()).getByText('displayName set')).toBeTruthy()
  })

  it('shows the state after a request that is pressed, and what it changed', async () => {
    const { user, address, calls } = openLearner()
    await user.click((await history()).getByRole('button', { name: /Okta updated Maya title changed/ }))
    expect(address()).toBe('/default/learners/u1?at=4')
    await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/history/u1/state?at=4'))).toBe(true))
    const changes = within(screen.getByRole('list', { name: /^Changed at/ }))
    expect(changes.getByText('Engineer')).toBeTruthy()
    expect(changes.getByText('Lead')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Back to now' }))
    expect(address()).toBe('/default/learners/u1')
  })

  it('moves through time by the keys of the slider, which says where it is', async () => {
    const { user, address } = openLearner()
    const slider = await screen.findByRole('slider', { name: 'Moment' })
    expect(slider.getAttribute('aria-valuetext')).toBe('Now')
    slider.focus()
    await user.keyboard('{ArrowLeft}')
    expect(address()).toBe('/default/learners/u1?at=5')
    await user.keyboard('{Home}')
    expect(address()).toBe('/default/learners/u1?at=2')
    expect(slider.getAttribute('aria-valuetext')).toContain('Okta looked for maya and found nobody')
    await user.keyboard('{End}')
    expect(address()).toBe('/default/learners/u1')
  })

  it('compares any two moments', async () => {
    const { user, address } = openLearner({
      at: '?at=4',
      states: (query) =>
        aState(query.get('against') === '2' ? { changes: [{ kind: 'added', attribute: 'nickName', after: 'May' }] } : {}),
    })
    await user.click((await history()).getByRole('button', { name: /^Compare with .*found nobody/ }))
    expect(address()).toBe('/default/learners/u1?at=4&against=2')
    expect(await within(await screen.findByRole('list', { name: /^From .* to / })).findByText('nickName')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Compare no more' }))
    expect(address()).toBe('/default/learners/u1?at=4')
  })

  it('says when it was not here yet, and when a state cannot be told', async () => {
    openLearner({ at: '?at=2', states: () => aState({ status: 'absent', schemas: [], groups: [] }) })
    expect(await screen.findByText(/found nobody: the learner was not here yet/)).toBeTruthy()
    cleanup()
    openLearner({ at: '?at=4', states: () => aState({ status: 'unknown', schemas: [], groups: [] }) })
    expect(await screen.findByText(/cannot be told: a write that is needed for it is no longer kept/)).toBeTruthy()
  })

  it('reads older requests when they are asked for', async () => {
    const more = [...events, anEvent({ exchange: { id: 1, sentence: 'The first of all' } })]
    const { user } = openLearner({ shown: more })
    expect((await history()).queryByText('The first of all')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Older requests' }))
    expect(await screen.findByText('The first of all')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Older requests' })).toBeNull()
  })

  it('says that nothing is kept, that it cannot be read, and that there is no such learner', async () => {
    openLearner({ shown: [] })
    expect(await screen.findByText('No request that touched it is kept.')).toBeTruthy()
    cleanup()
    openLearner({ states: () => Response.json({ error: 'failed', message: 'The database is busy.' }, { status: 500 }) })
    expect(await screen.findByText(/The history could not be read/)).toBeTruthy()
    cleanup()
    fakeService({})
    openPage(<LearnersPage connection="default" />, { route: '/:connection/learners/:learner?', at: '/default/learners/u9' })
    expect(await screen.findByText('There is no such learner')).toBeTruthy()
  })
})

describe('one group', () => {
  const openGroup = (
    shown: readonly HistoryEvent[] | undefined,
    members: readonly Member[] = ['Maya', 'Tomas'].map((name) => ({ id: name, name, resourceType: 'User' })),
  ) => {
    const state = aState({ resourceType: 'Group', name: 'Crew', relatedCount: members.length })
    fakeService(
      shown === undefined
        ? {}
        : {
            'GET /connections/default/history/g1': () => ({ events: shown, hasMore: false }),
            'GET /connections/default/history/g1/state': () => state,
            'GET /connections/default/history/g1/members': (_, query) =>
              members.slice(Number(query.get('start'))).slice(0, Number(query.get('limit'))),
          },
    )
    return openPage(<GroupProfile connection="default" />, {
      route: '/:connection/learners/groups/:group',
      at: '/default/learners/groups/g1',
    })
  }

  it('shows who joined and left, and how many members there are', async () => {
    const joined = ['Maya', 'Tomas', 'Priya'].map((name) => ({ id: name, name }))
    openGroup([
      anEvent({ exchange: { id: 2, action: 'groupChanged' }, left: [{ id: 'u1', name: 'Maya' }], leftCount: 1 }),
      anEvent({ exchange: { id: 1, action: 'groupChanged' }, joined, joinedCount: 5 }),
    ])
    expect(await screen.findByRole('heading', { name: 'Crew' })).toBeTruthy()
    expect(screen.getByText('2 members')).toBeTruthy()
    expect(await screen.findByText('Maya left')).toBeTruthy()
    expect(screen.getByText('Maya, Tomas, Priya and 2 others joined')).toBeTruthy()
  })

  it('lists its members page by page, each a link to itself where it has a page', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index): Member => ({ id: `m${index}`, name: `Member ${index}`, resourceType: 'User' }),
    )
    const kinds: Member[] = [
      { id: 'gone', name: 'gone', resourceType: null },
      { id: 'g2', name: 'Nested', resourceType: 'Group' },
    ]
    const { user } = openGroup([anEvent({ exchange: { id: 1 } })], [...kinds, ...many])
    const section = within(await screen.findByRole('region', { name: 'Members: 62' }))
    expect(await section.findAllByRole('listitem')).toHaveLength(20)
    expect(section.getByRole('link', { name: 'Nested' }).getAttribute('href')).toBe('/default/learners/groups/g2')
    expect(section.getByRole('link', { name: 'Member 0' }).getAttribute('href')).toBe('/default/learners/m0')
    expect(section.queryByRole('link', { name: 'gone' })).toBeNull()
    await user.click(section.getByRole('button', { name: 'Show more members, 20 of 62 shown' }))
    await waitFor(() => expect(section.getAllByRole('listitem')).toHaveLength(40))
    await user.click(section.getByRole('button', { name: 'Show more members, 40 of 62 shown' }))
    await waitFor(() => expect(section.getAllByRole('listitem')).toHaveLength(60))
    await user.click(section.getByRole('button', { name: 'Show more members, 60 of 62 shown' }))
    await waitFor(() => expect(section.queryByRole('button', { name: /Show more/ })).toBeNull())
    expect(section.getAllByRole('listitem')).toHaveLength(62)
  })

  it('says when there is no such group', async () => {
    openGroup(undefined)
    expect(await screen.findByText('There is no such group')).toBeTruthy()
  })
})
