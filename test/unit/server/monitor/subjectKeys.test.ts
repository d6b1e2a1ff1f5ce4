import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../../server/monitor/observation.ts'
import { toSubjectKeys } from '../../../../server/monitor/subjectKeys.ts'
import { anObservation, aPatch, maya } from './anObservation.ts'

const keysOf = (stated: Partial<Observation>, resourceId: string | null = null) =>
  toSubjectKeys(anObservation(stated), resourceId)?.split(' ') ?? []
const isShared = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key))

const create: Partial<Observation> = { method: 'POST', status: 201, after: { ...maya, externalId: '00u1' } }
const created = keysOf(create, 'u1')
const look = (filter: string) => keysOf({ query: { filter } })

describe('the keys of a request', () => {
  it.each([
    'userName eq "maya.lindqvist@example.com"',
    'USERNAME EQ "Maya.Lindqvist@example.com"',
    'externalId eq "00u1"',
    'emails[type eq "work"].value eq "maya.lindqvist@example.com"',
    'id eq "u1"',
    'id eq "u1" and manager eq "u2"',
  ])('are shared by a create and the look-up %s', (filter) => {
    expect(isShared(look(filter), created)).toBe(true)
  })

  it.each(['userName eq "tomas@example.com"', 'title eq "maya.lindqvist@example.com"', 'userName sw "maya"', 'active eq true'])(
    'are not shared by a create and the look-up %s',
    (filter) => {
      expect(isShared(look(filter), created)).toBe(false)
    },
  )

  it('are shared by the change of a learner and a look-up that read or found it', () => {
    const changed = keysOf({ ...aPatch(), target: { kind: 'user', id: 'u1' }, before: maya, after: maya }, 'u1')
    expect(isShared(keysOf({ target: { kind: 'user', id: 'u1' }, before: maya }, 'u1'), changed)).toBe(true)
    expect(isShared(keysOf({ query: { filter: 'title eq "Engineer"' }, totalResults: 1, before: maya }, 'u1'), changed)).toBe(
      true,
    )
  })

  it('are shared by a rename and look-ups by either name', () => {
    const renamed = keysOf({ method: 'PUT', before: maya, after: { ...maya, userName: 'maya.berg@example.com' } }, 'u1')
    expect(isShared(look('userName eq "maya.lindqvist@example.com"'), renamed)).toBe(true)
    expect(isShared(look('userName eq "maya.berg@example.com"'), renamed)).toBe(true)
  })

  it('are those of the body where a create was refused', () => {
    expect(
      isShared(look('userName eq "maya.lindqvist@example.com"'), keysOf({ ...create, status: 409, after: null, body: maya })),
    ).toBe(true)
  })

  it('tell a group from a learner of the same name', () => {
    const group = keysOf({ method: 'POST', target: { kind: 'groups' }, after: { displayName: 'maya.lindqvist@example.com' } })
    expect(isShared(group, created)).toBe(false)
    expect(
      isShared(group, keysOf({ target: { kind: 'groups' }, query: { filter: 'displayName eq "Maya.Lindqvist@example.com"' } })),
    ).toBe(true)
  })

  it('are none where a request is about nobody in particular, or was not let in', () => {
    expect(toSubjectKeys(anObservation({ query: { count: '100' } }), null)).toBeNull()
    expect(toSubjectKeys(anObservation({ target: { kind: 'bulk' }, method: 'POST' }), null)).toBeNull()
    expect(
      toSubjectKeys(anObservation({ credential: { kind: 'refused', why: 'unknown' }, method: 'POST', body: maya }), 'u1'),
    ).toBeNull()
  })

  it('stay short, however long the names are', () => {
    const long = { userName: 'x'.repeat(5000), externalId: 'y'.repeat(5000) }
    expect(keysOf({ method: 'PUT', before: maya, after: long }, 'z'.repeat(5000)).join(' ')).toHaveLength(35)
  })
})
