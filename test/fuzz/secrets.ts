import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What must never be stored, logged or written out, each of its own kind. */
export interface Secrets {
  /** Made on screen; it opens the connection. */
  readonly own: string
  /** Handed over by the environment. */
  readonly environment: string
  /** Nobody's; it is a secret of whoever presents it. */
  readonly foreign: string
  /** A learner's. */
  readonly password: string
}

/** A piece of a secret of this length is too much of it. */
const pieceLength = 12

/** Names the secrets that a text holds, whole or a dozen characters of them, also with a zero byte between any two. */
export function findSecrets(text: string, secrets: Secrets): string[] {
  const plain = text.replaceAll('\0', '')
  return Object.entries(secrets).flatMap(([name, secret]: [string, string]) => {
    const random = secret.replace(/^rollcall_/, '')
    const pieces = Array.from({ length: random.length - pieceLength + 1 }, (_, at) => random.slice(at, at + pieceLength))
    const found = pieces.find((piece) => plain.includes(piece))
    return found === undefined
      ? []
      : [`${name}: …${plain.slice(Math.max(0, plain.indexOf(found) - 160), plain.indexOf(found) + 60)}…`]
  })
}

/** Names the secrets in the files of a data folder, whatever they are. */
export function findSecretsIn(dataDir: string, secrets: Secrets): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const content = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      return findSecrets(content, secrets).map((found) => `${entry.name}: ${found}`)
    })
}
