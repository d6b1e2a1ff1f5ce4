import type { Tolerances } from '../../../../server/protocol/tolerance/tolerance.ts'

/** Tolerances that allow everything and remember the names of the rules that were bent. */
export function recordTolerances(): Tolerances & { readonly used: string[] } {
  const used: string[] = []
  return {
    used,
    use: ({ name }) => {
      if (!used.includes(name)) used.push(name)
      return true
    },
  }
}

/** Tolerances that allow nothing. */
export const strict: Tolerances = { use: () => false }
