import type { Connection } from '#contract/connection.ts'
import { findGuide } from '#contract/guides/findGuide.ts'
import { type SetupState, stepIds } from '#contract/setup.ts'
import type { Meaning } from './components/meaning.ts'

/** The provider of a connection, as it stands beside its name. */
export function toProviderName(connection: Connection | undefined): string {
  if (!connection?.provider) return 'no provider chosen'
  return connection.provider === 'other' ? 'another provider' : findGuide(connection.provider).name
}

/** Whether a connection takes requests, in words; undefined where nothing keeps it from doing so. */
export function toHindrance({ settings }: Connection): string | undefined {
  if (settings.paused) return 'Paused'
  return settings.switches.scim ? undefined : 'SCIM is off'
}

/** How far the setup of a connection is: `2 of 5 steps`. */
export function toProgress({ steps }: SetupState): { readonly meaning: Meaning; readonly word: string } {
  const proven = stepIds.filter((id) => steps[id] === 'verified').length
  return {
    meaning: proven === stepIds.length ? 'proven' : 'waiting',
    word: `${proven} of ${stepIds.length} steps`,
  }
}
