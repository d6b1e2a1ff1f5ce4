import { z } from 'zod'
import { Connection, TokenInfo } from './connection.ts'
import { ExchangeSummary, Explanation } from './exchange.ts'
import { Caller } from './provider.ts'

/** The five steps, in order. */
export const stepIds = ['credentials', 'connection', 'endpoint', 'provisioning', 'test'] as const
export const StepId = z.enum(stepIds)
export type StepId = z.infer<typeof StepId>

/**
 * How far a thing is proven. waiting: nothing yet. seen: something arrived that is not yet enough. rehearsed: only the
 * simulator did it. verified: the provider's own successful request did it.
 */
export const ProofState = z.enum(['waiting', 'seen', 'rehearsed', 'verified'])
export type ProofState = z.infer<typeof ProofState>

/**
 * What can arrive in place of what would prove something. linkedExisting, foundSomebody: the person is a learner already, so that
 * nobody is created. onlyLookedUp: nobody was found, and no create has come yet. groupInstead: groups, and no person. restored: of
 * somebody archived. createdAgain: the same person as a second learner. changedNothing: an update without effect. archivedAlready:
 * of somebody who was. deleted: where archiving is expected. discoveredOnly: what anybody may read without a token. otherHost: the
 * request came through another address than the public URL.
 */
export const InsteadKind = z.enum([
  'linkedExisting',
  'foundSomebody',
  'onlyLookedUp',
  'groupInstead',
  'restored',
  'createdAgain',
  'changedNothing',
  'archivedAlready',
  'deleted',
  'discoveredOnly',
  'otherHost',
])
export type InsteadKind = z.infer<typeof InsteadKind>

/** What arrived in place of the proof, without being a failure, and what to do about it. */
export const Instead = z.object({
  kind: InsteadKind,
  exchange: ExchangeSummary,
  sentence: z.string(),
  /** What to click, in order. */
  fix: z.array(z.string()),
})
export type Instead = z.infer<typeof Instead>

/** One thing to be proven and the exchange that did so. */
export const Proof = z.object({
  state: ProofState,
  /** The exchange that proved it, rehearsed it, or was seen. */
  exchange: ExchangeSummary.nullable(),
  /** The newest refused or failed attempt after which nothing better came. */
  problem: z.object({ exchange: ExchangeSummary, explanation: Explanation }).nullable(),
  /** What arrived instead, or what is odd about how it came; null where nothing did, or where the problem is newer. */
  instead: Instead.nullable(),
})
export type Proof = z.infer<typeof Proof>

/** One attribute of a learner: what the provider is expected to send and what it sent. */
export const Mapping = z.object({
  /** `name.givenName`, `emails[type eq "work"].value`, a URN for an extension. */
  attribute: z.string(),
  /** The same within its schema: `department`. */
  shortName: z.string(),
  /** What its schema is called: "User", "EnterpriseUser", the name of an extension. */
  schemaName: z.string(),
  /** expected: the provider sends it unless its mappings were changed. custom: of an extension here. other: it came all the same, and is kept. */
  origin: z.enum(['expected', 'custom', 'other']),
  /** Where the chosen provider takes it from by default: `user.firstName`. */
  source: z.string().nullable(),
  required: z.boolean(),
  /** seen and rehearsed: the newest value that arrived, from a real or a simulated request. */
  state: z.enum(['seen', 'rehearsed', 'missing']),
  example: z.string().nullable(),
  exchangeId: z.int().nullable(),
  /** What looks wrong about its newest values, and the exchange that shows it. */
  doubt: z.object({ sentence: z.string(), exchangeId: z.int() }).nullable(),
  /** What to click in the provider, where it is missing or looks wrong. */
  fix: z.string().nullable(),
})
export type Mapping = z.infer<typeof Mapping>

/** An attribute that arrived and is not kept. */
export const UnkeptAttribute = z.object({
  attribute: z.string(),
  /** unknown: no schema here has it. */
  reason: z.enum(['password', 'readOnly', 'unknown']),
  why: z.string(),
  example: z.string().nullable(),
  exchangeId: z.int(),
  /** null: nothing is to be done. */
  fix: z.string().nullable(),
})
export type UnkeptAttribute = z.infer<typeof UnkeptAttribute>

/** A switch of this connection beside what arrives for it. */
export const SwitchStanding = z.object({
  name: z.enum(['create', 'update', 'deactivate', 'groups']),
  /** offButArrives: refused by policy. onButAbsent: there was reason enough for it to come, and it never did. */
  standing: z.enum(['fits', 'offButArrives', 'onButAbsent']),
  sentence: z.string().nullable(),
  /** Which switch to turn, and where. */
  fix: z.string().nullable(),
  /** How many requests were refused by it. */
  count: z.int(),
  lastAt: z.string().nullable(),
  exchangeId: z.int().nullable(),
})
export type SwitchStanding = z.infer<typeof SwitchStanding>

