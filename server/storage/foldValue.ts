import { foldText } from '../protocol/foldText.ts'

/** The function `fold` of SQL, since lower() knows ASCII alone: of anything but a text, the value itself. */
export function foldValue(value: unknown): unknown {
  return typeof value === 'string' ? foldText(value) : value
}
