import { describe, expect, it } from 'vitest'
import { isAllowedLink } from '../../../electron/main/allowedLinks.ts'

describe('a link that the window may open in the browser', () => {
  it.each([
    'https://learn.microsoft.com/en-us/entra/',
    'https://help.okta.com/oie/en-us/',
    'https://developer.okta.com/docs/',
    'https://github.com/',
  ])('may lead to %s', (url) => {
    expect(isAllowedLink(url)).toBe(true)
  })

  it.each([
    ['an unknown host', 'https://example.com/'],
    ['a plain connection', 'http://github.com/'],
    ['a host that only begins like a known one', 'https://github.com.example.com/'],
    ['a host below a known one', 'https://gist.github.com/'],
    ['a port', 'https://github.com:8443/'],
    ['a user name', 'https://github.com@example.com/'],
    ['a user name before a known host', 'https://someone@github.com/'],
    ['a file', 'file:///etc/hosts'],
    ['a script', 'javascript:alert(1)'],
    ['no URL', 'github.com'],
  ])('may not lead to %s', (_, url) => {
    expect(isAllowedLink(url)).toBe(false)
  })
})
