import type { Claim, Guide, GuideField, TrapStep } from '#contract/guides/guide.ts'
import { requiredAttributes } from '#contract/guides/guide.ts'
import { toFieldUrl } from './toFieldValue.ts'

/** A part of the guide as one page: first what to do in order, or the form, or what to know. */
export type Block =
  | { readonly kind: 'list'; readonly title?: string; readonly claims: readonly Claim[] }
  /** `start`: the number of the first one, where it goes on from an earlier block. */
  | { readonly kind: 'steps'; readonly title?: string; readonly claims: readonly Claim[]; readonly start?: number }
  | { readonly kind: 'fields'; readonly fields: readonly PrintedField[] }
  | { readonly kind: 'links'; readonly pages: Guide['documentation'] }

/** A field with its value as words: nothing of it is secret. */
export interface PrintedField {
  readonly label: string
  readonly value: string
  /** The value is to be pasted as it stands, rather than chosen or thought of. */
  readonly isExact: boolean
  readonly note: string | undefined
  readonly certainty: GuideField['certainty']
}

export interface Chapter {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** The whole guide of a connection for somebody who has its console and not this one. The token is in none of it. */
export function toChapters(guide: Guide, scimUrl: string): readonly Chapter[] {
  const { name, trials, mappings } = guide
  const traps = (step: TrapStep) => toTraps(guide, step)
  return [
    {
      title: 'What must exist first',
      blocks: [
        { kind: 'list', claims: guide.prerequisites },
        ...(guide.reach.about.length === 0
          ? []
          : [{ kind: 'list', title: 'How it reaches the SCIM URL', claims: guide.reach.about } as const]),
      ],
    },
    { title: `Make the connection in ${name}`, blocks: [{ kind: 'steps', claims: guide.create }, ...traps('connection')] },
    {
      title: 'Enter URL and token',
      blocks: [
        { kind: 'steps', claims: guide.open },
        { kind: 'fields', fields: guide.fields.map((field) => toPrinted(field, scimUrl)) },
        { kind: 'steps', claims: guide.save, start: guide.open.length + 1 },
        ...(guide.test.about === undefined ? [] : [{ kind: 'list', claims: [guide.test.about] } as const]),
        ...traps('endpoint'),
      ],
    },
    {
      title: 'Switch provisioning on',
      blocks: [
        { kind: 'steps', claims: guide.enable },
        { kind: 'list', title: 'Attribute mappings', claims: [...mappings.about, ...toSources(guide)] },
        ...traps('provisioning'),
      ],
    },
    {
      title: 'Try it with one person',
      blocks: [
        { kind: 'list', claims: guide.rhythm.about },
        { kind: 'steps', title: 'Create', claims: trials.create.steps },
        { kind: 'steps', title: 'Change', claims: trials.update.steps },
        { kind: 'steps', title: 'Deactivate', claims: trials.archive.steps },
        ...traps('test'),
      ],
    },
    { title: `Where ${name} tells what it did`, blocks: [{ kind: 'list', claims: guide.log }] },
    ...(guide.documentation.length === 0
      ? []
      : [{ title: 'To read up', blocks: [{ kind: 'links', pages: guide.documentation } as const] }]),
  ]
}

function toTraps({ traps }: Guide, step: TrapStep): Block[] {
  const claims = traps.filter((trap) => trap.step === step).map(({ claim }) => claim)
  return claims.length === 0 ? [] : [{ kind: 'list', title: 'What surprises people here', claims }]
}

/** The required attributes as far as it is known where they come from. */
function toSources({ mappings: { required, certainty } }: Guide): Claim[] {
  const known = Object.entries(requiredAttributes).flatMap(([name, attribute]) => {
    const source = required[name as keyof typeof requiredAttributes]
    return source === null ? [] : [`${attribute} from ${source}`]
  })
  if (known.length === 0) return [{ text: 'Where it takes its attributes from by default is not published.', certainty: 'open' }]
  const text = `By default: ${known.join('; ')}.`
  return [certainty === undefined ? text : { text, certainty }]
}

function toPrinted({ label, value, note, certainty }: GuideField, scimUrl: string): PrintedField {
  return { label, value: toWords(value, scimUrl), isExact: value.kind === 'url' || value.kind === 'text', note, certainty }
}

function toWords(value: GuideField['value'], scimUrl: string): string {
  switch (value.kind) {
    case 'url':
      return toFieldUrl(scimUrl, value)
    case 'token':
      return value.form === 'bearer'
        ? 'the word Bearer, one space, and the token, which is handed over separately'
        : 'the token, which is handed over separately'
    case 'boxes':
      return [
        `tick ${value.ticked.join(', ')}`,
        ...(value.unticked.length === 0 ? [] : [`leave empty ${value.unticked.join(', ')}`]),
      ].join('; ')
    case 'text':
    case 'choice':
    case 'own':
      return value.text
  }
}
