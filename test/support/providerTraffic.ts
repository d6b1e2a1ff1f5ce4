import { urns } from '#contract/scim/urns.ts'
import { createScimClient } from './scimClient.ts'

const person = (name: { givenName: string; familyName: string }) => {
  const userName = `${name.givenName}.${name.familyName}@example.com`.toLowerCase()
  return {
    userName,
    name,
    displayName: `${name.givenName} ${name.familyName}`,
    emails: [{ primary: true, type: 'work', value: userName }],
  }
}

const ada = person({ givenName: 'Ada', familyName: 'Byron' })
const ivan = person({ givenName: 'Ivan', familyName: 'Novak' })

const expectStatus = (reply: { status: number; text: string }, status: number) => {
  if (reply.status !== status) throw new Error(`Expected ${status}, got ${reply.status}: ${reply.text}`)
}

/** What Entra ID sends for a connection test, a new person, a change and an unassignment: a stand-in for the real provider. */
export async function sendAsEntra(scimUrl: string, token: string): Promise<void> {
  const entra = createScimClient(scimUrl, token, { ADSCIMVersion: '5.0', 'Content-Type': 'application/scim+json; charset=utf-8' })
  const patch = (path: string, ...Operations: object[]) => entra.patch(path, { schemas: [urns.patchOp], Operations })
  const guid = 'c51c5d6e-0f4a-4b0e-a2cb-6a1f0d2e77aa'
  expectStatus(await entra.get(`/Users?filter=userName+eq+"${guid}"`), 200)
  expectStatus(await entra.get(`/Groups?excludedAttributes=members&filter=displayName+eq+"${guid}"`), 200)
  expectStatus(await entra.get(`/Users?filter=userName+eq+"${ada.userName}"`), 200)
  const created = await entra.post('/Users', {
    schemas: [urns.user, urns.enterpriseUser],
    externalId: 'abyron',
    active: true,
    ...ada,
    meta: { resourceType: 'User' },
    roles: [],
    [urns.enterpriseUser]: { department: 'Platform' },
  })
  expectStatus(created, 201)
  const path = `/Users/${created.id}`
  expectStatus(await patch(path, { op: 'Replace', path: 'name.familyName', value: 'Byron-King' }), 200)
  expectStatus(await patch(path, { op: 'Replace', path: 'active', value: 'False' }), 200)
}

/** What an own app of Okta sends for the same. */
export async function sendAsOkta(scimUrl: string, token: string): Promise<void> {
  const okta = createScimClient(scimUrl, token, {
    'User-Agent': 'Okta SCIM Client 1.0.0',
    'Content-Type': 'application/scim+json; charset=utf-8',
  })
  expectStatus(await okta.get('/Users?startIndex=1&count=2'), 200)
  expectStatus(
    await okta.get(`/Users?filter=userName%20eq%20%22${encodeURIComponent(ivan.userName)}%22&startIndex=1&count=100`),
    200,
  )
  const created = await okta.post('/Users', {
    schemas: [urns.user],
    ...ivan,
    locale: 'en-US',
    externalId: '00u1ab2cd3EF4gh5i6j7',
    groups: [],
    password: 'Xk29dmQa',
    active: true,
  })
  expectStatus(created, 201)
  const path = `/Users/${created.id}`
  expectStatus(await okta.put(path, { ...(await okta.get(path)).body, title: 'Engineer' }), 200)
  expectStatus(await okta.put(path, { ...(await okta.get(path)).body, active: false }), 200)
}

/** A connection test of an administrator who pasted the word Bearer into a form that prints it. */
export async function sendWithDoubledBearer(scimUrl: string): Promise<void> {
  const okta = createScimClient(scimUrl, `Bearer rollcall_${'x'.repeat(43)}`, { 'User-Agent': 'Okta SCIM Client 1.0.0' })
  expectStatus(await okta.get('/Users?startIndex=1&count=2'), 401)
}
