import { Preferences } from '#contract/console.ts'
import type { Service } from '../../service.ts'
import { noteAddresses } from '../../setup/urlChange.ts'
import { checkPublicUrl, publicUrlKey } from '../publicUrl.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

const preferencesKey = 'preferences'

/** What concerns the whole service: its addresses and what the screens remember. */
export function statusHandlers(
  service: Service,
): Pick<ConsoleHandlers, 'getStatus' | 'getPreferences' | 'changePreferences' | 'resetPreferences' | 'setPublicUrl'> {
  const { preferences } = service.stores

  const readPreferences = () => {
    const stored = Preferences.safeParse(preferences.get(preferencesKey))
    // What an older or newer version kept, and this one cannot read, is no loss: the defaults hold.
    return stored.success ? stored.data : Preferences.parse({})
  }

  return {
    getStatus: () => ({
      version: service.version,
      dataDir: service.settings.dataDir,
      startedAt: service.startedAt,
      scimAddress: service.addresses.scim,
      consoleAddress: service.addresses.console,
      publicUrl: service.getPublicUrl(),
    }),
    getPreferences: readPreferences,
    changePreferences: ({ body }) => {
      const changed = { ...readPreferences(), ...body }
      preferences.set(preferencesKey, changed)
      return changed
    },
    resetPreferences: () => {
      const first = Preferences.parse({})
      preferences.set(preferencesKey, first)
      return first
    },
    setPublicUrl: ({ body }) => {
      const checked = checkPublicUrl(body.publicUrl)
      if (checked.result === 'refused') return checked
      preferences.set(publicUrlKey, checked.publicUrl)
      service.setPublicUrl(checked.publicUrl)
      noteAddresses(service)
      service.events.publish({ type: 'statusChanged' })
      // Each connection's SCIM URL begins with it.
      for (const { slug } of service.stores.connections.list()) service.events.publish({ type: 'setupChanged', connection: slug })
      return checked
    },
  }
}
