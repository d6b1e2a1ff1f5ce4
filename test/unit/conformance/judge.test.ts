import { expect, it } from 'vitest'
import { judge } from '../../conformance/judge.ts'

const held = { step: 'Read', assertion: 'is there', failure: undefined }
const failing = { step: 'Read', assertion: 'is 204', failure: 'it is 200' }
const difference = { suite: 'A suite', step: 'Read', assertion: 'is 204', reason: 'Both are allowed.' }

it('counts a failure without a reason as one', () => {
  expect(judge([held, failing], [])).toEqual({ held: 1, failed: [failing], differences: [], outdated: [] })
})

it('sets a failure beside its reason', () => {
  expect(judge([held, failing], [difference])).toEqual({
    held: 1,
    failed: [],
    differences: [{ ...failing, reason: 'Both are allowed.' }],
    outdated: [],
  })
})

it('tells a reason that nothing needs any more', () => {
  expect(judge([held, { ...failing, failure: undefined }], [difference])).toMatchObject({ held: 2, outdated: [difference] })
})
