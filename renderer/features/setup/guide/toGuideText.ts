import { type Claim, toCertainty, toText } from '#contract/guides/guide.ts'
import { certaintyWords } from './certaintyWords.ts'
import type { Block, Chapter, PrintedField } from './toChapters.ts'

interface GuideTextParts {
  readonly title: string
  /** Sentences below the title. */
  readonly intro: readonly string[]
  readonly chapters: readonly Chapter[]
}

/** The guide as text that also reads well as Markdown: labels in `*stars*`, exact values in backticks. */
export function toGuideText({ title, intro, chapters }: GuideTextParts): string {
  const parts = chapters.map((chapter) => [`## ${chapter.title}`, ...chapter.blocks.map(toBlock)].join('\n\n'))
  return `${[`# ${title}`, ...intro, ...parts].join('\n\n')}\n`
}

function toBlock(block: Block): string {
  switch (block.kind) {
    case 'steps':
      return withTitle(
        block.title,
        block.claims.map((claim, index) => `${index + (block.start ?? 1)}. ${toLine(claim)}`),
      )
    case 'list':
      return withTitle(
        block.title,
        block.claims.map((claim) => `- ${toLine(claim)}`),
      )
    case 'fields':
      return block.fields.map(toField).join('\n')
    case 'links':
      return block.pages.map(({ title, url }) => `- ${title}: ${url}`).join('\n')
  }
}

const withTitle = (title: string | undefined, lines: readonly string[]) =>
  [...(title === undefined ? [] : [`### ${title}`, '']), ...lines].join('\n')

const toLine = (claim: Claim) => `${toText(claim)}${toMark(toCertainty(claim))}`

const toMark = (certainty: PrintedField['certainty']) => (certainty === undefined ? '' : ` (${certaintyWords[certainty]})`)

function toField({ label, value, isExact, note, certainty }: PrintedField): string {
  const lines = value.split('\n')
  const shown =
    lines.length > 1 ? `\n\n${lines.map((line) => `      ${line}`).join('\n')}\n` : isExact ? ` \`${value}\`` : ` ${value}`
  return `- *${label}*:${shown}${toMark(certainty)}${note === undefined ? '' : `\n  ${note}`}`
}
