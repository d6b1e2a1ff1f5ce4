import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'

/** What differs in Entra ID's requests with and without `?aadOptscim062020` on the Tenant URL. */
export interface EntraMode {
  /** The path with the flag in front of the query, where the mode has one. */
  readonly toPath: (path: string, query?: string) => string
  /** Several attributes of a user; `values` by attribute path. */
  readonly toReplace: (values: Readonly<Record<string, string>>) => readonly JsonObject[]
  readonly toActive: (active: boolean) => JsonObject
  readonly toAdd: (path: string, value: string | readonly JsonObject[]) => JsonObject
  readonly toRemoveMember: (id: string) => JsonObject
}

/** As Entra ID behaves by default: capital operations, one an attribute, booleans as text, members removed by value. */
export const defaultMode: EntraMode = {
  toPath: (path, query) => (query === undefined ? path : `${path}?${query}`),
  toReplace: (values) => Object.entries(values).map(([path, value]) => ({ op: 'Replace', path, value })),
  toActive: (active) => ({ op: 'Replace', path: 'active', value: active ? 'True' : 'False' }),
  toAdd: (path, value) => ({ op: 'Add', path, value }),
  toRemoveMember: (id) => ({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }),
}

/** With the flag: lower-case operations, plain attributes merged into one without a path, members removed by a filter. */
export const optimisedMode: EntraMode = {
  toPath: (path, query) => `${path}?aadOptscim062020${query === undefined ? '' : `&${query}`}`,
  toReplace: (values) => {
    const hasFilter = ([path]: readonly [string, string]) => path.includes('[')
    const entries = Object.entries(values)
    return [
      ...entries.filter(hasFilter).map(([path, value]) => ({ op: 'replace', path, value })),
      { op: 'replace', value: Object.fromEntries(entries.filter((entry) => !hasFilter(entry))) },
    ]
  },
  toActive: (active) => ({ op: 'replace', path: 'active', value: active }),
  toAdd: (path, value) => ({ op: 'add', path, value }),
  toRemoveMember: (id) => ({ op: 'remove', path: `members[value eq "${id}"]` }),
}

/** The attribute paths that Entra ID writes for the people of the simulator. */
export const entraPaths = {
  department: `${urns.enterpriseUser}:department`,
  employeeNumber: `${urns.enterpriseUser}:employeeNumber`,
  manager: `${urns.enterpriseUser}:manager`,
  workEmail: 'emails[type eq "work"].value',
  mobile: 'phoneNumbers[type eq "mobile"].value',
} as const
