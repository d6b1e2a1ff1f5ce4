import { z } from 'zod'
import { type AssertionResult, createStepNamer, type SuiteTarget } from './suite.ts'

const Source = z.enum(['response_status', 'response_json', 'response_time'])
type Source = z.infer<typeof Source>

const Assertion = z.object({
  source: Source,
  comparison: z.enum(['equal', 'equal_number', 'not_empty', 'has_value', 'contains', 'is_a_number', 'is_less_than']),
  value: z.union([z.string(), z.number()]).nullish(),
  property: z.string().nullish(),
})
type Assertion = z.infer<typeof Assertion>

const RequestStep = z.object({
  step_type: z.literal('request'),
  note: z.string().nullish(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().nullish(),
  assertions: z.array(Assertion),
  variables: z.array(z.object({ source: Source, name: z.string(), property: z.string() })).default([]),
})
type RequestStep = z.infer<typeof RequestStep>

/** A test in the form that Runscope exports. The scripts in it are not run. */
export const RunscopeExport = z.object({
  name: z.string(),
  steps: z.array(z.discriminatedUnion('step_type', [RequestStep, z.looseObject({ step_type: z.literal('pause') })])),
})
export type RunscopeExport = z.infer<typeof RunscopeExport>

interface Reply {
  readonly status: number
  readonly json: unknown
  readonly timeMs: number
}

/** Runs the steps in order, without their pauses. One full, active user is there before the first. */
export async function runRunscope({ steps }: RunscopeExport, target: SuiteTarget): Promise<AssertionResult[]> {
  await createFirstUser(target)
  const variables = toFirstVariables(target)
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => variables.get(name) ?? whole)
  const nameStep = createStepNamer()
  const results: AssertionResult[] = []
  for (const step of steps) {
    if (step.step_type !== 'request') continue
    const reply = await send(step, fill)
    for (const { name, source, property } of step.variables) {
      const value = toText(read(reply, source, property))
      if (value !== undefined) variables.set(name, value)
    }
    const name = nameStep(step.note ?? `${step.method} ${step.url}`)
    results.push(...step.assertions.map((assertion) => checkAssertion(assertion, { name, reply, fill })))
  }
  return results
}

function toFirstVariables({ scimUrl, token }: SuiteTarget): Map<string, string> {
  const username = 'priya.raman@example.com'
  return new Map([
    ['SCIMBaseURL', scimUrl],
    ['auth', `Bearer ${token}`],
    ['randomGivenName', 'Priya'],
    ['randomFamilyName', 'Raman'],
    ['randomEmail', username],
    ['randomUsername', username],
    ['randomUsernameCaps', username.toUpperCase()],
    ['InvalidUserEmail', 'nobody@example.com'],
    ['UserIdThatDoesNotExist', 'no-such-user'],
  ])
}

async function createFirstUser({ scimUrl, token }: SuiteTarget): Promise<void> {
  const reply = await fetch(`${scimUrl}/Users`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    body: JSON.stringify({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'maya.lindqvist@example.com',
      name: { givenName: 'Maya', familyName: 'Lindqvist' },
      displayName: 'Maya Lindqvist',
      emails: [{ value: 'maya.lindqvist@example.com', type: 'work', primary: true }],
      active: true,
    }),
  })
  if (reply.status !== 201) throw new Error(`The first user could not be created: ${reply.status} ${await reply.text()}`)
}

async function send({ method, url, headers, body }: RequestStep, fill: (text: string) => string): Promise<Reply> {
  const startedAt = performance.now()
  const reply = await fetch(fill(url), {
    method,
    headers: Object.entries(headers).flatMap(([name, values]) => values.map((value): [string, string] => [name, fill(value)])),
    ...(body && { body: fill(body) }),
    redirect: 'manual',
  })
  const text = await reply.text()
  return { status: reply.status, json: parseJson(text), timeMs: performance.now() - startedAt }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: the assertions about it then say what they miss.
    return undefined
  }
}

function read({ status, json, timeMs }: Reply, source: Source, property: string | null | undefined): unknown {
  switch (source) {
    case 'response_status':
      return status
    case 'response_time':
      return timeMs
    case 'response_json':
      return property ? readProperty(json, property) : json
  }
}

/** `Resources[0].emails[0].value` */
function readProperty(json: unknown, path: string): unknown {
  return (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (value, name) => (value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined),
    json,
  )
}

function checkAssertion(
  { source, comparison, value, property }: Assertion,
  { name, reply, fill }: { name: string; reply: Reply; fill: (text: string) => string },
): AssertionResult {
  const actual = read(reply, source, property)
  const expected = fill(String(value ?? ''))
  const what = property ? `${source} ${property}` : source
  const wanted = `${comparison}${value === null || value === undefined ? '' : ` ${expected}`}`
  return {
    step: name,
    assertion: `${what} ${wanted}`,
    failure: holds(comparison, actual, expected) ? undefined : `${what} is ${JSON.stringify(actual) ?? 'not there'}`,
  }
}

function holds(comparison: Assertion['comparison'], actual: unknown, expected: string): boolean {
  switch (comparison) {
    case 'equal':
      return toText(actual) === expected
    case 'equal_number':
      return isNumber(actual) && Number(actual) === Number(expected)
    case 'not_empty':
      return !isEmpty(actual)
    case 'has_value':
      return Array.isArray(actual) ? actual.some((one) => toText(one) === expected) : toText(actual) === expected
    case 'contains':
      return toText(actual)?.includes(expected) ?? false
    case 'is_a_number':
      return isNumber(actual)
    case 'is_less_than':
      return isNumber(actual) && Number(actual) < Number(expected)
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
}

function toText(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
