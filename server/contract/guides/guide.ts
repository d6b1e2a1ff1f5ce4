import { z } from 'zod'
import { Caller, ProviderChoice } from '../provider.ts'
import { SimulatorProfile } from '../setup.ts'

/**
 * Why a claim is not simply true: `captured` was seen in traffic or code, `secondHand` is what others write about the
 * provider, `open` nobody has confirmed.
 */
export const Certainty = z.enum(['captured', 'secondHand', 'open'])
export type Certainty = z.infer<typeof Certainty>

/** Text with the labels of the provider's screens in `*stars*`. */
const Text = z.string().min(1)

/** A sentence of a guide. A bare text is what the provider's own documents say, unless the guide as a whole has another basis. */
export const Claim = z.union([Text, z.strictObject({ text: Text, certainty: Certainty })])
export type Claim = z.infer<typeof Claim>

const Claims = z.array(Claim).min(1)

/** A value to be put into a field of the provider, in the exact form that it wants. */
export const FieldValue = z.discriminatedUnion('kind', [
  /** The SCIM URL. */
  z.strictObject({ kind: z.literal('url'), trailingSlash: z.boolean() }),
  /** The token: raw, or with `Bearer ` in front where the provider sends the field as it stands. */
  z.strictObject({ kind: z.literal('token'), form: z.enum(['raw', 'bearer']) }),
  /** Text to be typed or pasted. */
  z.strictObject({ kind: z.literal('text'), text: Text }),
  /** An option to be chosen. */
  z.strictObject({ kind: z.literal('choice'), text: Text }),
  /** What only the administrator knows, described. */
  z.strictObject({ kind: z.literal('own'), text: Text }),
  /** Boxes to be ticked, and those to be left alone. */
  z.strictObject({ kind: z.literal('boxes'), ticked: z.array(Text), unticked: z.array(Text) }),
])
export type FieldValue = z.infer<typeof FieldValue>

/** A field of the provider's form, by its own label. */
export const GuideField = z.strictObject({
  label: Text,
  value: FieldValue,
  /** What goes wrong here. */
  note: Text.optional(),
  /** Of the label and of the value. */
  certainty: Certainty.optional(),
})
export type GuideField = z.infer<typeof GuideField>

/** How one of the three actions is tried. */
export const Trial = z.strictObject({
  /** What to click. */
  steps: Claims,
  /** What is waited for: "an assignment in Okta". */
  awaited: Text,
})

/** An action as the provider's console switches it; clauses: `tick *Create Users*`. */
const Switch = z.strictObject({ on: Text, off: Text })

const seconds = z.int().positive()

/** How soon requests come. */
export const Rhythm = z.strictObject({
  about: Claims,
  /** Within this time a request can be expected after a change. */
  expectedWithinSeconds: seconds,
  /** False where that time is our guess. */
  isPublished: z.boolean(),
  /** It calls as often as this even when nothing has changed; null where only a change makes it call, or nothing is known. */
  callsEverySeconds: seconds.nullable(),
  /** The button that sends one person at once. */
  onDemand: z.strictObject({ button: Text, withinSeconds: seconds }).nullable(),
})
export type Rhythm = z.infer<typeof Rhythm>

/** What an administrator reads up on. */
export const Topic = z.enum(['credentials', 'actions', 'mappings', 'groups', 'nothingArrives', 'stopped', 'protocol'])
export type Topic = z.infer<typeof Topic>

/** The attributes without which a learner is not whole, by short names. */
export const requiredAttributes = {
  userName: 'userName',
  active: 'active',
  givenName: 'name.givenName',
  familyName: 'name.familyName',
  workEmail: 'emails[type eq "work"].value',
} as const

/** Where an attribute comes from by default; null where that is not published. */
const Source = Text.nullable()

const requiredNames = z.enum(['userName', 'active', 'givenName', 'familyName', 'workEmail'])

/** Which attributes a provider sends unless the administrator changed that. */
export const DefaultMappings = z.strictObject({
  /** Where the list is, and what to know of it. */
  about: Claims,
  required: z.record(requiredNames, Source),
  /** By the attribute's path. */
  others: z.record(z.string(), Source),
  /** Paths that are as good as the work address: some send it without a type, or with another one. */
  alsoWorkEmail: z.array(z.string()),
  /** Why a required attribute does not come from this provider. */
  absent: z.partialRecord(requiredNames, Text),
  /** Of the sources. */
  certainty: Certainty.optional(),
})

