import { formatCount } from './format.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const dayWithYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'longOffset' })
// Asked once: a new formatter for each row would cost more than the row.
const { timeZone } = zone.resolvedOptions()

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate()
}

/** The reader's own zone at that moment: `Europe/Berlin, GMT+01:00`. */
function nameZone(date: Date): string {
  const offset = zone.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return `${timeZone}, ${offset}`
}

/** `14:02:31` in the reader's zone. */
export function formatClock(iso: string): string {
  return clock.format(new Date(iso))
}

/** `23 Nov` in the reader's zone, with the year where it is not this one; undefined for today. */
export function formatDayUnlessToday(iso: string, now: Date = new Date()): string | undefined {
  const date = new Date(iso)
  if (isSameDay(date, now)) return undefined
  return date.getFullYear() === now.getFullYear() ? day.format(date) : dayWithYear.format(date)
}

/** `14:02:31`, or `23 Nov, 14:02:31` when that was not today. */
export function formatTime(iso: string, now: Date = new Date()): string {
  const date = formatDayUnlessToday(iso, now)
  return date ? `${date}, ${formatClock(iso)}` : formatClock(iso)
}

/** What stands on hover: the whole local date with its zone, and the same in UTC. */
export function formatTimeWithZone(iso: string): string {
  const date = new Date(iso)
  const utc = `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  return `${dayWithYear.format(date)}, ${clock.format(date)} (${nameZone(date)})\n${utc}`
}

/** `12 ms`, `1.2 s`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1) return '< 1 ms'
  return Math.round(durationMs) < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`
}

/** True where `iso` lies at most `hours` before `now`. */
export function isWithinHours(iso: string, hours: number, now: Date = new Date()): boolean {
  return now.getTime() - new Date(iso).getTime() <= hours * 3_600_000
}

/** `14:32`: minutes and seconds; never below zero. */
export function formatTimeLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** `in 12 days`, `in 5 hours`, `in 3 minutes`: rounded down, so that nobody counts on more; at least one minute. */
export function formatDaysLeft(leftMs: number): string {
  const minutes = Math.max(1, Math.floor(leftMs / 60_000))
  if (minutes < 60) return `in ${formatCount(minutes, 'minute')}`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `in ${formatCount(hours, 'hour')}` : `in ${formatCount(Math.floor(hours / 24), 'day')}`
}
