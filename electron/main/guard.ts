import { app, session } from 'electron'
import { openExternalLink } from './openExternalLink.ts'

/** The only thing a page may do beyond showing itself: fill the clipboard from a Copy button. */
const allowedPermission = 'clipboard-sanitized-write'
/** Made or shown by Chromium itself; nothing of it comes over the network. */
const innerProtocols: readonly string[] = ['blob:', 'data:', 'devtools:']

/**
 * Walls around every page: it loads from the console's origin and nowhere else, does not leave it, opens no windows,
 * gets no permissions.
 *
 * @param getOrigin the console's origin now; a restart may change its port
 */
export function guardPages(getOrigin: () => string | undefined): void {
  const isOurs = (url: string) => {
    const origin = getOrigin()
    return origin !== undefined && URL.canParse(url) && new URL(url).host === new URL(origin).host
  }

  app.on('web-contents-created', (_, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openExternalLink(url)
      return { action: 'deny' }
    })
  })

  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === allowedPermission && isOurs(contents.getURL())),
  )
  defaultSession.setPermissionCheckHandler((_, permission, origin) => permission === allowedPermission && isOurs(origin))
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const isInner = URL.canParse(url) && innerProtocols.includes(new URL(url).protocol)
    answer({ cancel: !isInner && !isOurs(url) })
  })
}
