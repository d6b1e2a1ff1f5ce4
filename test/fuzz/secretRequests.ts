import { gzipSync } from 'node:zlib'
import { urns } from '#contract/scim/urns.ts'
import type { Random } from './random.ts'
import { type StrangeRequest, toBytes } from './requestBytes.ts'
import type { Secrets } from './secrets.ts'

/** What a request is made of before the bytes. */
interface Planted {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string | Buffer
}

const base = '/default/scim/v2'

/** A request that carries a token or a password in an odd place, in one spelling or another. */
export function aSecretRequest(random: Random, { secrets, ids }: { secrets: Secrets; ids: readonly string[] }): StrangeRequest {
  const presented = random.pick([secrets.own, secrets.own, secrets.environment, secrets.foreign])
  const id = ids[random.below(ids.length)] ?? 'none'
  const planted = random.chance(0.55)
    ? plantToken(random, { id, token: random.chance(0.7) ? presented : random.pick([secrets.own, secrets.environment]) })
    : plantPassword(random, { id, password: secrets.password })
  const credential = random.chance(0.85) ? `Bearer ${presented}` : aBentCredential(random, { presented, secrets })
  const isOneShot = random.chance(0.1)
  const body = typeof planted.body === 'string' ? Buffer.from(planted.body) : planted.body
  const whole = toBytes({ ...planted, headers: [['Host', 'localhost'], ['Authorization', credential], ...planted.headers], body })
  return isOneShot
    ? { kind: 'cut', pieces: [whole.subarray(0, random.below(whole.length))], methods: [planted.method], ending: 'end' }
    : { kind: 'secret', pieces: [whole], methods: [planted.method], ending: 'keep' }
}

function aBentCredential(random: Random, { presented, secrets }: { presented: string; secrets: Secrets }): string {
  return random.pick([
    presented,
    `Bearer Bearer ${presented}`,
    `Bearer "${presented}"`,
    `Bearer ${presented.slice(0, -4)}`,
    `Bearer ${presented.slice(4)}`,
    `Bearer ${presented.slice(0, 14)} ${presented.slice(14)}`,
    `Bearer%20${presented}`,
    `Basic ${Buffer.from(`${presented}:${secrets.password}`).toString('base64')}`,
    `Bearer\xa0${presented}`,
    `${presented} Bearer`,
    `Token token=${presented}, x=${presented}`,
    `Bearer ${presented === secrets.foreign ? '' : 'x'.repeat(random.below(300))}${presented}`,
  ])
}

/** Spelled in a way that something on the path might undo. */
function spell(random: Random, secret: string): string {
  const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0')
  const some = (toOther: (character: string) => string) =>
    Array.from(secret, (one) => (random.chance(0.3) ? toOther(one) : one)).join('')
  switch (random.below(9)) {
    case 0:
      return some((one) => `%${hex(one)}`)
    case 1:
      return some((one) => `%25${hex(one)}`)
    case 2:
      return some((one) => `\\u00${hex(one)}`)
    case 3:
      return some((one) => `&#x${hex(one)};`)
    case 4:
      return `${'x'.repeat(random.pick([40, 55, 90, 110, 250, 590, 1_990]))}${secret}`
    case 5:
      return `Bearer ${secret}`
    default:
      return secret
  }
}

