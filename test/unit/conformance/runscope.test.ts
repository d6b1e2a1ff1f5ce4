import { describe, expect, it } from 'vitest'
import { RunscopeExport, runRunscope } from '../../conformance/runscope.ts'
import { startService } from '../../support/startService.ts'

const headers = { Authorization: ['{{auth}}'], 'Content-Type': ['application/json'] }
const create = {
  step_type: 'request',
  note: 'Create',
  method: 'POST',
  url: '{{SCIMBaseURL}}/Users',
  headers,
  body: '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"{{randomUsername}}"}',
  variables: [{ source: 'response_json', name: 'created', property: 'id' }],
}
const read = { step_type: 'request', note: 'Read', method: 'GET', url: '{{SCIMBaseURL}}/Users/{{created}}', headers }

type Written = [source: string, comparison: string, value?: string, property?: string]
const assertions = (...written: Written[]) =>
  written.map(([source, comparison, value, property]) => ({ source, comparison, value, property }))

async function run(...steps: object[]) {
  const { scimUrl, token } = await startService()
  return await runRunscope(RunscopeExport.parse({ name: 'A suite', steps }), { scimUrl, token })
}

describe('a Runscope export', () => {
  it('has its variables filled in, those of earlier replies included, and its pauses left out', async () => {
    const results = await run(
      { ...create, assertions: assertions(['response_status', 'equal_number', '201']) },
      { step_type: 'pause', duration: 3600 },
      { ...read, assertions: assertions(['response_json', 'equal', '{{randomUsername}}', 'userName']) },
      { ...read, assertions: assertions(['response_json', 'equal', '{{created}}', 'id']) },
    )
    expect(results).toEqual([
      { step: 'Create', assertion: 'response_status equal_number 201', failure: undefined },
      { step: 'Read', assertion: 'response_json userName equal priya.raman@example.com', failure: undefined },
      { step: 'Read (2)', assertion: expect.stringMatching(/^response_json id equal [\w-]+$/), failure: undefined },
    ])
  })

  it.each<[...Written, string]>([
    ['response_status', 'equal_number', '404', undefined, 'response_status is 200'],
    ['response_json', 'equal', 'someone', 'userName', 'response_json userName is "priya.raman@example.com"'],
    ['response_json', 'not_empty', undefined, 'emails[0].value', 'response_json emails[0].value is not there'],
    ['response_json', 'is_a_number', undefined, 'userName', 'response_json userName is "priya.raman@example.com"'],
    [
      'response_json',
      'has_value',
      'urn:other',
      'schemas',
      'response_json schemas is ["urn:ietf:params:scim:schemas:core:2.0:User"]',
    ],
    ['response_json', 'contains', 'other', 'userName', 'response_json userName is "priya.raman@example.com"'],
  ])('says why an assertion does not hold: %s %s', async (source, comparison, value, property, failure) => {
    const results = await run(
      { ...create, assertions: [] },
      { ...read, assertions: assertions([source, comparison, value, property]) },
    )
    expect(results).toMatchObject([{ failure }])
  })
})
