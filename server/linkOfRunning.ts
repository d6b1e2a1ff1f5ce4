import { existsSync } from 'node:fs'
import { createLink } from './console/session.ts'
import { consoleAddressKey } from './index.ts'
import { StartError } from './startError.ts'
import { DataFolderInUse, lockDataFolder } from './storage/lockDataFolder.ts'
import { openDatabase } from './storage/openDatabase.ts'
import { createStores } from './storage/stores.ts'

/**
 * A new console link of the service that runs on a data folder, from another process: the ticket goes through the database.
 *
 * @throws StartError 1 when none runs there
 */
export function newLinkOf(file: string, dataDir: string): string {
  if (!existsSync(file) || !isInUse(dataDir)) throw new StartError(1, `No Rollcall runs on the data folder ${dataDir}.`)
  const stores = createStores(openDatabase(file))
  try {
    const address = stores.preferences.get(consoleAddressKey)
    if (typeof address !== 'string') throw new StartError(1, `The Rollcall on ${dataDir} is not listening yet.`)
    return createLink(stores, { address, at: new Date().toISOString() })
  } finally {
    stores.close()
  }
}

function isInUse(dataDir: string): boolean {
  try {
    lockDataFolder(dataDir).release()
    return false
  } catch (error) {
    if (error instanceof DataFolderInUse) return true
    throw error
  }
}
