import type { ConnectionSettings } from '#contract/connection.ts'

/** An assertion that does not hold here, and why that is right. */
export interface ExpectedDifference {
  /** The suite by the name that it gives itself. */
  readonly suite: string
  readonly step: string
  readonly assertion: string
  /** What is wanted, and what the RFC says instead. */
  readonly reason: string
}

/** The settings that a connection has beside its switches. */
export type SuiteSettings = Partial<Omit<ConnectionSettings, 'switches'>>

const microsoft = 'SCIM Tests'

/** What a suite needs switched, as a user could; where a suite is not named, everything is as it comes. */
export const suiteSettings: Readonly<Record<string, SuiteSettings>> = {
  [microsoft]: {
    // It wants 204 for a PATCH of a user, which RFC 7644 §3.5.2 leaves to the service provider.
    userPatchNoContent: true,
    // It adds "string id 1" to a group, who is nobody, and only wants to hear that the PATCH went well.
    tolerancesOn: ['unknown-member'],
  },
}

const otherEndpoint =
  'It reads /serviceConfiguration. RFC 7644 §4 names the endpoint /ServiceProviderConfig, and there the answer is the wanted one. No identity provider is known to ask for the other name.'

/** Each has to show in a run, or it is told to be outdated. */
export const expectedDifferences: readonly ExpectedDifference[] = [
  {
    suite: microsoft,
    step: 'Endpoint tests / Get ServiceProviderConfig',
    assertion: 'Status code is 200',
    reason: otherEndpoint,
  },
  {
    suite: microsoft,
    step: 'Endpoint tests / Get ServiceProviderConfig',
    assertion: 'Pach supported is true',
    reason: otherEndpoint,
  },
  {
    suite: microsoft,
    step: 'Group tests / Get group by id',
    assertion: 'Body contians user',
    reason:
      'It sends a displayName inside a member and wants that text back. A member has value, $ref, type and display (RFC 7643 §2.4, §4.2, §8.7.1) and no displayName, and the display of ours is that of the user it names: the text of whoever added the member last would be out of date with the next change of the user.',
  },
]
