import type { StoredExchange } from '../../storage/storedExchange.ts'
import { readSentAttributes } from '../sentAttributes.ts'

/** True for a write that says `active: false`, also as the text that Entra ID sends. */
export function setsInactive({ method, request }: StoredExchange): boolean {
  return readSentAttributes(method, request.body, new Set()).get('active')?.example?.toLowerCase() === 'false'
}
