import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PostmanCollection, runPostman } from './postman.ts'
import { RunscopeExport, runRunscope } from './runscope.ts'
import type { Suite } from './suite.ts'

/** The suites that lie in a folder: Runscope exports and Postman collections, whatever their files are called. */
export function findSuites(dir: string): Suite[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => readSuite(file, readFileSync(join(dir, file), 'utf8')) ?? [])
}

function readSuite(file: string, text: string): Suite | undefined {
  const content: unknown = JSON.parse(text)
  const collection = PostmanCollection.safeParse(content)
  if (collection.success) {
    return { file, name: collection.data.info.name, run: (target) => runPostman(collection.data, target) }
  }
  const runscope = RunscopeExport.safeParse(content)
  if (runscope.success) return { file, name: runscope.data.name, run: (target) => runRunscope(runscope.data, target) }
  // A file that calls itself a suite must not be passed over in silence.
  if (file.endsWith('.postman_collection.json')) throw new Error(`${file} cannot be read: ${collection.error.message}`)
  if (file.endsWith('.runscope.json')) throw new Error(`${file} cannot be read: ${runscope.error.message}`)
  return undefined
}
