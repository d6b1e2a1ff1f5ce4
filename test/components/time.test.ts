import { describe, expect, it } from 'vitest'
import { formatDuration, formatTime, formatTimeLeft, formatTimeWithZone, isWithinHours } from '../../renderer/time.ts'

const now = new Date(2026, 10, 24, 15, 0, 0)
const local = (...parts: [number, number, number, number, number, number]) => new Date(...parts).toISOString()

describe('a moment', () => {
  it('is the time alone today, with the day before that, with the year before this one', () => {
    expect(formatTime(local(2026, 10, 24, 14, 2, 31), now)).toBe('14:02:31')
    expect(formatTime(local(2026, 10, 23, 0, 2, 31), now)).toBe('23 Nov, 00:02:31')
    expect(formatTime(local(2025, 10, 24, 14, 2, 31), now)).toBe('24 Nov 2025, 14:02:31')
  })

  it('tells its zone and UTC on hover', () => {
    const told = formatTimeWithZone('2026-11-24T14:02:31.120Z')
    expect(told).toContain('2026-11-24 14:02:31 UTC')
    expect(told).toContain(Intl.DateTimeFormat().resolvedOptions().timeZone)
  })

  it('is within hours or not', () => {
    expect(isWithinHours(local(2026, 10, 23, 15, 0, 0), 24, now)).toBe(true)
    expect(isWithinHours(local(2026, 10, 23, 14, 59, 59), 24, now)).toBe(false)
  })
})

it.each([
  [0.2, '< 1 ms'],
  [12.4, '12 ms'],
  [999.7, '1.0 s'],
  [1440, '1.4 s'],
])('writes %d milliseconds as %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text)
})

it('counts down in minutes and seconds, and never below zero', () => {
  expect([900_000, 65_000, 59_001, 0, -5000].map(formatTimeLeft)).toEqual(['15:00', '1:05', '1:00', '0:00', '0:00'])
})
