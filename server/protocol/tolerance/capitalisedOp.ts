import type { Tolerance } from './tolerance.ts'

/** `"op": "Replace"`. */
export const capitalisedOp: Tolerance = {
  name: 'capitalised-op',
  reason: 'The op of a patch operation is capitalised; RFC 7644 §3.5.2 has it in lower case.',
  source: 'Entra ID without the aadOptscim062020 flag.',
}
