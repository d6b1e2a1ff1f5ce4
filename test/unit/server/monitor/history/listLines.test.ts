import { expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { listLines } from '../../../../../server/monitor/history/listLines.ts'

const schemas = listLines({
  schemas: [urns.user, urns.enterpriseUser],
  id: 'u1',
  userName: 'maya@example.com',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  emails: [{ value: 'maya@work.example', type: 'work', primary: true }, { value: 'maya@home.example' }],
  active: true,
  groups: [{ value: 'g1', display: 'Engineering' }],
  [urns.enterpriseUser]: { department: 'Research', manager: { value: 'u2' } },
  meta: { resourceType: 'User' },
})

const textsOf = (index: number) => schemas[index]?.lines.map(({ path, value }) => `${path} = ${value}`)

it('sets the attributes of each schema together, what the server adds last', () => {
  expect(schemas.map(({ urn }) => urn)).toEqual([urns.user, urns.enterpriseUser, null])
  expect(textsOf(2)).toEqual(['id = u1', 'meta.resourceType = User'])
})

it('gives each value its path, and tells the values of one attribute apart by their type', () => {
  expect(textsOf(0)).toEqual([
    'userName = maya@example.com',
    'name.givenName = Maya',
    'name.familyName = Lindqvist',
    'emails[type eq "work"].value = maya@work.example',
    'emails[type eq "work"].primary = true',
    'emails.value = maya@home.example',
    'active = true',
  ])
  expect(textsOf(1)).toEqual(['department = Research', 'manager.value = u2'])
})
