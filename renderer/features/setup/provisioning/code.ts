import { monospace } from '../../../theme.ts'

/** Attributes and values in a table, broken where they do not fit. */
export const code = { fontFamily: monospace, fontSize: '0.75rem', overflowWrap: 'anywhere' } as const
