import { pathToFileURL } from 'node:url'
import { buildIfStale } from './buildIfStale.ts'
import { inProject } from './project.ts'

await serve()

/**
 * Runs the service in this very process, so that its pid and its signals are the ones that the caller of
 * `npm run serve` sees. Its options are this process's arguments.
 */
async function serve(): Promise<void> {
  try {
    await buildIfStale()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  await import(pathToFileURL(inProject('out/main/cli.js')).href)
}
