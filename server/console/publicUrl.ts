/** Where the public URL is kept among the preferences: a string, or null where it was taken away. */
export const publicUrlKey = 'publicUrl'

/** A public URL that may be used, or what is wrong with it. */
export type CheckedPublicUrl =
  | { readonly result: 'set'; readonly publicUrl: string | null }
  | { readonly result: 'refused'; readonly reason: string }

/**
 * Checks what someone typed or pasted as the public URL: scheme and host alone, since each connection adds its own path.
 *
 * @returns the URL without a slash at its end; null for null and for an empty text, which take the public URL away
 */
export function checkPublicUrl(text: string | null): CheckedPublicUrl {
  const typed = text?.trim() ?? ''
  if (typed === '') return { result: 'set', publicUrl: null }
  if (/\s/.test(typed)) return refused('There is a space inside the URL.')
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return refused('The URL must begin with https:// or http://.')
  if (!URL.canParse(typed)) return refused('This is not a URL: its host name or port cannot be read.')
  const url = new URL(typed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refused(`The URL must begin with https:// or http://, not ${url.protocol}//.`)
  if (url.username !== '' || url.password !== '') return refused('The URL must not hold a user name or password.')
  if (url.search !== '' || typed.includes('?'))
    return refused(`The URL must end after the host: "?" and what follows must go. Enter ${url.origin}.`)
  if (url.hash !== '' || typed.includes('#'))
    return refused(`The URL must end after the host: "#" and what follows must go. Enter ${url.origin}.`)
  if (url.pathname !== '/') {
    return refused(
      `The URL must end after the host: the path ${url.pathname} must go, since each connection adds its own. Enter ${url.origin}.`,
    )
  }
  return { result: 'set', publicUrl: url.origin }
}

const refused = (reason: string): CheckedPublicUrl => ({ result: 'refused', reason })
