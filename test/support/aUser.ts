import { urns } from '#contract/scim/urns.ts'

/** A User as a client creates it; `attributes` state what matters to the test. */
export function aUser(attributes: Record<string, unknown> = {}) {
  return {
    schemas: [urns.user],
    userName: 'maya.lindqvist@example.com',
    name: { givenName: 'Maya', familyName: 'Lindqvist' },
    emails: [{ primary: true, value: 'maya.lindqvist@example.com', type: 'work' }],
    active: true,
    ...attributes,
  }
}

/** A Group as a client creates it. */
export function aGroup(attributes: Record<string, unknown> = {}) {
  return { schemas: [urns.group], displayName: 'Platform Team', ...attributes }
}

/** A PatchOp of these patch operations. */
export function aPatch(...operations: readonly Record<string, unknown>[]) {
  return { schemas: [urns.patchOp], Operations: operations }
}
