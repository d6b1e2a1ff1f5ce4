import type { JsonObject } from '#contract/scim/resource.ts'
import type { Observation } from '../../../../server/monitor/observation.ts'

/** A read of the list of users that Okta was let in for; a test states only what matters. */
export function anObservation(stated: Partial<Observation> = {}): Observation {
  return {
    connection: { slug: 'default', provider: 'okta-own' },
    method: 'GET',
    path: '/default/scim/v2/Users',
    target: { kind: 'users' },
    query: {},
    body: undefined,
    malformed: null,
    credential: { kind: 'accepted', tokenKind: 'screen', ending: false },
    caller: 'okta',
    status: 200,
    scimType: null,
    detail: null,
    reason: null,
    totalResults: null,
    before: null,
    after: null,
    members: null,
    switchedOff: null,
    externalIdRepeated: false,
    simulation: null,
    fault: null,
    ...stated,
  }
}

/** Maya, as her attributes are stored. */
export const maya = {
  userName: 'maya.lindqvist@example.com',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  displayName: 'Maya Lindqvist',
  emails: [{ primary: true, value: 'maya.lindqvist@example.com', type: 'work' }],
  active: true,
}

/** A PatchOp with these patch operations. */
export function aPatch(...Operations: readonly JsonObject[]): Partial<Observation> {
  return { method: 'PATCH', body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations } }
}
