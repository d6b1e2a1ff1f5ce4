import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/** Reads a small file of main's own; undefined where it was never written or cannot be read: it is then written anew. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Writes it whole or not at all; what cannot be kept is told and does no harm. @param what "The bounds of the window" */
export function keepJson(file: string, value: unknown, what: string): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(value))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(`${what} could not be kept.`, error)
  }
}
