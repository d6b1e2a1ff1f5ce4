import { describe, expect, it } from 'vitest'
import { createMasker } from '../../../../server/monitor/mask.ts'

/** What must not be found anywhere afterwards. Seeded into every place below. */
const token = `rollcall_${'k7Q-_'.repeat(8)}xyz`
const foreign = 'f0reign/Secret+Value=='
const password = 'Xk29dmQa'
const masker = createMasker([token, foreign])

const leaks = (text: string | null) =>
  [token, foreign, password, token.toLowerCase(), encodeURIComponent(foreign)].filter((secret) => text?.includes(secret))
const escaped = (text: string) =>
  Array.from(text)
    .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
const percented = (text: string) =>
  Array.from(text)
    .map((character) => `%${character.charCodeAt(0).toString(16)}`)
    .join('')

describe('a body that parses', () => {
  it('is kept to the letter where it holds nothing to mask', () => {
    const text = '{ "userName" : "maya@example.com",\n  "active": true, "n": 1.0, "title":"M\\u00fcller" }'
    expect(masker.maskBody(text)).toBe(text)
  })

  it.each([
    ['a password', `{"userName":"maya","password":"${password}"}`],
    ['a password in other case', `{"PassWord":"${password}"}`],
    ['a password at depth', `{"a":[{"b":{"password":{"value":"${password}"}}}]}`],
    ['a password under a URN', `{"urn:ietf:params:scim:schemas:core:2.0:User:password":"${password}"}`],
    ['a password with an escaped name', `{"pass\\u0077ord":"${password}"}`],
    ['a newPassword', `{"newPassword":"${password}"}`],
    ['a PATCH of the password', `{"Operations":[{"op":"replace","path":"password","value":"${password}"}]}`],
    [
      'a PATCH of the password by URN',
      `{"Operations":[{"value":"${password}","OP":"Replace","Path":"urn:ietf:params:scim:schemas:core:2.0:User:Password"}]}`,
    ],
    ['a path-less PATCH', `{"Operations":[{"op":"replace","value":{"active":true,"password":"${password}"}}]}`],
    ['a PATCH path with a filter on it', `{"Operations":[{"op":"remove","path":"emails[password eq \\"${password}\\"]"}]}`],
    ['a search on it', `{"filter":"userName eq \\"a\\" and password sw \\"${password}\\""}`],
    ['JSON inside text', `{"roles":[{"value":"{\\"password\\":\\"${password}\\"}"}]}`],
    ['a key that stands twice', `{"x":{"password":"${password}"},"x":1}`],
    ['a token', `{"displayName":"see ${token}!"}`],
    ['a token as a key', `{"${token}":1}`],
    ['a token in other case', `{"userName":"${token.toLowerCase()}"}`],
    ['a token under a key that stands twice', `{"x":"${token}","x":"ok"}`],
    ['an escaped token', `{"x":"${escaped(token)}"}`],
    ['a percent-encoded token', `{"x":"https://example.com/?t=${percented(token)}"}`],
    ['the presented credential', `{"nickName":"Bearer ${foreign}"}`],
    ['the presented credential, encoded', `{"profileUrl":"https://example.com/?t=${encodeURIComponent(foreign)}"}`],
    ['a token that is not presented', `{"x":"rollcall_${'A'.repeat(43)}"}`],
  ])('loses %s and stays JSON', (_name, text) => {
    const kept = masker.maskBody(text)
    expect(kept).not.toBeNull()
    expect(leaks(kept)).toEqual([])
    expect(kept).not.toContain('A'.repeat(8))
    expect(() => JSON.parse(kept ?? '')).not.toThrow()
    expect(kept).not.toBe(text)
  })

  it('keeps everything beside the password', () => {
    expect(masker.maskBody(`{"userName":"maya","password":"${password}","name":{"givenName":"Maya"},"active":true}`)).toBe(
      '{"userName":"maya","password":"•••","name":{"givenName":"Maya"},"active":true}',
    )
  })

  it('masks a number that is the credential', () => {
    expect(createMasker(['12345678']).maskBody('{"pin":12345678,"n":1}')).toBe('{"pin":"•••","n":1}')
  })

  it('does not exhaust the stack on a body that only nests', () => {
    const text = `${'['.repeat(100_000)}"${token}"${']'.repeat(100_000)}`
    expect(leaks(masker.maskBody(text))).toEqual([])
  })

  it('keeps a member called __proto__ a member', () => {
    expect(masker.maskBody('{"__proto__":{"a":1},"password":"x"}')).toBe('{"__proto__":{"a":1},"password":"•••"}')
  })

  it('keeps nothing over 1 MiB', () => {
    expect(masker.maskBody(JSON.stringify('x'.repeat(1024 * 1024)))).toBeNull()
  })
})

