import newman, { type NewmanRunExecution, type NewmanRunSummary } from 'newman'
import { z } from 'zod'
import { type AssertionResult, createStepNamer, type SuiteTarget } from './suite.ts'

interface Item {
  readonly name: string
  /** Those of a folder. */
  readonly item?: readonly Item[] | undefined
}

const ItemSchema: z.ZodType<Item> = z.looseObject({
  name: z.string(),
  get item() {
    return z.array(ItemSchema).optional()
  },
})

/** A collection in Postman's own format, version 2. */
export const PostmanCollection = z.looseObject({
  info: z.looseObject({ name: z.string(), schema: z.string().includes('/collection/v2') }),
  item: z.array(ItemSchema),
})
export type PostmanCollection = z.infer<typeof PostmanCollection>

/** Folders that fetch a token from an endpoint of the suite's own server; here the token is given. */
const leftOut: readonly string[] = ['Get Token']

/** Runs a collection with newman, in order and without redirects. */
export async function runPostman(collection: PostmanCollection, { scimUrl, token }: SuiteTarget): Promise<AssertionResult[]> {
  const { protocol, hostname, port, pathname } = new URL(scimUrl)
  const values = {
    Protocol: protocol.replace(':', ''),
    Server: hostname,
    Port: `:${port}`,
    Api: pathname.slice(1),
    token,
  }
  const summary = await run({
    collection: { ...collection, item: collection.item.filter(({ name }) => !leftOut.includes(name)) },
    envVar: Object.entries(values).map(([key, value]) => ({ key, value })),
    reporters: [],
    ignoreRedirects: true,
    timeoutRequest: 30_000,
    timeoutScript: 10_000,
  })
  const nameStep = createStepNamer()
  return summary.run.executions.flatMap((execution) => readExecution(execution, { summary, name: nameStep(toPath(execution)) }))
}

async function run(options: newman.NewmanRunOptions): Promise<NewmanRunSummary> {
  return await new Promise((resolve, reject) => {
    newman.run(options, (error, summary) => (error ? reject(error) : resolve(summary)))
  })
}

/** Where a request has no tests there are no assertions, whatever the types say. */
type Execution = Omit<NewmanRunExecution, 'assertions'> & Partial<Pick<NewmanRunExecution, 'assertions'>>

function readExecution(
  { assertions = [], cursor }: Execution,
  { summary, name }: { summary: NewmanRunSummary; name: string },
): AssertionResult[] {
  const results = assertions.map(({ assertion, error }) => ({ step: name, assertion, failure: error?.message }))
  // A request that got no reply, and a script that broke, make no assertion that could fail.
  const broken = summary.run.failures.filter(
    (failure) => !failure.at.startsWith('assertion') && 'ref' in failure.cursor && failure.cursor.ref === cursor.ref,
  )
  return [...results, ...broken.map(({ at, error }) => ({ step: name, assertion: at, failure: error.message }))]
}

/** `User tests / Get user1` */
function toPath({ item }: NewmanRunExecution): string {
  const names = [item.name]
  for (let parent = item.parent(); parent && 'name' in parent; parent = parent.parent()) {
    if (parent.parent()) names.unshift(String(parent.name))
  }
  return names.join(' / ')
}
