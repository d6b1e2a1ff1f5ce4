import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { ResourceType, Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { resourceTypes } from '../protocol/schemas/resourceTypes.ts'
import { notFound } from '../protocol/scimError.ts'
import { type OperationContext, resolveType } from './context.ts'
import { cursorTimeoutSeconds } from './cursor.ts'
import { maxBodyBytes, maxBulkOperations } from './limits.ts'
import { defaultCount, maxResults } from './query.ts'

/** What this service provider offers (RFC 7643 §5). */
export function toServiceProviderConfig({ baseUrl }: OperationContext): JsonObject {
  return {
    schemas: [urns.serviceProviderConfig],
    patch: { supported: true },
    bulk: { supported: true, maxOperations: maxBulkOperations, maxPayloadSize: maxBodyBytes },
    filter: { supported: true, maxResults },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    // RFC 9865 §4. By index where the client names no method, as clients expect that know only that.
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: defaultCount,
      maxPageSize: maxResults,
      cursorTimeout: cursorTimeoutSeconds,
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'The token made in Rollcall, in the Authorization header behind the word Bearer.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${baseUrl}/ServiceProviderConfig` },
  }
}

/** The resource types (RFC 7643 §6), all or the one of a name. @throws ScimError notFound (404) */
export function listResourceTypes(context: OperationContext, name?: string): JsonObject {
  const all = resourceTypes.map((type) => toResourceTypeMessage(context.baseUrl, resolveType(context, type)))
  return name === undefined ? toList(all) : getNamed('ResourceType', { all, name })
}

/** The schemas (RFC 7643 §7), all or the one of a URN. @throws ScimError notFound (404) */
export function listSchemas(context: OperationContext, urn?: string): JsonObject {
  const types = resourceTypes.map((type) => resolveType(context, type))
  const schemas = types.flatMap((type) => [type.schema, ...type.schemaExtensions.map(({ schema }) => schema)])
  const all = schemas.map((schema) => toSchemaMessage(context.baseUrl, schema))
  return urn === undefined ? toList(all) : getNamed('Schema', { all, name: urn })
}

function getNamed(what: string, { all, name }: { all: readonly JsonObject[]; name: string }): JsonObject {
  const found = all.find(({ id }) => typeof id === 'string' && id.toLowerCase() === name.toLowerCase())
  if (!found) throw notFound(what, name)
  return found
}

const toList = (all: readonly JsonObject[]): JsonObject => ({
  schemas: [urns.listResponse],
  totalResults: all.length,
  startIndex: 1,
  itemsPerPage: all.length,
  Resources: all,
})

const toResourceTypeMessage = (baseUrl: string, type: ResourceType): JsonObject => ({
  schemas: [urns.resourceType],
  id: type.name,
  name: type.name,
  endpoint: type.endpoint,
  description: type.description,
  schema: type.schema.id,
  schemaExtensions: type.schemaExtensions.map(({ schema, required }) => ({ schema: schema.id, required })),
  meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.name}` },
})

const toSchemaMessage = (baseUrl: string, schema: Schema): JsonObject => ({
  schemas: [urns.schema],
  id: schema.id,
  name: schema.name,
  description: schema.description,
  // Attributes are plain JSON; the compiler does not see that an interface has no other members.
  attributes: schema.attributes as unknown as readonly Json[],
  meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
})
