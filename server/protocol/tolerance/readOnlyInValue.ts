import type { Tolerance } from './tolerance.ts'

/** `{"op": "replace", "value": {"id": "…", "displayName": "Platform"}}`. */
export const readOnlyInValue: Tolerance = {
  name: 'read-only-in-value',
  reason:
    'A PATCH without a path repeats read-only attributes such as id; RFC 7644 §3.5.2 forbids to modify them. They are ignored.',
  source: 'Okta (group push), authentik.',
}