/** The steps that a trap belongs to, as the wizard names them. */
export const TrapStep = z.enum(['connection', 'endpoint', 'provisioning', 'test'])
export type TrapStep = z.infer<typeof TrapStep>

/**
 * All that Rollcall says of one identity provider in its own words: the wizard's steps 2 to 5, the page for a colleague, the
 * diagnosis, the text for support, the mappings and the catalogue of explanations read it from here and from nowhere else.
 */
export const Guide = z.strictObject({
  provider: ProviderChoice,
  /** How the provider is named in a sentence. */
  name: Text,
  /** How the choice is named. */
  title: Text,
  /** Where the choice stands among the others. */
  group: z.enum(['cloud', 'ownNetwork', 'any']),
  /** The name under which many still look for it. */
  formerName: Text.nullable(),
  /** Who should choose this one. */
  forWhom: Text,
  /** The simulator's profile that comes closest. */
  simulatedAs: SimulatorProfile,
  /** When the labels were last compared with the provider's documents: `2026-11`. */
  checkedAt: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  /** What bare texts rest on where the provider has no documents to speak of. */
  basis: z.strictObject({ certainty: Certainty, about: Text }).optional(),
  /** What identifies its requests; `caller` is null where nothing does, and `any` where whoever comes will do. */
  recognition: z.strictObject({ caller: z.union([Caller, z.literal('any')]).nullable(), about: Claim }),
  /** Where it calls from: a cloud needs a public URL, what stands in one's own network does not. `about`: what else to know. */
  reach: z.strictObject({ isCloud: z.boolean(), about: z.array(Claim) }),
  /** What must exist first: a role in the console, a licence, an application for sign-on, one person to test with. */
  prerequisites: Claims,
  /** Step 2: how the connection is made there. */
  create: Claims,
  /** Step 2: the words beside the tick. */
  created: Text,
  /** Step 3: how to get to the form. */
  open: Claims,
  /** Step 3: the form. */
  fields: z.array(GuideField).min(2),
  /** Step 3: after the form. */
  save: Claims,
  /** Step 3: what tries the connection; `button` is null where the provider has none. `press` is a clause, `andSave` a sentence. */
  test: z.strictObject({ button: Text.nullable(), press: Text, andSave: Text, about: Claim.optional() }),
  /** Step 4: the switches there. */
  enable: Claims,
  /** Step 4: the words beside the tick. */
  enabled: Text,
  mappings: DefaultMappings,
  rhythm: Rhythm,
  /** Where the provider itself tells what it did. */
  log: Claims,
  /** What surprises people, and at which step. */
  traps: z.array(z.strictObject({ step: TrapStep, claim: Claim })),
  /** Step 5. */
  trials: z.strictObject({ create: Trial, update: Trial, archive: Trial }),
  /** What a fix sends the administrator to. */
  fixes: z.strictObject({
    /** The application: stands behind "Open". */
    app: Text,
    /** Places in it; stand behind "Open …, then" and behind "in". */
    credentials: Text,
    actions: Text,
    mappings: Text,
    /** Completes "into": the field of the token. */
    tokenField: Text,
    /** Completes "into": the field of the URL. */
    urlField: Text,
    /** How the token has to stand there; follows a colon. */
    tokenForm: Text,
    /** A sentence: chooses authentication by a bearer token. */
    method: Text,
    switches: z.strictObject({ create: Switch, update: Switch, deactivate: Switch }),
    /** A clause. */
    groupsOff: Text,
    /** A clause: how people are archived who are deleted now. */
    archiveInstead: Text,
    /** A clause: makes one person be sent at all. */
    assign: Text,
    /** A sentence: sends again what failed. */
    sendAgain: Text,
    /** A sentence: has one person sent now. */
    sendOne: Text,
    /** Sentences: what has to be so before anybody is sent. */
    sendSomebody: z.array(Text).min(1),
  }),
  documentation: z.array(
    z.strictObject({
      title: Text,
      url: z.url({ protocol: /^https$/ }),
      /** What is read up there. */
      topics: z.array(Topic),
    }),
  ),
})
export type Guide = z.infer<typeof Guide>

/** The words of a claim. */
export const toText = (claim: Claim): string => (typeof claim === 'string' ? claim : claim.text)

/** How sure a claim is; undefined where the provider's documents say it. */
export const toCertainty = (claim: Claim): Certainty | undefined => (typeof claim === 'string' ? undefined : claim.certainty)
