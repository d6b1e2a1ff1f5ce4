import { expect, it } from 'vitest'
import { toAttributeGroups } from '../../../renderer/features/learners/attributeGroups.ts'
import { aLearnerDetail } from './aLearner.ts'

const groups = toAttributeGroups(aLearnerDetail())

it('sets the attributes of each schema together, what the server adds last', () => {
  expect(groups.map(({ title }) => title)).toEqual(['User', 'Enterprise user', 'Kept by Rollcall'])
})

it('gives each value its path, and tells the values of one attribute apart by their type', () => {
  expect(groups[0]?.lines.map(({ path, value }) => `${path} = ${value}`)).toEqual([
    'userName = maya@example.com',
    'name.givenName = Maya',
    'name.familyName = Lindqvist',
    'emails[type eq "work"].value = maya@work.example',
    'emails[type eq "work"].primary = true',
    'emails.value = maya@home.example',
    'active = true',
  ])
  expect(groups[1]?.lines.map(({ path, value }) => `${path} = ${value}`)).toEqual(['department = Research', 'manager.value = u2'])
})

it('knows a moment from a text', () => {
  expect(groups[2]?.lines.filter(({ isMoment }) => isMoment).map(({ path }) => path)).toEqual(['meta.created'])
})

it('titles a custom extension by the name of its schema, and by a word where it has none', () => {
  const [acme, plain] = ['urn:example:acme:2.0:User', 'URN:example:plain']
  const { resource } = aLearnerDetail()
  const shown = toAttributeGroups({
    resource: { ...resource, [acme]: { desk: { floor: 2 } }, [plain]: { level: 1 } },
    extensions: [
      { id: acme, name: 'Acme staff' },
      { id: plain, name: plain },
    ],
  })
  expect(shown.map(({ title, urn, lines }) => [title, urn, lines[0]?.path]).slice(2, 4)).toEqual([
    ['Acme staff', acme, 'desk.floor'],
    ['Extension', plain, 'level'],
  ])
})
