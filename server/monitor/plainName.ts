/** Where the last part of a path alone does not say it well. */
const names: Readonly<Record<string, string>> = {
  username: 'user name',
  externalid: 'external id',
  'name.givenname': 'first name',
  'name.familyname': 'last name',
  'name.formatted': 'full name',
  'name.honorificprefix': 'title before the name',
  'name.honorificsuffix': 'title after the name',
  nickname: 'nickname',
  timezone: 'time zone',
  costcenter: 'cost center',
  title: 'job title',
}

const kinds: Readonly<Record<string, string>> = {
  emails: 'e-mail address',
  phonenumbers: 'phone number',
  addresses: 'address',
  ims: 'messaging address',
  photos: 'photo',
  roles: 'role',
  entitlements: 'entitlement',
  x509certificates: 'certificate',
}

/**
 * How an attribute is called in a sentence: `emails[type eq "work"].value` is the "work e-mail address",
 * `urn:...:User:department` the "department". Sub-attributes of one value share its name.
 */
export function toPlainName(path: string): string {
  const [, whole = path, selector = ''] = /^([^[]*)(\[.*\])?/.exec(path) ?? []
  const name = whole.slice(whole.lastIndexOf(':') + 1)
  const named = names[name.toLowerCase()]
  if (named !== undefined) return named
  const [attribute = name] = name.split('.')
  const type = /^\[type eq "([^"]*)"\]$/.exec(selector)?.[1]
  const kind = kinds[attribute.toLowerCase()]
  if (kind !== undefined) return type ? `${type} ${kind}` : kind
  return splitWords(attribute)
}

/** `employeeNumber` becomes "employee number". */
function splitWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}
