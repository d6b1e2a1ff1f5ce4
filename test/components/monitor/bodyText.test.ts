import { describe, expect, it } from 'vitest'
import { headChars, textLimitBytes, toBodyView, treeLimitBytes } from '../../../renderer/features/monitor/bodyText.ts'

const aListOf = (bytes: number) => JSON.stringify({ Resources: Array.from({ length: Math.ceil(bytes / 10) }, () => 'abcdefgh') })

describe('how a body is shown', () => {
  it('is a tree for JSON, and its text when asked for raw', () => {
    expect(toBodyView('{"a":1}', 'pretty')).toEqual({ kind: 'tree', value: { a: 1 } })
    expect(toBodyView('{"a":1}', 'raw')).toEqual({ kind: 'text', text: '{"a":1}' })
  })

  it.each(['{"broken"', 'plain words', '42'])('is the text of what is no JSON document: %s', (body) => {
    expect(toBodyView(body, 'pretty')).toEqual({ kind: 'text', text: body })
  })

  it('is lines of text above the limit of the tree', () => {
    expect(toBodyView(aListOf(treeLimitBytes + 1), 'pretty').kind).toBe('lines')
  })

  it('is the head alone above the limit of text', () => {
    const view = toBodyView(aListOf(textLimitBytes + 1), 'pretty')
    expect(view.kind).toBe('head')
    expect('lines' in view && view.lines.join('')).toHaveLength(headChars)
  })

  it('has no line so long that laying it out would hold up the screen', () => {
    const view = toBodyView('x'.repeat(treeLimitBytes + 1), 'raw')
    expect('lines' in view && Math.max(...view.lines.map((line) => line.length))).toBeLessThanOrEqual(400)
  })
})
