import type { Random } from './random.ts'
import { aJson, aName, aText } from './strangeText.ts'

const operators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'EQ', 'pr', 'xx', '=', ''] as const

/** A filter: right, nearly right, or of a size that should cost somebody. */
export function aFilter(random: Random): string {
  const kind = random.below(20)
  if (kind === 0) return aText(random)
  if (kind === 1) return anExcess(random)
  if (kind === 2) return aBroken(random, aCondition(random, 3))
  return aCondition(random, 3)
}

function aCondition(random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.5)) return aComparison(random)
  const inner = () => aCondition(random, depth - 1)
  switch (random.below(5)) {
    case 0:
      return `${inner()} and ${inner()}`
    case 1:
      return `${inner()} or ${inner()}`
    case 2:
      return `not (${inner()})`
    case 3:
      return `(${inner()})`
    default:
      return `${aName(random)}[${inner()}]${random.chance(0.2) ? '.value' : ''}`
  }
}

function aComparison(random: Random): string {
  if (random.chance(0.4)) return `userName ${random.pick(operators)} ${JSON.stringify(`learner${random.below(60)}@example.com`)}`
  const operator = random.pick(operators)
  return operator === 'pr' ? `${aName(random)} pr` : `${aName(random)} ${operator} ${aJson(random, 1)}`
}

/** Deep, long or repetitive enough for a stack, a quadratic scan or the limits of SQLite. */
function anExcess(random: Random): string {
  const many = random.pick([10, 50, 200, 1_000])
  switch (random.below(7)) {
    case 0:
      return `${'('.repeat(many)}userName pr${')'.repeat(random.chance(0.5) ? many : many - 1)}`
    case 1:
      return `${'not ('.repeat(many)}userName pr${')'.repeat(many)}`
    case 2:
      return Array.from({ length: many }, (_, at) => `userName eq "u${at}"`).join(random.pick([' or ', ' and ']))
    case 3:
      return `${'emails['.repeat(many)}value pr${']'.repeat(many)}`
    case 4:
      return `userName ${random.pick(['co', 'sw', 'eq', 'ew'])} ${JSON.stringify(random.pick(['a', '%', '_', '*', '\\', '[']).repeat(many))}`
    case 5:
      return `userName${' '.repeat(many)}eq${' '.repeat(many)}"x"`
    default:
      return Array.from({ length: many }, () => `emails[type eq "work" and value co "a"]`).join(' or ')
  }
}

/** One character less, more or other. */
function aBroken(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const put = random.pick(['', '"', '(', ')', '[', ']', '\\', ' ', '\0', 'é', "'"])
  return text.slice(0, at) + put + text.slice(at + random.below(2))
}
