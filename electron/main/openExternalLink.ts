import { shell } from 'electron'
import { isAllowedLink } from './allowedLinks.ts'

/** Opens a page in the user's browser, if it is one that our guides lead to. Returns whether it was. */
export async function openExternalLink(url: string): Promise<boolean> {
  if (!isAllowedLink(url)) return false
  await shell.openExternal(url)
  return true
}