describe('a body that does not parse', () => {
  it('is kept up to the first password or secret', () => {
    expect(masker.maskBody(`{"userName":"maya","password":"${password}","x":`)).toBe('{"userName":"maya","password•••')
    expect(masker.maskBody(`{"userName":"maya","note":"${token} and more`)).toBe('{"userName":"maya","note":"•••')
    expect(masker.maskBody('{"userName":"maya",}')).toBe('{"userName":"maya",}')
  })

  it('loses the beginning of a secret that its end cuts', () => {
    expect(masker.maskBody(`{"note":"${token.slice(0, 30)}`)).toBe('{"note":"•••')
    expect(masker.maskBody(`{"note":"${foreign.slice(0, 12)}`)).toBe('{"note":"•••')
  })

  it.each([
    ['an escaped name', `{"${escaped('password')}":"${password}",`],
    ['a percent-encoded name', `{${percented('password')}=${password}`],
    ['a character reference', `<pass&#119;ord>${password}</pass&#119;ord>`],
    ['an escaped token', `{"x":"${escaped(token)}",`],
    ['another encoding', `{"p\0a\0s\0s\0w\0o\0r\0d\0":"${password}"`],
    ['bytes that are no UTF-8', `{"pass\ufffdword":"${password}"`],
  ])('is not kept where it hides a password or secret behind %s', (_name, text) => {
    expect(masker.maskBody(text)).toBeNull()
  })

  it('is kept up to 64 kB', () => {
    expect(masker.maskBody(`{${'x'.repeat(200_000)}`)).toHaveLength(64 * 1024)
  })
})

describe('a target', () => {
  it('stays as it is where it holds nothing to mask', () => {
    const target = '/default/scim/v2/Users?filter=userName+eq+%22maya%40example.com%22&startIndex=1&count=2&aadOptscim062020'
    expect(masker.maskTarget(target)).toBe(target)
  })

  it.each([
    [`/default/scim/v2/Users?access_token=${token}&count=1`, '/default/scim/v2/Users?access_token=•••&count=1'],
    ['/Users?api_key=abc&x=', '/Users?api_key=•••&x=•••'],
    [`/Users/${token}`, '/Users/•••'],
    [`/Users/${percented(token)}`, '/Users/•••'],
    [`/${encodeURIComponent(foreign)}/scim/v2`, '/•••/scim/v2'],
    [`/Users?filter=userName+eq+%22${token}%22`, '/Users?filter=userName%20eq%20%22•••%22'],
    [`/Users?filter=password%20eq%20%22${password}%22`, '/Users?filter=password%20•••'],
    [`/Users?filter=pass%77ord+eq+%22${password}%22&count=1`, '/Users?filter=password%20•••&count=1'],
    [`/Users?filter=password+"${password}"`, '/Users?filter=password%20•••'],
    ['/Users?attributes=userName,password', '/Users?attributes=userName,password'],
    [`/Users?attributes=password%3D${password}`, '/Users?attributes=•••'],
    [`/Users?${token}`, '/Users?•••'],
    [`http://maya:${password}@example.com/default/scim/v2/Users`, 'http://•••@example.com/default/scim/v2/Users'],
  ])('loses what is secret in %s', (target, kept) => {
    expect(masker.maskTarget(target)).toBe(kept)
  })

  it('loses the same in its decoded parameters', () => {
    expect(masker.maskQuery({ filter: `password eq "${password}"`, token: 'abc', count: '1', flag: '', [token]: 'x' })).toEqual({
      filter: 'password •••',
      token: '•••',
      count: '1',
      flag: '',
      '•••': '•••',
    })
  })

  it.each([percented(percented(token)), percented(token).toUpperCase(), token.replaceAll('-', '%2D'), `Bearer%20${token}`])(
    'sees through the encoding of %s',
    (hidden) => {
      for (const target of [`/Users/${hidden}`, `/Users?filter=${hidden}`, `/Users?sortBy=${hidden}`, `/${hidden}?${hidden}`]) {
        const kept = masker.maskTarget(target)
        expect(leaks(kept)).toEqual([])
        expect(leaks(decodeURIComponent(kept))).toEqual([])
        expect(leaks(decodeURIComponent(decodeURIComponent(kept)))).toEqual([])
      }
    },
  )
})

