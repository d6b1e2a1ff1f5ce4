import { findGuide } from '#contract/guides/findGuide.ts'
import type { Guide } from '#contract/guides/guide.ts'
import type { Caller, ProviderChoice } from '#contract/provider.ts'

/** What the administrator sees in a provider's console: its own labels in `*stars*`, sentences with a full stop. */
export interface Place {
  /** `okta`: either of its two ways, since nobody said which. Both ways of Entra ID look alike. */
  readonly key: Exclude<ProviderChoice, 'entra-agent'> | 'okta'
  /** As it stands after "in". */
  readonly name: string
  /** Opens the page where URL and token are pasted. */
  readonly openCredentials: string
  readonly urlField: string
  readonly tokenField: string
  /** How the token has to stand in its field. */
  readonly pasteToken: string
  /** Chooses authentication by a bearer token. */
  readonly chooseMethod: string
  /** Tries and saves what was pasted. */
  readonly testAndSave: string
  /** Opens the page where create, update and deactivate are switched on. */
  readonly openActions: string
  /** Where that page is: completes "under". */
  readonly actions: string
  /** Clauses. */
  readonly switches: Guide['fixes']['switches']
  /** Completes "If people are to be archived". */
  readonly archiveInstead: string
  /** Sends again what failed. */
  readonly sendAgain: string
  /** Has one person sent. */
  readonly sendOne: string
  /** What has to be so before anybody is sent. */
  readonly sendSomebody: readonly string[]
  /** Opens the page that tells where an attribute comes from. */
  readonly openMappings: string
  /** Switches the pushing of groups off; follows a colon. */
  readonly groupsOff: string
  /** It calls as often as this even when nothing has changed; null where that is not so, or not known. */
  readonly callsEverySeconds: number | null
  readonly documentation: Guide['documentation']
}

function toPlace({ provider, name, test, fixes, rhythm, documentation }: Guide): Place {
  const { app, credentials, mappings, actions, tokenField, tokenForm, method, groupsOff, ...others } = fixes
  return {
    ...others,
    key: provider === 'entra-agent' ? 'entra' : provider,
    name,
    openCredentials: `Open ${app}, then ${credentials}.`,
    tokenField,
    pasteToken: `Paste into ${tokenField}: ${tokenForm}.`,
    chooseMethod: method,
    testAndSave: test.andSave,
    openActions: `Open ${app}, then ${actions}.`,
    actions,
    openMappings: `Open ${app}, then ${mappings}.`,
    groupsOff: `${groupsOff}.`,
    callsEverySeconds: rhythm.callsEverySeconds,
    documentation,
  }
}

/** Okta, as far as nobody said which of its two ways it is: what differs names both. */
function toEitherOkta(): Place {
  const [own, catalog] = [toPlace(findGuide('okta-own')), toPlace(findGuide('okta-catalog'))]
  const inCatalog = 'in an app from the catalog'
  return {
    ...own,
    key: 'okta',
    urlField: `${own.urlField}, or ${catalog.urlField} ${inCatalog}`,
    tokenField: `${own.tokenField}, or ${catalog.tokenField} ${inCatalog}`,
    pasteToken: 'Paste the token alone. Only the *Header Auth* app of the catalog wants the word Bearer and one space before it.',
    testAndSave: `${own.testAndSave} ${toStart(inCatalog)}: ${toClause(catalog.testAndSave)}`,
    documentation: catalog.documentation,
  }
}

const toStart = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const toClause = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** The console that the administrator has to open: the caller's where one was recognised, else that of the chosen provider. */
export function findPlace({ provider, caller }: { readonly provider: ProviderChoice | null; readonly caller: Caller }): Place {
  const chosen = findGuide(provider)
  if (caller === 'unknown' || caller === 'rollcall' || chosen.recognition.caller === caller) return toPlace(chosen)
  return caller === 'okta' ? toEitherOkta() : toPlace(findGuide(caller))
}
