import { z } from 'zod'
import { Connection, ConnectionContents, ConnectionSettings, maxNameLength, Switches, TokenInfo } from './connection.ts'
import {
  Clearing,
  Density,
  ErrorLog,
  ExchangeDetail,
  ExchangeFilter,
  ExchangeMark,
  ExchangePage,
  Finding,
  StoredAmount,
} from './exchange.ts'
import { Extension, ExtensionList } from './extension.ts'
import { FailureTrend } from './failureTrend.ts'
import { ArmedFault, FaultOrder } from './fault.ts'
import { HistoryPage, HistoryState } from './history.ts'
import { IgnoreOrder } from './ignoredCause.ts'
import { GroupPage, GroupQuery, LearnerDetail, LearnerPage, LearnerQuery } from './learner.ts'
import { Member } from './member.ts'
import { Place, Places } from './places.ts'
import { ProviderChoice } from './provider.ts'
import { CheckedOutside, Reach } from './reach.ts'
import { NewView, SavedView, ViewChange, ViewReply } from './savedView.ts'
import { JsonValue } from './scim/resource.ts'
import { Diagnosis, SetupChange, SetupState, SimulationOrder, SimulationRun } from './setup.ts'
import { ToleranceInfo } from './tolerance.ts'

/** One route: `:name` in `path` is a parameter; `query` arrives as strings, `body` as JSON. */
export interface ConsoleRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly reply: z.ZodType
}

/** A token that was just made. The secret is in this reply and nowhere else: only its hash is stored. */
export const IssuedToken = z.object({ secret: z.string(), info: TokenInfo })
export type IssuedToken = z.infer<typeof IssuedToken>

/** What the service is and where it listens. */
export const ServiceStatus = z.object({
  version: z.string(),
  dataDir: z.string(),
  startedAt: z.string(),
  /** `127.0.0.1:4747`. */
  scimAddress: z.string(),
  consoleAddress: z.string(),
  publicUrl: z.string().nullable(),
})
export type ServiceStatus = z.infer<typeof ServiceStatus>

// Without defaults, so that a change of one leaves the others alone: zod fills a default in even where a key is optional.
const preference = {
  theme: z.enum(['system', 'light', 'dark']),
  /** In pixels; null: as the window gives it. */
  detailPaneWidth: z.int().min(280).max(4000).nullable(),
  /** Whether a letter alone does something. */
  singleKeys: z.boolean(),
}

/** What the screens remember; kept by the service, since a browser's storage changes with the port. */
export const Preferences = z.object({
  theme: preference.theme.default('system'),
  detailPaneWidth: preference.detailPaneWidth.default(null),
  singleKeys: preference.singleKeys.default(true),
})
export type Preferences = z.infer<typeof Preferences>

/** A new connection. `slug` is not yet checked. */
export const NewConnection = z.object({
  name: z.string().trim().min(1).max(maxNameLength),
  slug: z.string().max(200),
  /** The slug of one whose provider, settings and extensions it begins with. */
  like: z.string().optional(),
  provider: ProviderChoice.optional(),
})
export type NewConnection = z.infer<typeof NewConnection>

/** What removing all simulated data took away. */
export const RemovedSimulation = z.object({ learners: z.int(), groups: z.int(), exchanges: z.int() })
export type RemovedSimulation = z.infer<typeof RemovedSimulation>

const of = <const Path extends string>(path: Path) => `/connections/:connection${path}` as const

