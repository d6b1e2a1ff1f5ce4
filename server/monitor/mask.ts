import type { Json } from '#contract/scim/resource.ts'
import { isClean, maskBodyText } from './maskBody.ts'
import { maskRawHeaders } from './maskHeaders.ts'
import { maskJsonValue } from './maskJson.ts'
import { createSecretMask, mask } from './maskSecrets.ts'
import { maskQueryValues, maskTargetText } from './maskTarget.ts'

/** Takes out of an exchange what must not be stored: tokens, passwords, cookies. Each function returns what may be kept. */
export interface Masker {
  /** Any text, such as a detail or a name. */
  readonly maskText: (text: string) => string
  /** The same value where nothing had to be masked. */
  readonly maskJson: (value: Json) => Json
  /** True where a text holds nothing to mask. */
  readonly isClean: (text: string) => boolean
  /** A body as it was sent or answered; null where it must not be kept. */
  readonly maskBody: (text: string, parsed?: Json) => string | null
  /** A path with its query, as in the request line. */
  readonly maskTarget: (target: string) => string
  /** Decoded query parameters. */
  readonly maskQuery: (query: Readonly<Record<string, string>>) => Record<string, string>
  /** Raw headers: name, value, name, value. */
  readonly maskHeaders: (rawHeaders: readonly string[]) => [string, string][]
}

/** @param secrets the credential that was presented, and any other that must not appear; known forms of it are found too */
export function createMasker(secrets: readonly string[]): Masker {
  const secretMask = createSecretMask(secrets)
  return {
    maskText: secretMask.maskText,
    maskJson: (value) => (secretMask.isCoarse ? mask : maskJsonValue(value, secretMask)),
    isClean: (text) => !secretMask.isCoarse && isClean(text, secretMask),
    maskBody: (text, parsed) => (secretMask.isCoarse ? null : maskBodyText(text, secretMask, parsed)),
    maskTarget: (target) => maskTargetText(target, secretMask),
    maskQuery: (query) => maskQueryValues(query, secretMask),
    maskHeaders: (rawHeaders) => maskRawHeaders(rawHeaders, secretMask),
  }
}
