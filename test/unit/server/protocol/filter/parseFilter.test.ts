import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttributePath, CompareOperator, Filter } from '../../../../../server/protocol/filter/ast.ts'
import { parseFilter } from '../../../../../server/protocol/filter/parseFilter.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'

/** A filter with all its parentheses, so that a table can show how it was understood. */
function show(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${show(filter.left)} ${filter.kind} ${show(filter.right)})`
    case 'not':
      return `not (${show(filter.filter)})`
    case 'present':
      return `${showPath(filter.path)} pr`
    case 'compare':
      return `${showPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`
    case 'valuePath':
      return `${showPath(filter.path)}[${show(filter.filter)}]`
  }
}

function showPath({ urn, attribute, subAttribute }: AttributePath): string {
  return `${urn === undefined ? '' : `${urn}:`}${attribute}${subAttribute === undefined ? '' : `.${subAttribute}`}`
}

const read = (text: string) => show(parseFilter(text, strict))

describe('the filters that RFC 7644 §3.4.2.2 shows', () => {
  it.each([
    ['userName eq "bjensen"', 'userName eq "bjensen"'],
    [`name.familyName co "O'Malley"`, `name.familyName co "O'Malley"`],
    ['userName sw "J"', 'userName sw "J"'],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"', 'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"'],
    ['title pr', 'title pr'],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', 'meta.lastModified gt "2011-05-13T04:42:34Z"'],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', 'meta.lastModified ge "2011-05-13T04:42:34Z"'],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', 'meta.lastModified lt "2011-05-13T04:42:34Z"'],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', 'meta.lastModified le "2011-05-13T04:42:34Z"'],
    ['title pr and userType eq "Employee"', '(title pr and userType eq "Employee")'],
    ['title pr or userType eq "Intern"', '(title pr or userType eq "Intern")'],
    [
      'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
      'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    ],
    [
      'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
      '(userType eq "Employee" and (emails co "example.com" or emails.value co "example.org"))',
    ],
    [
      'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
      '(userType ne "Employee" and not ((emails co "example.com" or emails.value co "example.org")))',
    ],
    ['userType eq "Employee" and (emails.type eq "work")', '(userType eq "Employee" and emails.type eq "work")'],
    [
      'userType eq "Employee" and emails[type eq "work" and value co "@example.com"]',
      '(userType eq "Employee" and emails[(type eq "work" and value co "@example.com")])',
    ],
    [
      'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
      '(emails[(type eq "work" and value co "@example.com")] or ims[(type eq "xmpp" and value co "@foo.com")])',
    ],
  ])('%s', (text, understood) => {
    expect(read(text)).toBe(understood)
  })
})

describe('the grammar', () => {
  it.each([
    ['and binds tighter than or', 'a pr or b pr and c pr', '(a pr or (b pr and c pr))'],
    ['not binds tighter than and', 'not (a pr) and b pr', '(not (a pr) and b pr)'],
    ['equal operators group from the left', 'a pr and b pr and c pr', '((a pr and b pr) and c pr)'],
    ['parentheses come first', '(a pr or b pr) and c pr', '((a pr or b pr) and c pr)'],
    ['not needs no space', 'not(a pr)', 'not (a pr)'],
    [
      'keywords and operators may have any case',
      'A EQ "x" AND NOT (b Pr) Or c sW "y"',
      '((A eq "x" and not (b pr)) or c sw "y")',
    ],
    ['a space before a string may be left out', 'members[value eq"2819c223"]', 'members[value eq "2819c223"]'],
    ['space may stand around brackets', '  emails [ not ( type eq "work" ) ] ', 'emails[not (type eq "work")]'],
    [
      'values are JSON',
      'a eq true or a eq false or a eq null or a eq -1.5e3',
      '(((a eq true or a eq false) or a eq null) or a eq -1500)',
    ],
    ['$ref is an attribute', 'members.$ref co "Users"', 'members.$ref co "Users"'],
    [
      'a URN stands before attribute and sub-attribute',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"',
    ],
    ['names like keywords are names where one is due', 'eq eq "x"', 'eq eq "x"'],
  ])('%s', (_, text, understood) => {
    expect(read(text)).toBe(understood)
  })

  it('reads every escape that JSON has', () => {
    expect(parseFilter(String.raw`a eq "\"\\\/\b\f\n\r\t\u00e5Å"`, strict)).toMatchObject({ value: '"\\/\b\f\n\r\tåÅ' })
  })

  it('keeps brackets and keywords inside of a string', () => {
    expect(parseFilter('displayName eq "R&D (north) [2] and more"', strict)).toMatchObject({ value: 'R&D (north) [2] and more' })
  })
})

describe('a text that is no filter', () => {
  it.each([
    ['', 'position 1'],
    ['userName', 'position 9'],
    ['userName eq', 'position 12'],
    ['userName like "x"', 'position 10'],
    ['userName eq "x', 'position 13'],
    ['userName eq "x" and', 'position 20'],
    ['userName eq "x" userName eq "y"', 'position 17'],
    ['(userName eq "x"', 'position 17'],
    ['userName eq "x")', 'position 16'],
    ['not userName eq "x"', 'position 5'],
    ['emails[type eq "work"', 'position 22'],
    ['emails[]', 'position 8'],
    ['emails[type[value eq "x"]]', 'position 12'],
    ['eq "x"', 'position 4'],
    ['user name eq "x"', 'position 6'],
    ['9lives eq "x"', 'position 1'],
    ['http://example.com:userName eq "x"', 'position 1'],
    ['"userName" eq "x"', 'position 1'],
    ['a eq "\\x"', 'position 7'],
    ['a.b.c eq "x"', 'position 1'],
    ['a eq (b)', 'position 6'],
    ['a eq x', 'position 6'],
    ['emails[type eq "work"].value eq "x"', 'position 23'],
  ])('%s is refused at %s', (text, position) => {
    const error = errorOf(() => parseFilter(text, strict))
    expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' })
    expect(error.detail).toContain(position)
  })

  it('is not quoted where it may hold a secret', () => {
    expect(errorOf(() => parseFilter('password eq my hunter2', recordTolerances())).detail).not.toContain('hunter2')
    expect(errorOf(() => parseFilter('password "hunter2"', strict)).detail).not.toContain('hunter2')
  })

  it.each([
    ['longer than 8192 characters', `userName eq "${'x'.repeat(8192)}"`],
    ['nested deeper than 50 levels', `${'('.repeat(4000)}a pr${')'.repeat(4000)}`],
    ['nested deeper than 50 levels by not', `${'not('.repeat(51)}a pr${')'.repeat(51)}`],
    ['of more than 200 comparisons', Array.from({ length: 201 }, () => 'a pr').join(' or ')],
  ])('is refused when it is %s', (_, text) => {
    expect(errorOf(() => parseFilter(text, strict))).toMatchObject({ status: 400, scimType: 'invalidFilter' })
  })

  it('is accepted up to those limits', () => {
    expect(read(`${'('.repeat(50)}a pr${')'.repeat(50)}`)).toBe('a pr')
    expect(parseFilter(Array.from({ length: 200 }, () => 'a pr').join(' or '), strict).kind).toBe('or')
  })

  it('never makes the parser fail in another way', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '"',
        '\\',
        ' ',
        '.',
        ':',
        'not',
        'and',
        'or',
        'eq',
        'pr',
        'emails',
        '"x"',
        'urn:',
        '\\u00',
        "'",
      ),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const tolerances of [strict, recordTolerances()]) {
          try {
            parseFilter(pieces.join(''), tolerances)
          } catch (error) {
            expect(error).toMatchObject({ name: 'ScimError', scimType: 'invalidFilter' })
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('any filter', () => {
  const name = fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/)
    .filter((text) => !['not', 'and', 'or'].includes(text.toLowerCase()))
  const path = fc.record(
    { urn: fc.constant('urn:example:schemas:2.0:Thing'), attribute: name, subAttribute: name },
    { requiredKeys: ['attribute'] },
  )
  const operator = fc.constantFrom<CompareOperator>('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le')
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null))
  const { filter } = fc.letrec<{ filter: Filter; inner: Filter }>((tie) => {
    const present = fc.record({ kind: fc.constant('present' as const), path })
    const compare = fc.record({ kind: fc.constant('compare' as const), path, operator, value })
    const combine = (part: fc.Arbitrary<Filter>) =>
      fc.oneof(
        { maxDepth: 4 },
        present,
        compare,
        fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: part, right: part }),
        fc.record({ kind: fc.constant('not' as const), filter: part }),
      )
    return {
      inner: combine(tie('inner')),
      filter: fc.oneof(
        { maxDepth: 4 },
        combine(tie('filter')),
        fc.record({ kind: fc.constant('valuePath' as const), path, filter: tie('inner') }),
      ),
    }
  })

  it('is understood as it was meant', () => {
    fc.assert(
      fc.property(filter, (meant) => {
        expect(parseFilter(show(meant), strict)).toEqual(meant)
      }),
    )
  })
})

describe('what is tolerated in a filter', () => {
  it.each([
    ['unquoted-value', 'userName eq maya@example.com', 'userName eq "maya@example.com"'],
    [
      'unquoted-value',
      '(meta.resourceType eq User) or (meta.resourceType eq Group)',
      '(meta.resourceType eq "User" or meta.resourceType eq "Group")',
    ],
    ['unquoted-value', `displayName sw 'Group'`, 'displayName sw "Group"'],
    ['unquoted-value', 'externalId eq 00u1ab2cd', 'externalId eq "00u1ab2cd"'],
    ['lone-backslash', 'userName eq "EXAMPLE\\maya"', String.raw`userName eq "EXAMPLE\\maya"`],
    ['lone-backslash', 'userName eq "EXAMPLE\\user"', String.raw`userName eq "EXAMPLE\\user"`],
    [
      'value-path-comparison',
      'emails[type eq "work"].value eq "maya@example.com"',
      'emails[(type eq "work" and value eq "maya@example.com")]',
    ],
    [
      'value-path-comparison',
      'emails[type eq "work"].value pr and title pr',
      '(emails[(type eq "work" and value pr)] and title pr)',
    ],
  ])('%s: %s', (rule, text, understood) => {
    const tolerances = recordTolerances()
    expect(show(parseFilter(text, tolerances))).toBe(understood)
    expect(tolerances.used).toEqual([rule])
    expect(errorOf(() => parseFilter(text, strict)).scimType).toBe('invalidFilter')
  })
})
