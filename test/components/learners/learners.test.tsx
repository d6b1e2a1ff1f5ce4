import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LearnerSummary } from '#contract/learner.ts'
import { LearnersPage } from '../../../renderer/features/learners/LearnersPage.tsx'
import { openPage } from '../openPage.tsx'
import { anExchangeSummary } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'
import { aLearner, aLearnerDetail, aRoster } from './aLearner.ts'

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

it('shows groups with how many members each has', async () => {
  openLearners([], '?tab=groups', {
    'GET /connections/default/groups': () => [
      { id: 'g1', displayName: 'Everyone', memberCount: 100_000, simulated: false, lastModified: '2026-11-24T12:00:00.000Z' },
    ],
  })
  expect(await screen.findByRole('row', { name: /Everyone 100,000/ })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Everyone' }).getAttribute('href')).toBe('/default/activity?resourceId=g1')
})

describe('one learner', () => {
  const open = (detail = aLearnerDetail()) => openLearners([], '/u1', { 'GET /connections/default/learners/u1': () => detail })

  it('shows its attributes by schema', async () => {
    open()
    const enterprise = within(await screen.findByRole('region', { name: 'Enterprise user' }))
    expect(enterprise.getByText('department')).toBeTruthy()
    expect(enterprise.getByText('Research')).toBeTruthy()
  })

  it('links everything that touched it to its exchange', async () => {
    open(
      aLearnerDetail({ history: [anExchangeSummary({ id: 4 }), anExchangeSummary({ id: 3, action: 'lookedUp', status: 200 })] }),
    )
    const history = within(await screen.findByRole('list', { name: 'History, newest first' }))
    expect(history.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/default/activity/4',
      '/default/activity/3',
    ])
  })

  it('says when there is no such learner', async () => {
    openLearners([], '/u9')
    expect(await screen.findByText('There is no such learner')).toBeTruthy()
  })
})
