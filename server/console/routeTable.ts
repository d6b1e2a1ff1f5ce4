import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import { type ConsoleRoute, type ConsoleRouteName, consoleRoutes } from '#contract/console.ts'
import type { Json } from '#contract/scim/resource.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { invalid, notFound } from './failure.ts'
import { holdsToken } from './holdsToken.ts'

type Routes = typeof consoleRoutes
type Read<Route, Part extends 'query' | 'body'> = Route extends { readonly [P in Part]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined

/** What a handler is given: the request as the route's schemas read it. */
export interface Call<Name extends ConsoleRouteName> {
  /** The one that the path names. */
  readonly connection: Routes[Name]['path'] extends `/connections/:connection${string}` ? StoredConnection : undefined
  readonly query: Read<Routes[Name], 'query'>
  readonly body: Read<Routes[Name], 'body'>
  /** A parameter of the path. */
  readonly param: (name: string) => string
  readonly req: Request
  readonly res: Response
}

/** What stores give is readonly; a reply is only written out. */
type DeepReadonly<T> = [z.core.util.JSONType] extends [T]
  ? Json
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** What a route answers. */
export type Reply<Name extends ConsoleRouteName> = DeepReadonly<z.input<Routes[Name]['reply']>>

/** Answers one route; a `ConsoleError` is thrown. */
export type Handler<Name extends ConsoleRouteName> = (call: Call<Name>) => Reply<Name> | Promise<Reply<Name>>

/** A handler for each route of the contract: the compiler names the one that is missing. */
export type ConsoleHandlers = { readonly [Name in ConsoleRouteName]: Handler<Name> }

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/** Mounts every route of the contract. */
export function addRoutes(router: Router, service: Service, handlers: ConsoleHandlers): void {
  for (const [name, route] of Object.entries<ConsoleRoute>(consoleRoutes)) {
    // `Object.entries` forgets that the names are the table's. What a handler is given is read below by the schemas of the
    // same entry that typed it, which a loop over all entries cannot express.
    const handler = handlers[name as ConsoleRouteName] as (call: unknown) => unknown
    router[verbs[route.method]](route.path, async (req, res) => {
      const param = (wanted: string) => readParam(req, wanted)
      const reply = await handler({
        connection: route.path.startsWith('/connections/:connection') ? getConnection(service, param('connection')) : undefined,
        query: route.query && readPart(route.query, req.query, 'query'),
        body: route.body && readBody(service, route, req.body),
        param,
        req,
        res,
      })
      res.json(reply)
    })
  }
}

/** Names, notes and views are kept as they were written, and a token never is. A place leaves it out by itself. */
function readBody(service: Service, { body, path }: ConsoleRoute, value: unknown): unknown {
  const read = body && readPart(body, value, 'body')
  if (path !== consoleRoutes.rememberPlace.path && holdsToken(service, JSON.stringify(read)))
    throw invalid('The text holds a token, and tokens are never stored: leave it out.')
  return read
}

/**
 * Reads a part of a request.
 *
 * @throws ConsoleError invalid, naming each field at fault
 */
export function readPart<Schema extends z.ZodType>(schema: Schema, value: unknown, part: 'query' | 'body'): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalid(result.error.issues.map((issue) => `${issue.path.join('.') || `The ${part}`}: ${issue.message}.`).join(' '))
}

/** A parameter of the path. */
export function readParam(req: Request, name: string): string {
  const value = req.params[name]
  if (typeof value !== 'string') throw new Error(`The path of ${req.path} has no parameter ${name}.`)
  return value
}

/** @throws ConsoleError notFound */
export function getConnection(service: Service, slug: string): StoredConnection {
  const connection = service.stores.connections.findBySlug(slug)
  if (!connection) throw notFound(`There is no connection "${slug}".`)
  return connection
}
