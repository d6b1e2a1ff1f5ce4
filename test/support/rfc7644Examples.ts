import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import type { ScimReply } from './scimClient.ts'
import { startStrict } from './startStrict.ts'

// The values that the examples of RFC 7644 share.

/** The user of §3.3 and §3.14, as it is sent. */
export const bjensen: JsonObject = {
  schemas: [urns.user],
  userName: 'bjensen',
  externalId: 'bjensen',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
}

/** What §3.14 has in both places: the weak entity tag of the header is the version of the resource. */
export function versionOf({ headers, body }: ScimReply): unknown {
  const meta = Object(body['meta'])
  return headers.get('etag') === meta.version ? meta.version : [headers.get('etag'), meta.version]
}

/** The group of §3.5.2 with these of its two learners, Babs and James, in a service that bends no rule. */
export async function startWithTourGuides(...members: readonly ('babs' | 'james')[]) {
  const service = await startStrict()
  const { scim, scimUrl } = service
  const create = async (userName: string, displayName: string) => {
    const { id } = await scim.post('/Users', { ...bjensen, userName, displayName })
    return { display: displayName, $ref: `${scimUrl}/Users/${id}`, value: id }
  }
  const people = { babs: await create('bjensen', 'Babs Jensen'), james: await create('jsmith', 'James Smith') }
  const group = await scim.post('/Groups', {
    schemas: [urns.group],
    displayName: 'Tour Guides',
    members: members.map((name) => people[name]),
  })
  /** The example's request: with If-Match, as each of §3.5.2 has it. */
  const patch = (...operations: readonly object[]) =>
    scim.patch(
      `/Groups/${group.id}`,
      { schemas: [urns.patchOp], Operations: operations },
      { 'If-Match': group.headers.get('etag') ?? '' },
    )
  const listMembers = async () => {
    const { members: found } = (await scim.get(`/Groups/${group.id}`)).body
    return Array.isArray(found) ? found.map(({ display }) => display) : []
  }
  return { ...service, ...people, group, patch, listMembers }
}
