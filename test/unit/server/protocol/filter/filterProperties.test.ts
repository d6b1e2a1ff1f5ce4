import fc from 'fast-check'
import { filter as compile, parse } from 'scim2-parse-filter'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#contract/scim/resource.ts'
import { checkFilter } from '../../../../../server/protocol/filter/checkFilter.ts'
import { matches } from '../../../../../server/protocol/filter/matches.ts'
import { parseFilter } from '../../../../../server/protocol/filter/parseFilter.ts'
import { aFilter, aResource, type Condition, filterable, formatFilter, wideUserType } from '../../../../support/arbitraries.ts'
import { strict } from '../recordTolerances.ts'
import { parseIndependently } from './independentFilter.ts'

const attributes = filterable(wideUserType)

const isReadByBoth = (condition: Condition) =>
  condition.kind === 'present' || typeof condition.value !== 'number' || condition.value >= 0

describe('any filter', () => {
  it('is read as it was written, and checked without a change', () => {
    fc.assert(
      fc.property(aFilter(attributes), (filter) => {
        const parsed = parseFilter(formatFilter(filter), strict)
        expect(parsed).toEqual(filter)
        expect(checkFilter(parsed, wideUserType, strict)).toEqual(filter)
      }),
      { numRuns: 1000 },
    )
  })

  it('may have its operators and names in any case, and more spaces', () => {
    const change = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    )
    const pad = fc.constantFrom(' ', '  ', '\t ')
    fc.assert(
      fc.property(aFilter(attributes), change, pad, (filter, changeCase, spaces) => {
        // Strings are left as they are.
        const pieces = formatFilter(filter).split(/("(?:[^"\\]|\\.)*"|\bnull\b|\btrue\b|\bfalse\b|\d{4}-\S+)/)
        const written = pieces
          .map((piece, index) => (index % 2 === 0 ? changeCase(piece).replaceAll(' ', spaces) : piece))
          .join('')
        expect(checkFilter(parseFilter(written, strict), wideUserType, strict)).toEqual(filter)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read as the package scim2-parse-filter reads it', () => {
    // It knows no `$` in a name, no number below 0, and no escape but that of a quotation mark.
    const options = {
      texts: ['maya', 'Maya Lindqvist', 'Ångström', 'a (b) and [c] or not "d"'],
      leaveOut: (path: string) => path.endsWith('$ref'),
      allows: isReadByBoth,
    }
    fc.assert(
      fc.property(aFilter(attributes, options), (filter) => {
        const text = formatFilter(filter)
        expect(parseFilter(text, strict)).toEqual(parseIndependently(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('any filter over any resource', () => {
  it('matches where the package scim2-parse-filter matches', () => {
    // It compares texts in their case and times as texts, finds nothing unequal where no value is (`ne`), and asks the filter of a
    // value path of all values at once.
    const options = {
      texts: ['maya', 'a', 'ab', 'b', 'lindqvist'],
      leaveOut: (path: string) =>
        /\$ref|location|version|dates|[aA]t$|since|created|lastModified|badge|x509|schemas|type$/.test(path),
      allows: (condition: Condition) =>
        isReadByBoth(condition) && (condition.kind === 'present' || (condition.operator !== 'ne' && condition.value !== null)),
      hasValuePaths: false,
    }
    let matched = 0
    fc.assert(
      fc.property(aResource(wideUserType, options), aFilter(attributes, options), (resource, filter) => {
        const whole: JsonObject = { id: 'a', ...resource, meta: { resourceType: 'User' } }
        const isMatch = matches(filter, whole, wideUserType)
        const text = formatFilter(filter)
        expect([text, isMatch]).toEqual([text, compile(parse(text))(whole)])
        if (isMatch) matched += 1
      }),
      { numRuns: 2000 },
    )
    expect(matched).toBeGreaterThan(100)
  })
})
