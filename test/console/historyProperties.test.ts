import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Attributes, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { startHistory } from '../support/aHistory.ts'
import { everyTypeSchema, wideUserType } from '../support/arbitraries.ts'
import { aPatch } from '../support/aUser.ts'
import { aStoredResource, operationsOn, patchable, toPatchOperation } from '../unit/server/protocol/patch/anOperation.ts'

// So few texts that values are the same, or selected, again and again.
const few = { texts: ['a', 'A', 'b'] }
const aBody = aStoredResource(wideUserType, few).map((attributes): JsonObject => ({ schemas: [urns.user], ...attributes }))
const aPatchOp = operationsOn(patchable(wideUserType), few).map((operations) => aPatch(...operations.map(toPatchOperation)))
const aWrite = fc.oneof(
  aBody.map((body) => ({ method: 'PUT', body })),
  aPatchOp.map((body) => ({ method: 'PATCH', body })),
  fc.constant({ method: 'GET', body: undefined }),
)

it('rebuilds from what each write took the place of, exactly, what any sequence of writes had stored', async () => {
  const { scim, service, getSubject, exchanges } = await startHistory()
  service.stores.connections.addExtension(1, everyTypeSchema)
  let changes = 0
  await fc.assert(
    fc.asyncProperty(aBody, fc.array(aWrite, { minLength: 1, maxLength: 8 }), async (created, writes) => {
      const { id, status } = await scim.post('/Users', created)
      expect(status).toBe(201)
      const stored: { exchange: number; attributes: Attributes | undefined }[] = []
      const note = () => {
        const attributes = service.stores.resources.find(1, 'User', id)?.attributes
        stored.push({ exchange: exchanges()[0]?.id ?? 0, attributes })
      }
      note()
      for (const { method, body } of writes) {
        await scim.send(method, `/Users/${id}`, body)
        note()
      }
      const { stateAfter, steps } = getSubject(id)
      changes += steps.length
      for (const { exchange, attributes } of stored) {
        const state = stateAfter(exchange)
        expect(state.kind === 'known' && state.attributes).toEqual(attributes)
      }
      expect(stateAfter((stored[0]?.exchange ?? 0) - 1)).toEqual({ kind: 'absent' })
      await scim.delete(`/Users/${id}`)
      expect(getSubject(id).stateAfter(stored.at(-1)?.exchange ?? 0)).toMatchObject({ attributes: stored.at(-1)?.attributes })
    }),
    { numRuns: 60 },
  )
  expect(changes).toBeGreaterThan(100)
}, 60_000)