function plantToken(random: Random, { id, token }: { id: string; token: string }): Planted {
  const spelled = spell(random, token)
  const inUrl = random.chance(0.5) ? encodeURIComponent(spelled) : spelled.replaceAll(' ', '+')
  const json: Planted['headers'] = [['Content-Type', 'application/scim+json']]
  const one = `${base}/${random.pick(['Users', 'Groups'])}/${id}`
  switch (random.below(6)) {
    case 0: {
      const name = random.pick([
        'X-Api-Key',
        'Cookie',
        'User-Agent',
        'If-Match',
        'If-None-Match',
        'Rollcall-Simulation',
        'Host',
        'X-Forwarded-Host',
        'Referer',
        'X-Request-Id',
        'traceparent',
        'Expect',
        'Upgrade',
        'Connection',
        'Accept',
        'Prefer',
        'Proxy-Authorization',
        'Authorization',
        'Content-Encoding',
      ])
      return { method: random.pick(['GET', 'POST', 'PATCH', 'DELETE']), target: one, headers: [[name, spelled]], body: '' }
    }
    case 1:
      return {
        method: 'GET',
        target: one,
        headers: [
          [`X-${token}`, '1'],
          ['Content-Type', `application/json; charset=${spelled}`],
        ],
        body: random.pick(['', '{}']),
      }
    case 2: {
      const query = random.pick([
        `filter=userName eq "${spelled}"`,
        `filter=${spelled} eq "a"`,
        `filter=(userName eq "a" or ${spelled}`,
        `access_token=${inUrl}`,
        `${inUrl}=1`,
        inUrl,
        `attributes=${inUrl}`,
        `startIndex=${inUrl}`,
        `count=${inUrl}`,
        `sortBy=${inUrl}`,
        `cursor=${inUrl}`,
        `sortOrder=${inUrl}`,
      ])
      return {
        method: 'GET',
        target: `${base}/Users?${random.chance(0.5) ? query.replaceAll(' ', '+') : encodeURI(query)}`,
        headers: [],
        body: '',
      }
    }
    case 3:
      return {
        method: random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'TRACE']),
        target: random.pick([
          `${base}/Users/${inUrl}`,
          `${base}/${inUrl}`,
          `/${inUrl}/scim/v2/Users`,
          `/${inUrl}`,
          `${base}/Users/${id}/${inUrl}`,
          `http://a:${token}@localhost${base}/Users`,
          `${base}/Users#${inUrl}`,
          `${base}/Schemas/${inUrl}`,
          `${base}/Users/%${inUrl}`,
          inUrl,
        ]),
        headers: json,
        body: random.pick(['', '{}']),
      }
    default: {
      const where = random.pick([
        { userName: spelled },
        { userName: 'a', title: spelled },
        { userName: 'a', [spelled]: 'x' },
        { userName: 'a', name: { givenName: spelled, familyName: `x${spelled}x` } },
        { userName: 'a', emails: [{ value: spelled, type: spelled }] },
        { userName: 'a', schemas: [spelled] },
        { displayName: spelled, members: [{ value: spelled }] },
        { schemas: [urns.patchOp], Operations: [{ op: 'replace', path: 'title', value: spelled }] },
        { schemas: [urns.patchOp], Operations: [{ op: spelled, path: 'title', value: 'a' }] },
        { schemas: [urns.patchOp], Operations: [{ op: 'replace', path: spelled, value: 'a' }] },
        { schemas: [urns.patchOp], Operations: [{ op: 'replace', path: `emails[value eq "${spelled}"].value`, value: 'a' }] },
        { schemas: [urns.searchRequest], filter: `userName eq "${spelled}"` },
        {
          schemas: [urns.bulkRequest],
          Operations: [{ method: 'POST', path: '/Users', bulkId: spelled, data: { userName: spelled } }],
        },
        [spelled],
        spelled,
      ] as [unknown, ...unknown[]])
      const { method, target } = random.pick([
        { method: 'POST', target: `${base}/Users` },
        { method: 'POST', target: `${base}/Groups` },
        { method: 'PUT', target: one },
        { method: 'PATCH', target: one },
        { method: 'POST', target: `${base}/Bulk` },
        { method: 'POST', target: `${base}/.search` },
      ])
      // The escapes of the spelling become the body's own.
      const text = JSON.stringify(where).replaceAll('\\\\u00', '\\u00')
      return { method, target, ...aDisguise(random, text, json) }
    }
  }
}