describe('headers', () => {
  it('keep what helps, lose cookies, and of others keep the name', () => {
    const raw = [
      'Host',
      'acme.ngrok.app',
      'User-Agent',
      `Okta ${token}`,
      'Cookie',
      'sid=1',
      'X-Api-Key',
      'abc',
      'ADSCIMVersion',
      '5.0',
      'X-Forwarded-For',
      '203.0.113.7',
      'Sec-Fetch-Mode',
      'cors',
    ]
    expect(masker.maskHeaders(raw)).toEqual([
      ['Host', 'acme.ngrok.app'],
      ['User-Agent', 'Okta •••'],
      ['X-Api-Key', '•••'],
      ['ADSCIMVersion', '5.0'],
      ['X-Forwarded-For', '203.0.113.7'],
      ['Sec-Fetch-Mode', 'cors'],
    ])
  })

  it.each([
    [`Bearer ${token}`, 'Bearer ••• (52 characters)'],
    [`Bearer Bearer ${token}`, 'Bearer Bearer ••• (52 characters)'],
    [`  bearer   ${token} `, 'bearer ••• (52 characters)'],
    [token, '••• (52 characters)'],
    [`"Bearer ${token}"`, '••• (61 characters)'],
    ['Basic dXNlcjpwYXNz', 'Basic ••• (12 characters)'],
    ['secret words here', '••• (17 characters)'],
    ['Bearer', 'Bearer'],
  ])('keep of a credential %s only scheme and length', (value, kept) => {
    expect(masker.maskHeaders(['Authorization', value, 'Proxy-Authorization', value])).toEqual([
      ['Authorization', kept],
      ['Proxy-Authorization', kept],
    ])
  })
})

describe('the presented credential', () => {
  it.each([
    [`"${token}"`, token],
    [`Bearer ${foreign}`, foreign],
    [`Bearer%20${percented(foreign)}`, foreign],
    ['abcd1234 efgh5678', 'efgh5678'],
    ['dXNlcjpodW50ZXIyLWxvbmc=', 'hunter2-long'],
  ])('%s is known again in its plain form', (presented, secret) => {
    expect(createMasker([presented]).maskText(`before ${secret} after`)).toBe('before ••• after')
  })

  it('does not take the word Bearer, or a text of three characters, for a secret', () => {
    expect(createMasker(['Bearer', 'abc']).maskText('Bearer realm="abc"')).toBe('Bearer realm="abc"')
  })
})

