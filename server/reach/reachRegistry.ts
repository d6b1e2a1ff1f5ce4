import { randomUUID } from 'node:crypto'
import type { CheckOutcome } from './outcome.ts'

/** By which query parameter a check of ours is known again when it arrives: one that went out and came back, or one from this machine. */
export const checkParameters = { outside: 'rollcall-outside-check', local: 'rollcall-local-check' } as const

/** A check under way. */
export interface StartedCheck {
  /** What goes behind the URL: `rollcall-outside-check=…`. */
  readonly query: string
  /** The path under which it arrived at our own listener; undefined as long as it has not. */
  readonly arrivedAt: () => string | undefined
  /** Forgets it: what comes later with its query is a stranger's. */
  readonly end: () => void
}

/** A check from outside that is over. */
export interface KeptCheck {
  readonly at: string
  /** What was asked for, without the query. */
  readonly url: string
  readonly outcome: CheckOutcome
}

/** Knows the checks that are under way, and remembers since the start how the last ones ended. */
export interface ReachRegistry {
  readonly begin: (kind: keyof typeof checkParameters) => StartedCheck
  /** Notes that a request reached our listener. @returns true where it is a check of ours */
  readonly noteArrival: (query: Readonly<Record<string, string>>, path: string) => boolean
  readonly keepOutside: (check: KeptCheck) => void
  /** The last check of this URL. */
  readonly lastOutside: (url: string) => KeptCheck | undefined
  readonly keepLocal: (url: string, check: { readonly atMs: number; readonly outcome: CheckOutcome }) => void
  readonly lastLocal: (url: string) => { readonly atMs: number; readonly outcome: CheckOutcome } | undefined
}

/** @see ReachRegistry */
export function createReachRegistry(): ReachRegistry {
  /** By the secret of each: the path under which it arrived, or null. */
  const pending = new Map<string, string | null>()
  const outside = new Map<string, KeptCheck>()
  const local = new Map<string, { readonly atMs: number; readonly outcome: CheckOutcome }>()
  return {
    begin: (kind) => {
      const secret = randomUUID()
      pending.set(secret, null)
      return {
        query: `${checkParameters[kind]}=${secret}`,
        arrivedAt: () => pending.get(secret) ?? undefined,
        end: () => void pending.delete(secret),
      }
    },
    noteArrival: (query, path) => {
      // Nothing is looked for in most requests.
      if (pending.size === 0) return false
      const secret = query[checkParameters.outside] ?? query[checkParameters.local]
      if (secret === undefined || !pending.has(secret)) return false
      pending.set(secret, path)
      return true
    },
    keepOutside: (check) => void outside.set(check.url, check),
    lastOutside: (url) => outside.get(url),
    keepLocal: (url, check) => void local.set(url, check),
    lastLocal: (url) => local.get(url),
  }
}