function plantPassword(random: Random, { id, password }: { id: string; password: string }): Planted {
  const json: Planted['headers'] = [['Content-Type', 'application/scim+json']]
  const one = `${base}/Users/${id}`
  const key = random.pick([
    'password',
    'Password',
    'PASSWORD',
    `${urns.user}:password`,
    'pass\\u0077ord',
    'newPassword',
    'user_password',
  ])
  const operation = random.pick([
    `{"op":"replace","path":"${key}","value":"${password}"}`,
    `{"op":"replace","value":"${password}","path":"${key}"}`,
    `{"op":"add","value":{"${key}":"${password}"}}`,
    `{"op":"replace","path":"${key}","value":[{"value":"${password}"}]}`,
    `{"op":"replace","path":"emails[${key} eq \\"${password}\\"].value","value":"a"}`,
  ])
  const text = random.pick([
    `{"userName":"pw${random.below(500)}","${key}":"${password}"}`,
    `{"${key}":"${password}","userName":"pw${random.below(500)}","active":true}`,
    `{"userName":"a","name":{"${key}":"${password}"}}`,
    `{"userName":"a","${key}":{"value":["${password}"]}}`,
    `{"userName":"a","custom":[{"name":"${key}","value":"${password}"}]}`,
    `{"schemas":["${urns.patchOp}"],"Operations":[${operation}]}`,
    `{"schemas":["${urns.searchRequest}"],"filter":"${key} eq \\"${password}\\""}`,
    `{"schemas":["${urns.bulkRequest}"],"Operations":[{"method":"POST","path":"/Users","bulkId":"a","data":{"userName":"b","${key}":"${password}"}}]}`,
    `userName=a&password=${password}`,
    `<user><password>${password}</password></user>`,
    `--x\r\nContent-Disposition: form-data; name="password"\r\n\r\n${password}\r\n--x--`,
  ])
  switch (random.below(8)) {
    case 0:
      return {
        method: 'GET',
        target: `${base}/Users?${random.pick(['filter=password+eq+%22', 'password=', 'filter=userName+eq+%22a%22+and+password+co+%22', 'x=password:', 'PASSWORD='])}${password}%22`,
        headers: [],
        body: '',
      }
    case 1:
      return { method: 'GET', target: `http://user:${password}@localhost${base}/Users`, headers: [], body: '' }
    case 2:
      return {
        method: 'POST',
        target: `${base}/Users`,
        headers: [
          ['Content-Type', random.pick(['text/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])],
        ],
        body: text,
      }
    default: {
      const broken = random.chance(0.35) ? breakJson(random, text) : text
      const { method, target } = random.pick([
        { method: 'POST', target: `${base}/Users` },
        { method: 'PUT', target: one },
        { method: 'PATCH', target: one },
        { method: 'POST', target: `${base}/Bulk` },
        { method: 'POST', target: `${base}/Users/.search` },
      ])
      return { method, target, ...aDisguise(random, broken, json) }
    }
  }
}

/** Cut, or with a character too many. The word `password` stays whole, so that it can be told what the body is about. */
function breakJson(random: Random, text: string): string {
  return random.pick([
    text.slice(0, -1),
    `${text}}`,
    text.replace(':', '::'),
    text.replace(/,/, ',,'),
    `${text}\0`,
    text.replace(/"$/, ''),
    `x${text}`,
    text.slice(0, -3),
  ])
}

/** The same body in other bytes: compressed, or in another character set. */
function aDisguise(random: Random, text: string, headers: Planted['headers']): Pick<Planted, 'headers' | 'body'> {
  switch (random.below(12)) {
    case 0:
      return { headers: [...headers, ['Content-Encoding', 'gzip']], body: gzipSync(text) }
    case 1:
      return { headers: [['Content-Type', 'application/json; charset=utf-16le']], body: Buffer.from(text, 'utf16le') }
    case 2:
      return { headers, body: Buffer.from(text, 'utf16le') }
    case 3:
      return { headers: [['Content-Type', 'application/json; charset=utf-7']], body: text }
    case 4:
      return { headers: [...headers, ['Transfer-Encoding', 'chunked']], body: text }
    case 5:
      return { headers, body: `\ufeff${text}` }
    default:
      return { headers, body: text }
  }
}
