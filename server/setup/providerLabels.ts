import { findGuide } from '#contract/guides/findGuide.ts'
import type { ProviderChoice } from '#contract/provider.ts'

/** What a provider's console calls the things that a fix sends the user to, as plain text: it also goes to support. */
export interface ProviderLabels {
  readonly name: string
  /** It calls from the internet, so it cannot reach this computer by itself. */
  readonly isCloud: boolean
  /** Where URL and token are entered. */
  readonly credentialsPlace: string
  readonly urlField: string
  readonly tokenField: string
  /** How the token is pasted. */
  readonly tokenForm: string
  /** Completes a sentence: "press *Test Connection*". */
  readonly pressTest: string
  /** The switch of each action and its place. */
  readonly switches: Readonly<Record<'create' | 'update' | 'deactivate', string>>
  readonly groupsOff: string
  readonly mappingsPlace: string
  /** How a person comes to be sent at all. */
  readonly assign: string
}

/** The labels of a connection's provider; the general ones where none is chosen. */
export function toLabels(provider: ProviderChoice | null): ProviderLabels {
  const { name, reach, test, fixes, fields, ...guide } = findGuide(provider)
  const { switches } = fixes
  const isKnown = guide.provider !== 'other'
  const toSwitch = (action: keyof typeof switches) => toPlain(`${switches[action].on} in ${fixes.actions}`)
  const findLabel = (kind: 'url' | 'token') => fields.find(({ value }) => value.kind === kind)?.label ?? ''
  return {
    name: isKnown ? name : 'The identity provider',
    isCloud: reach.isCloud,
    credentialsPlace: isKnown ? toPlain(fixes.credentials) : "the identity provider's SCIM settings",
    urlField: findLabel('url'),
    tokenField: findLabel('token'),
    tokenForm: toPlain(fixes.tokenForm),
    pressTest: toPlain(test.press),
    switches: { create: toSwitch('create'), update: toSwitch('update'), deactivate: toSwitch('deactivate') },
    groupsOff: toPlain(fixes.groupsOff),
    mappingsPlace: isKnown ? toPlain(fixes.mappings) : "the identity provider's attribute mappings",
    assign: toPlain(fixes.assign),
  }
}

/** Text without marks: a menu path and a value to paste stand by themselves, any other label stands in quotes. */
export function toPlain(text: string): string {
  return text
    .replace(/\*([^*\n]+)\*/g, (_, label: string) => (label.includes('›') ? label : `"${label}"`))
    .replace(/`([^`\n]+)`/g, '$1')
}

/** "tick X" as a sentence of its own. */
export const toSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