describe('what a request of random spellings showed', () => {
  it('keeps nothing of a broken patch operation whose value stands before the path that names the password', () => {
    expect(masker.maskBody(`{"Operations":[{"op":"replace","value":"${password}","path":"password"}`)).toBeNull()
  })

  it('reads JSON inside JSON in one pass, so that an escaped escape is seen through', () => {
    expect(leaks(masker.maskBody(JSON.stringify({ detail: `not "${escaped(token)}"` })))).toEqual([])
    expect(masker.isClean(JSON.stringify({ detail: `not "${escaped(token)}"` }))).toBe(false)
  })

  it('masks what follows where a token goes on in another spelling', () => {
    expect(masker.maskText(`charset=${token.slice(0, 20)}${percented(token.slice(20, 22))}${token.slice(22)}`)).toBe('•••')
  })

  it('masks the whole of a token that was presented cut', () => {
    expect(createMasker([token.slice(0, 23)]).maskText(`see ${token}`)).toBe('see •••')
  })

  it('masks the beginning of a credential that a detail has cut', () => {
    expect(masker.maskText(`count must be an integer, not "${foreign.slice(0, 12)}…".`)).toBe(
      'count must be an integer, not "•••…".',
    )
  })

  it('takes a long credential that no pattern could nest', () => {
    expect(createMasker(['a'.repeat(16_000)]).maskText('nothing')).toBe('nothing')
  })

  it('masks a query as a whole where character references part a token', () => {
    const referenced = Array.from(token, (one) => `&#x${one.charCodeAt(0).toString(16)};`).join('')
    expect(masker.maskTarget(`/Users?cursor=${referenced}`)).toBe('/Users?•••')
  })

  it('sees a token in the user of Basic authentication and in a named value', () => {
    const basic = Buffer.from(`${foreign}:x`).toString('base64')
    expect(createMasker([`Basic ${basic}`]).maskText(`see ${foreign}`)).toBe('see •••')
    expect(createMasker(['Token token="a-long-secret-value"']).maskText('see a-long-secret-value')).toBe('see •••')
  })

  it('masks the half of a token that a value of the query ends with, torn by the sign that parts parameters', () => {
    const secret = 'Vw7kQ2pXz9LmT4rBn8sHj3Fd6Gc'
    const { maskText } = createMasker([secret])
    expect(maskText(`startIndex must be an integer, not "${secret.slice(0, 12)}".`)).toBe(
      'startIndex must be an integer, not "•••".',
    )
    expect(maskText(`a phrase cut: ${secret.slice(0, 9)}…`)).toBe('a phrase cut: •••…')
    expect(maskText(`no dozen: ${secret.slice(0, 9)}`)).toBe(`no dozen: ${secret.slice(0, 9)}`)
  })

  it('follows a phrase with spaces to where a detail has cut it', () => {
    const phrase = 'correct horse battery staple'
    expect(createMasker([phrase]).maskText(`not "${phrase.slice(0, 24)}…"`)).toBe('not "•••…"')
  })

  it('takes a credential of thousands of escapes, which no pattern could hold, and keeps no body beside it', () => {
    const presented = `Bearer ${'ä'.repeat(4000)} ${'hunter2-is-long '.repeat(500)}`
    const { maskText, maskBody, maskTarget } = createMasker([presented, encodeURIComponent(presented)])
    expect(maskText('Okta was refused: the password is not known')).toBe('Okta was refused: the password is not known')
    expect(maskText('see hunter2-is-long!')).toBe('see •••')
    expect(maskText('see hunterislong')).toBe('see hunterislong')
    expect(createMasker([`${'x '.repeat(2000)}hunterislong`]).maskText('see hunterislong')).toBe('see •••')
    expect(maskTarget(`/Users?filter=${encodeURIComponent('ä'.repeat(20))}`)).not.toContain('%C3%A4')
    expect(maskBody(`{"x":"hunter2-is-long"`)).toBeNull()
    expect(maskBody(JSON.stringify({ x: 'hunter2-is-long', y: 'plain' }))).toBeNull()
  })
})
