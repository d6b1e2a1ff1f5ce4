import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LearnerSummary } from '#contract/learner.ts'
import { LearnersPage } from '../../../renderer/features/learners/LearnersPage.tsx'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'
import { aLearner, aRoster } from './aLearner.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function openLearners(learners: readonly LearnerSummary[], at = '', replies: Parameters<typeof fakeService>[0] = {}) {
  const { calls } = fakeService({
    'GET /connections/default/learners': (_, query) => {
      const found = learners.filter(
        ({ name, status }) => name.startsWith(query.get('search') ?? '') && (query.get('status') ?? status) === status,
      )
      const count = (status: string) => learners.filter((learner) => learner.status === status).length
      const offset = Number(query.get('offset'))
      return aRoster(found.slice(offset, offset + Number(query.get('limit'))), {
        total: found.length,
        counts: { active: count('active'), archived: count('archived'), deleted: count('deleted') },
      })
    },
    ...replies,
  })
  return {
    calls,
    ...openPage(<LearnersPage connection="default" />, {
      route: '/:connection/learners/:learner?',
      at: `/default/learners${at}`,
    }),
  }
}

const three = [
  aLearner(),
  aLearner({ id: 'u2', name: 'Tomas Okoye', status: 'archived', simulated: true }),
  aLearner({ id: 'u3', name: 'Ada Lovelace', status: 'deleted', email: null }),
]
const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent)

describe('the roster', () => {
  it('shows each learner with its status, and marks what the simulator made', async () => {
    openLearners(three)
    const row = within(await screen.findByRole('row', { name: /Tomas Okoye/ }))
    expect(row.getByText('Archived')).toBeTruthy()
    expect(row.getByText('simulated')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Maya Lindqvist' }).getAttribute('href')).toBe('/default/learners/u1')
  })

  it('counts each status, and narrows to one in the address', async () => {
    const { user, address } = openLearners(three)
    await user.click(await screen.findByRole('button', { name: 'Archived 1' }))
    expect(address()).toBe('/default/learners?status=archived')
    await waitFor(() => expect(names()).toEqual(['Tomas Okoye']))
  })

  it('searches by what the address says', async () => {
    openLearners(three, '?search=Ada')
    expect(await screen.findByRole('link', { name: 'Ada Lovelace' })).toBeTruthy()
    expect(names()).toEqual(['Ada Lovelace'])
  })

  it('sorts by the head of a column, names from a, times from the newest, and turns round', async () => {
    const { user, address, calls } = openLearners(three)
    await screen.findByRole('link', { name: 'Maya Lindqvist' })
    await user.click(screen.getByRole('button', { name: 'Name' }))
    expect(address()).toBe('/default/learners?sort=name')
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending'))
    await user.click(screen.getByRole('button', { name: 'Name' }))
    expect(address()).toBe('/default/learners?sort=name&order=desc')
    await user.click(screen.getByRole('button', { name: 'Last change' }))
    expect(address()).toBe('/default/learners?sort=lastChange')
    await waitFor(() => expect(calls.at(-1)?.path).toContain('sort=lastChange&order=desc'))
  })

  it('links the last success and failure to their requests, and says where there is none', async () => {
    const at = '2026-11-24T12:00:00.000Z'
    openLearners([aLearner({ lastSuccess: null, lastFailure: { exchange: 9, at } })])
    const row = within(await screen.findByRole('row', { name: /Maya Lindqvist/ }))
    expect(row.getByRole('link', { name: /^Last failure/ }).getAttribute('href')).toBe('/default/activity/9')
    expect(row.queryByRole('link', { name: /^Last success/ })).toBeNull()
    expect(row.getByText('none')).toBeTruthy()
  })

  it('turns pages', async () => {
    const many = Array.from({ length: 120 }, (_, index) => aLearner({ id: `u${index}`, name: `Learner ${index}` }))
    const { user, address } = openLearners(many)
    expect(await screen.findByText('1–50 of 120')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /next page/i }))
    expect(address()).toBe('/default/learners?page=2')
    await waitFor(() => expect(names()[0]).toBe('Learner 50'))
  })

  it('says 0 of N and clears', async () => {
    const { user, address } = openLearners(three, '?search=Nobody')
    expect(await screen.findByText('0 of 3')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }))
    expect(address()).toBe('/default/learners')
  })

  it('says how the first learner will appear', async () => {
    openLearners([])
    expect(await screen.findByText('No learners yet')).toBeTruthy()
  })

  it('says what could not be read', async () => {
    openLearners([], '', {
      'GET /connections/default/learners': () =>
        Response.json({ error: 'failed', message: 'The database is busy.' }, { status: 500 }),
    })
    expect(await screen.findByText(/The learners could not be read/)).toBeTruthy()
  })
})

const manyGroups = ['Everyone', ...Array.from({ length: 69 }, (_, index) => `Team ${index}`)].map((displayName, index) => ({
  id: `g${index}`,
  displayName,
  memberCount: 100_000,
  simulated: false,
  lastModified: '2026-11-24T12:00:00.000Z',
}))

function openGroups(address = '') {
  return openLearners([], `?tab=groups${address}`, {
    'GET /connections/default/groups': (_, query) => {
      const found = manyGroups.filter(({ displayName }) => displayName.includes(query.get('search') ?? ''))
      const offset = Number(query.get('offset'))
      return { counts: { all: 70, simulated: 0 }, total: found.length, groups: found.slice(offset, offset + 50) }
    },
  })
}

describe('groups', () => {
  it('are shown with how many members each has, page by page', async () => {
    const { user } = openGroups()
    expect(await screen.findByRole('row', { name: /Everyone 100,000/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Everyone' }).getAttribute('href')).toBe('/default/learners/groups/g0')
    expect(screen.getByText('1–50 of 70')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /next page/i }))
    expect(await screen.findByRole('link', { name: 'Team 68' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Everyone' })).toBeNull()
  })

  it('are put in another order by the head of a column, in the address', async () => {
    const { user, address, calls } = openGroups()
    await user.click(await screen.findByRole('button', { name: 'Members' }))
    expect(address()).toBe('/default/learners?tab=groups&sort=members')
    await waitFor(() => expect(calls.at(-1)?.path).toContain('sort=members&order=desc'))
    expect(screen.getByRole('columnheader', { name: 'Members' }).getAttribute('aria-sort')).toBe('descending')
    await user.click(screen.getByRole('button', { name: 'Members' }))
    expect(address()).toBe('/default/learners?tab=groups&sort=members&order=asc')
    await user.click(screen.getByRole('tab', { name: 'Learners' }))
    expect(address()).toBe('/default/learners')
  })

  it('are narrowed to a name, and 0 of N is said and cleared', async () => {
    const { user } = openGroups('&search=Nowhere')
    expect(await screen.findByText('0 of 70')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all groups' }))
    expect(await screen.findByRole('link', { name: 'Everyone' })).toBeTruthy()
  })
})