/** Every route of the console API: what goes in, what comes out. Server and renderer are both typed from it. */
export const consoleRoutes = {
  openSession: {
    method: 'POST',
    path: '/session',
    body: z.object({ ticket: z.string() }),
    reply: z.object({ opened: z.boolean() }),
  },
  getStatus: { method: 'GET', path: '/status', reply: ServiceStatus },
  getPreferences: { method: 'GET', path: '/preferences', reply: Preferences },
  changePreferences: { method: 'PATCH', path: '/preferences', body: z.object(preference).partial(), reply: Preferences },
  /** As at the first start. */
  resetPreferences: { method: 'DELETE', path: '/preferences', reply: Preferences },
  setPublicUrl: {
    method: 'PATCH',
    path: '/status/public-url',
    body: z.object({ publicUrl: z.string().nullable() }),
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('set'), publicUrl: z.string().nullable() }),
      z.object({ result: z.literal('refused'), reason: z.string() }),
    ]),
  },
  getPlaces: { method: 'GET', path: '/places', reply: Places },
  /** Forgets where the reader was on every connection, with the filters. */
  forgetPlaces: { method: 'DELETE', path: '/places', reply: Places },
  /** Keeps where the reader is; a filter that holds a token is left out. */
  rememberPlace: { method: 'PUT', path: of('/place'), body: Place, reply: Places },
  /** Oldest first. */
  listConnections: { method: 'GET', path: '/connections', reply: z.array(Connection) },
  createConnection: {
    method: 'POST',
    path: '/connections',
    body: NewConnection,
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('created'), connection: Connection }),
      /** form: other characters than a slug has; reserved: the console's own addresses begin so. */
      z.object({ result: z.literal('refused'), reason: z.enum(['form', 'reserved', 'taken']), suggestion: z.string() }),
    ]),
  },
  /** What removing a connection would take along. */
  getConnectionContents: { method: 'GET', path: of('/contents'), reply: ConnectionContents },
  /** Removes a connection with all that is its own. From that moment on its SCIM URL is answered 404, and its tokens are not known. */
  removeConnection: {
    method: 'DELETE',
    path: of(''),
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('removed'), contents: ConnectionContents }),
      /** Without any, there would be nothing to show. */
      z.object({ result: z.literal('onlyOne') }),
    ]),
  },
  changeConnection: {
    method: 'PATCH',
    path: of(''),
    body: z.object({
      name: z.string().trim().min(1).max(maxNameLength).optional(),
      provider: ProviderChoice.optional(),
      switches: Switches.partial().optional(),
      settings: ConnectionSettings.omit({ switches: true }).partial().optional(),
    }),
    reply: Connection,
  },
  listTolerances: { method: 'GET', path: '/tolerances', reply: z.array(ToleranceInfo) },
  listExtensions: { method: 'GET', path: of('/extensions'), reply: ExtensionList },
  /** Adds a custom extension to users. `schema` is the JSON of a file or form in the form of RFC 7643 §7, not yet checked. */
  addExtension: {
    method: 'POST',
    path: of('/extensions'),
    body: z.object({ schema: JsonValue }),
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('added'), extension: Extension }),
      /** The reason names the member of the schema that is at fault. */
      z.object({ result: z.literal('refused'), reason: z.string() }),
    ]),
  },
  /**
   * Puts a schema, in the form of RFC 7643 §7 and not yet checked, in the place of the one with this URN, which stays. Values of attributes that
   * it no longer has stay stored, out of sight; one that stored values do not fit is refused.
   */
  changeExtension: {
    method: 'PUT',
    path: of('/extensions/:urn'),
    body: z.object({ schema: JsonValue }),
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('changed'), extension: Extension }),
      /** The reason names the member of the schema that is at fault, or the learner whose values do not fit. */
      z.object({ result: z.literal('refused'), reason: z.string() }),
    ]),
  },
  /** Takes a custom extension away; the values that learners have of it stay stored, out of sight. */
  removeExtension: { method: 'DELETE', path: of('/extensions/:urn'), reply: ExtensionList },
  getSetup: { method: 'GET', path: of('/setup'), reply: SetupState },
  changeSetup: { method: 'PATCH', path: of('/setup'), body: SetupChange, reply: SetupState },
  /** Takes the ticks of the wizard back and begins at its first step; what arrived stays, and so does what it proves. */
  restartSetup: { method: 'POST', path: of('/setup/restart'), reply: SetupState },
  getDiagnosis: { method: 'GET', path: of('/diagnosis'), reply: Diagnosis },
  /** Looks around on this machine alone. */
  getReach: { method: 'GET', path: of('/reach'), reply: Reach },
  /** Sends one request to the public URL: only where the user asks for it. */
  checkOutside: { method: 'POST', path: of('/reach/check'), reply: CheckedOutside },
  /** Makes a token; the tokens made on screen before live on for `overlapMinutes`, 0 ends them at once. */
  issueToken: {
    method: 'POST',
    path: of('/tokens'),
    body: z.object({
      overlapMinutes: z
        .int()
        .min(0)
        .max(60 * 24 * 30),
      /** When the new one ends, in the future; null: it has no end. */
      expiresAt: z.iso.datetime().nullable().default(null),
    }),
    reply: IssuedToken,
  },
  /** Ends a token at once. */
  revokeToken: { method: 'DELETE', path: of('/tokens/:token'), reply: z.array(TokenInfo) },
  /** Newest first, at most `limit`, all older than the exchange `before`. */
  listExchanges: {
    method: 'GET',
    path: of('/exchanges'),
    query: ExchangeFilter.extend({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: ExchangePage,
  },
  /** Of the last `stretches` stretches of `stretchSeconds` each, the running one included. */
  getDensity: {
    method: 'GET',
    path: of('/density'),
    query: z.object({
      stretchSeconds: z.coerce.number().int().min(1).max(86_400).default(60),
      stretches: z.coerce.number().int().min(1).max(200).default(60),
    }),
    reply: Density,
  },
  getExchange: { method: 'GET', path: of('/exchanges/:exchange'), reply: ExchangeDetail },
  /** The views of the activity list, by name. */
  listViews: { method: 'GET', path: of('/views'), reply: z.array(SavedView) },
  addView: { method: 'POST', path: of('/views'), body: NewView, reply: ViewReply },
  changeView: { method: 'PATCH', path: of('/views/:view'), body: ViewChange, reply: ViewReply },
  removeView: { method: 'DELETE', path: of('/views/:view'), reply: z.array(SavedView) },
  /** Pins an exchange, gives it a colour or a note, or takes them away. */
  markExchange: {
    method: 'PATCH',
    path: of('/exchanges/:exchange/mark'),
    body: ExchangeMark.partial(),
    reply: ExchangeMark,
  },
  /** What clearing the list would take now. */
  getClearing: { method: 'GET', path: of('/clearing'), reply: Clearing },
  /** Takes all that is not pinned out of the list, up to an exchange. For good once the time for `undoClearing` is over. */
  clearExchanges: { method: 'POST', path: of('/clearing'), body: Clearing.pick({ upTo: true }), reply: Clearing },
  undoClearing: {
    method: 'DELETE',
    path: of('/clearing'),
    reply: z.object({ result: z.enum(['undone', 'tooLate']) }),
  },
  getStoredAmount: { method: 'GET', path: of('/stored'), reply: StoredAmount },
  getErrorLog: { method: 'GET', path: of('/errors'), reply: ErrorLog },
  /** By key of the cause; days begin at midnight of the reader, whose clock is `utcOffsetMinutes` ahead of UTC. */
  getFailureTrends: {
    method: 'GET',
    path: of('/errors/trends'),
    query: z.object({
      utcOffsetMinutes: z.coerce
        .number()
        .int()
        .min(-14 * 60)
        .max(14 * 60)
        .default(0),
    }),
    reply: z.record(z.string(), FailureTrend),
  },
  /** Sets a cause or a finding, by its key, aside with a note. */
  ignoreCause: {
    method: 'PUT',
    path: of('/errors/ignored/:key'),
    body: IgnoreOrder,
    reply: z.object({ ignored: z.literal(true) }),
  },
  /** Takes that back. */
  heedCause: { method: 'DELETE', path: of('/errors/ignored/:key'), reply: z.object({ ignored: z.literal(false) }) },
  /** What the exchanges show together, at this moment. */
  listFindings: { method: 'GET', path: of('/findings'), reply: z.array(Finding) },
  listLearners: { method: 'GET', path: of('/learners'), query: LearnerQuery, reply: LearnerPage },
  getLearner: { method: 'GET', path: of('/learners/:learner'), reply: LearnerDetail },
  /** Everything that touched a learner or group, deleted ones too; all older than the exchange `before`. */
  getHistory: {
    method: 'GET',
    path: of('/history/:resource'),
    query: z.object({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: HistoryPage,
  },
  /** As it was after the exchange `at`, or is now; compared with the state after the exchange `against`. */
  getHistoryState: {
    method: 'GET',
    path: of('/history/:resource/state'),
    query: z.object({ at: z.coerce.number().int().optional(), against: z.coerce.number().int().optional() }),
    reply: HistoryState,
  },
  /** The members of a group, in order of their creation, after the exchange `at` or now. */
  listMembers: {
    method: 'GET',
    path: of('/history/:resource/members'),
    query: z.object({
      at: z.coerce.number().int().optional(),
      start: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.array(Member),
  },
  listGroups: { method: 'GET', path: of('/groups'), query: GroupQuery, reply: GroupPage },
  startSimulation: {
    method: 'POST',
    path: of('/simulations'),
    body: SimulationOrder,
    reply: z.discriminatedUnion('result', [
      z.object({ result: z.literal('started'), simulation: SimulationRun }),
      z.object({ result: z.literal('busy'), simulation: SimulationRun }),
    ]),
  },
  /** The run under way or the last one; null where there was none since the start. */
  getSimulation: {
    method: 'GET',
    path: of('/simulations'),
    reply: z.object({ simulation: SimulationRun.nullable(), hasData: z.boolean() }),
  },
  /** Ends the run under way after its last reply; what it made stays. `cancelled` is false where none was. */
  cancelSimulation: { method: 'POST', path: of('/simulations/cancel'), reply: z.object({ cancelled: z.boolean() }) },
  /** Removes everything that the simulator made: learners, groups, exchanges and its tokens. */
  removeSimulation: { method: 'DELETE', path: of('/simulations'), reply: RemovedSimulation },
  /** The faults that are armed, oldest first. */
  listFaults: { method: 'GET', path: of('/faults'), reply: z.array(ArmedFault) },
  /** Arms a fault for 15 minutes; one of the same kind and action begins anew. */
  armFault: { method: 'POST', path: of('/faults'), body: FaultOrder, reply: z.array(ArmedFault) },
  disarmFault: { method: 'DELETE', path: of('/faults/:fault'), reply: z.array(ArmedFault) },
  disarmAllFaults: { method: 'DELETE', path: of('/faults'), reply: z.array(ArmedFault) },
} as const satisfies Record<string, ConsoleRoute>

export type ConsoleRouteName = keyof typeof consoleRoutes

/** A failed console call: the status says whose fault, the name what. `noSession` with 401, `notFound` with 404. */
export const ConsoleFailure = z.object({
  error: z.enum(['noSession', 'forbidden', 'notFound', 'invalid', 'failed']),
  message: z.string(),
})
export type ConsoleFailure = z.infer<typeof ConsoleFailure>
