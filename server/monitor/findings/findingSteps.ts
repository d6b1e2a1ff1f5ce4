import type { Told } from '../catalogue/entry.ts'

/** The address behind the tunnel, which a tunnel has to lead to. */
export const toListener = ({ scimUrl }: Told): string =>
  scimUrl.startsWith('http://') ? scimUrl.replace(/^(http:\/\/[^/]*).*/, '$1') : 'the SCIM port of this computer'

/** Sets a provider to work again that has given up. */
export const toRestart = ({ place }: Told): string =>
  place.key === 'entra' ? 'In Entra ID, press *Restart provisioning*.' : place.sendAgain

/** Switches an action on. */
export function toTick({ place }: Told, action: 'create' | 'update' | 'deactivate'): string {
  switch (place.key) {
    case 'oktaOwn':
    case 'oktaCatalog':
    case 'okta':
      return { create: 'Tick *Create Users*.', update: 'Tick *Update User Attributes*.', deactivate: 'Tick *Deactivate Users*.' }[
        action
      ]
    case 'entra':
      return {
        create: 'Tick *Create* under *Target object actions*.',
        update: 'Tick *Update* under *Target object actions*.',
        deactivate: 'Tick *Update* under *Target object actions*, and keep the row that maps *active*.',
      }[action]
    case 'onelogin':
      return {
        create: 'Tick *Enable provisioning*, and untick the approval for *Create user*.',
        update: 'Tick *Enable provisioning*, and untick the approval for *Update user*.',
        deactivate: 'Choose *Suspend* for users whose access is removed, and untick the approval for *Delete user*.',
      }[action]
    default:
      return `Switch ${{ create: 'creating', update: 'updating', deactivate: 'deactivating' }[action]} people on there.`
  }
}

/** Has one person sent. */
export function toSendOne({ place }: Told): string {
  switch (place.key) {
    case 'oktaOwn':
    case 'oktaCatalog':
    case 'okta':
      return 'Whoever was assigned before that: press *Provision User* on *Assignments*.'
    case 'entra':
      return 'In Entra ID, use *Provision on demand* for one of them, and read the step that was skipped.'
    default:
      return place.sendAgain
  }
}

/** What has to be so before anybody is sent. */
export function toSendSomebody(told: Told): string[] {
  switch (told.place.key) {
    case 'oktaOwn':
    case 'oktaCatalog':
    case 'okta':
      return [told.place.openActions, toTick(told, 'create'), 'Assign one person on *Assignments*.', toSendOne(told)]
    case 'entra':
      return [
        'In Entra ID, assign one person directly to the app under *Users and groups*: groups inside groups are not followed.',
        'Use *Provision on demand* for that person, then press *Start provisioning*. A first cycle may take 20 to 40 minutes.',
        told.place.openActions,
        toTick(told, 'create'),
      ]
    case 'onelogin':
      return [
        told.place.openActions,
        toTick(told, 'create'),
        'What waits for approval stands under *Users › Provisioning*: approve it.',
      ]
    case 'authentik':
      return [
        'In authentik, edit the application and set the SCIM provider under *Backchannel providers*.',
        'Edit the SCIM provider: switch *Dry run* off, and check that no group filter leaves everybody out.',
        told.place.sendAgain,
      ]
    default:
      return [
        'Assign one person to the app there.',
        'Check that provisioning is switched on, that a rule covers the person, and that nothing waits for approval.',
      ]
  }
}
