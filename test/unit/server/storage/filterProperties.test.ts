import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attributes, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { checkFilter } from '../../../../server/protocol/filter/checkFilter.ts'
import { matches } from '../../../../server/protocol/filter/matches.ts'
import { parseFilter } from '../../../../server/protocol/filter/parseFilter.ts'
import { validateResource } from '../../../../server/protocol/validate.ts'
import { aFilter, aResource, everyTypeSchema, filterable, formatFilter, wideUserType } from '../../../support/arbitraries.ts'
import { strict } from '../protocol/recordTolerances.ts'
import { openStores } from './aStore.ts'

/** In no database: URLs and entity tags. Memberships have tests of their own. */
const unanswered = (path: string) =>
  ['meta.location', 'meta.version', 'meta', 'groups'].includes(path.replace(/^groups\..*/, 'groups'))

const times = fc.constantFrom('2026-03-01T12:00:00.000Z', '2026-03-01T12:00:00.001Z', '2019-01-01T00:00:00.000Z')
const learners = fc.array(fc.record({ attributes: aResource(wideUserType), at: times }), { minLength: 1, maxLength: 6 })
const filters = fc.array(aFilter(filterable(wideUserType), { leaveOut: unanswered }), { minLength: 1, maxLength: 12 })

class Undo extends Error {}

describe('any filter over any learners', () => {
  const { stores, connectionId } = openStores()

  /** Runs `work` with learners in the store, and without them afterwards. */
  function withLearners(stored: readonly { attributes: Attributes; at: string }[], work: () => void): void {
    try {
      stores.inTransaction(() => {
        for (const [index, { attributes, at }] of stored.entries()) {
          const id = `l${index}`
          stores.resources.insert({ connectionId, resourceType: 'User', id, attributes, at, simulated: false })
        }
        work()
        throw new Undo()
      })
    } catch (error) {
      if (!(error instanceof Undo)) throw error
    }
  }

  it('finds in the database whom it matches in memory', () => {
    let found = 0
    fc.assert(
      fc.property(learners, filters, (given, asked) => {
        const stored = given.map(({ attributes, at }, index) => ({ at, attributes: toStored(attributes, index) }))
        withLearners(stored, () => {
          for (const filter of asked) {
            const expected = stored.flatMap((learner, index) =>
              matches(filter, toWhole(learner, index), wideUserType) ? [`l${index}`] : [],
            )
            const query = {
              filter: checkFilter(parseFilter(formatFilter(filter), strict), wideUserType, strict),
              type: wideUserType,
              startIndex: 1,
              count: 10,
            }
            const { resources, totalResults } = stores.resources.query(connectionId, 'User', query)
            expect([formatFilter(filter), resources.map(({ id }) => id)]).toEqual([formatFilter(filter), expected])
            expect(totalResults).toBe(expected.length)
            found += expected.length
          }
        })
      }),
      { numRuns: 120 },
    )
    expect(found).toBeGreaterThan(100)
  })
})

/** As a POST would store it; a name of its own, because that is unique. */
function toStored(attributes: Attributes, index: number): Attributes {
  const { userName: name = '' } = attributes
  const body = {
    schemas: [urns.user, urns.enterpriseUser, everyTypeSchema.id],
    ...attributes,
    userName: index === 0 ? name : `${typeof name === 'string' ? name : ''}${index}`,
  }
  const valid = validateResource(body, wideUserType, strict)
  expect(valid.notKept).toEqual([])
  return valid.attributes
}

/** What a client sees of it, which is what `matches` is asked of. */
function toWhole({ attributes, at }: { attributes: Attributes; at: string }, index: number): JsonObject {
  const extensions = Object.keys(attributes).filter((name) => name.startsWith('urn:'))
  const meta = { resourceType: 'User', created: at, lastModified: at }
  return { schemas: [urns.user, ...extensions], id: `l${index}`, ...attributes, meta }
}