/** All that the wizard shows of one connection. */
export const SetupState = z.object({
  connection: Connection,
  /** The URL to paste, from the public URL where one is set. */
  scimUrl: z.string(),
  publicUrl: z.string().nullable(),
  /** The URL or port is another than the one that the provider was given, and nothing has come by it since. */
  urlChange: z.object({ finding: z.string(), fix: z.string() }).nullable(),
  tokens: z.array(TokenInfo),
  /** The user said "I have stored it" for the newest token made on screen. */
  tokenStored: z.boolean(),
  /** The user ticked "the connection exists in the identity provider". */
  connectionTicked: z.boolean(),
  /** The user ticked "Create, Update and Deactivate are switched on in the identity provider". */
  provisioningTicked: z.boolean(),
  /** Where the wizard was left. */
  currentStep: StepId,
  /** A step is verified only by real proof; see `server/setup`. */
  steps: z.record(StepId, ProofState),
  /** Step 2: the first request that the chosen provider was recognised in. */
  recognised: Proof,
  /** Step 3: the authenticated request. */
  connectionTest: Proof,
  /** Step 4. */
  mappings: z.array(Mapping),
  unkept: z.array(UnkeptAttribute),
  /** Step 4: the switches here, in both directions. */
  switches: z.array(SwitchStanding),
  /** Step 5. */
  created: Proof,
  updated: Proof,
  archived: Proof,
  /** Who called last, and when; null while nothing has arrived at all. */
  lastArrival: z.object({ at: z.string(), caller: Caller, exchange: ExchangeSummary }).nullable(),
})
export type SetupState = z.infer<typeof SetupState>

/** What the user tells the wizard. */
export const SetupChange = z.object({
  tokenStored: z.literal(true).optional(),
  connectionTicked: z.boolean().optional(),
  provisioningTicked: z.boolean().optional(),
  currentStep: StepId.optional(),
})
export type SetupChange = z.infer<typeof SetupChange>

/** The questions of troubleshooting, in the order in which a request meets what they are about. */
export const QuestionId = z.enum([
  'listening',
  'publicUrl',
  'tunnel',
  'outside',
  'certificate',
  'url',
  'token',
  'scimEnabled',
  'logs',
  'mappings',
])

/** What a button beside an answer can do at once. */
export const AnswerAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('usePublicUrl'), url: z.string() }),
  /** Sends one request to the public URL: the only one that Rollcall ever sends by itself, and only on this click. */
  z.object({ kind: z.literal('checkOutside') }),
])
export type AnswerAction = z.infer<typeof AnswerAction>

/** One question, answered from the data. */
export const Answer = z.object({
  id: QuestionId,
  question: z.string(),
  /** unknown: nothing arrived that could tell. */
  verdict: z.enum(['good', 'attention', 'bad', 'unknown']),
  /** One or two sentences. */
  finding: z.string(),
  /** What to click; null where nothing is to be done. */
  fix: z.string().nullable(),
  exchangeIds: z.array(z.int()),
  action: AnswerAction.optional(),
  /** When that was found out; left out where it is found out anew each time. */
  at: z.string().optional(),
})
export type Answer = z.infer<typeof Answer>

/** All answers, and the same as text for support: no secret in it. */
export const Diagnosis = z.object({ answers: z.array(Answer), text: z.string() })
export type Diagnosis = z.infer<typeof Diagnosis>

/** The identity providers that the simulator acts out. */
export const SimulatorProfile = z.enum([
  'okta-aiw',
  'okta-oin',
  'entra',
  'entra-aadOptscim062020',
  'onelogin',
  'jumpcloud',
  'authentik',
  'keycloak',
  'generic-rfc7644',
])
export type SimulatorProfile = z.infer<typeof SimulatorProfile>

/** What a run does wrong on purpose: a wrong set-up, which ends at its first refusal, or a learner who goes wrong. */
export const SimulatorMistake = z.enum([
  'wrong-token',
  'doubled-prefix',
  'wrong-path',
  'duplicate',
  'missing-surname',
  'empty-email',
  '429-storm',
])
export type SimulatorMistake = z.infer<typeof SimulatorMistake>

/** How large a run of the simulator may be. */
export const simulatorLimits = { users: 5000, groups: 100, rate: 100 } as const

/** What the simulator is to act out. */
export const SimulationOrder = z.object({
  profile: SimulatorProfile,
  /** People of the initial sync; the first three are always the same. */
  users: z.int().min(1).max(simulatorLimits.users).default(3),
  groups: z.int().min(0).max(simulatorLimits.groups).default(1),
  /** Requests a second, at most. */
  rate: z.int().min(1).max(simulatorLimits.rate).default(6),
  mistake: SimulatorMistake.nullable().default(null),
})
export type SimulationOrder = z.infer<typeof SimulationOrder>

/** A run of the simulator. */
export const SimulationRun = z.object({
  run: z.string(),
  profile: SimulatorProfile,
  mistake: SimulatorMistake.nullable(),
  /** finished: all that was ordered came about, the mistake too. */
  state: z.enum(['running', 'finished', 'failed', 'cancelled']),
  /** Requests sent so far, and how many there will be. */
  sent: z.int(),
  total: z.int(),
  /** What is being done, as it stands behind "While": `creating Maya Lindqvist`. */
  doing: z.string().nullable(),
  /** What went wrong, for `failed`. */
  message: z.string().nullable(),
})
export type SimulationRun = z.infer<typeof SimulationRun>
