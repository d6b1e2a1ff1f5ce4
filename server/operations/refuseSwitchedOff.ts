import type { Switches } from '#contract/connection.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { OperationContext } from './context.ts'

const names: Readonly<Record<keyof Switches, string>> = {
  scim: 'SCIM',
  create: 'Create',
  update: 'Update',
  deactivate: 'Deactivate',
  groups: 'Groups',
}

/** @throws ScimError 403 naming the switch, when the administrator has switched that action off here */
export function refuseSwitchedOff({ connection, notes }: OperationContext, name: keyof Switches): void {
  if (connection.settings.switches[name]) return
  notes.switchedOff = name
  throw new ScimError(403, `"${names[name]}" is switched off for the connection "${connection.slug}" in Rollcall.`)
}
