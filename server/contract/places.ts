import { z } from 'zod'

/** The screens of a connection, as they stand in the address. */
export const ScreenName = z.enum(['setup', 'activity', 'errors', 'learners', 'settings', 'connections'])
export type ScreenName = z.infer<typeof ScreenName>

/** Where a reader is: `{ screen: 'activity', path: '/12', search: '?show=writes' }`. */
export const Place = z.object({
  screen: ScreenName,
  /** What follows the screen in the address. */
  path: z
    .string()
    .regex(/^(\/[^?#]*)?$/)
    .max(300),
  search: z
    .string()
    .regex(/^(\?[^#]*)?$/)
    .max(2000),
})
export type Place = z.infer<typeof Place>

/** Where each connection was left, and which of its screens had which filter. `last` is the slug of the connection seen last. */
export const Places = z.object({
  last: z.string().nullable(),
  of: z.record(z.string(), z.object({ place: Place, searches: z.partialRecord(ScreenName, z.string()) })),
})
export type Places = z.infer<typeof Places>

/** Nothing is remembered yet. */
export const noPlaces: Places = { last: null, of: {} }

/** What is remembered once the reader is at `place`. A profile has no filter to come back to; an open request keeps that of its list. */
export function addPlace({ of }: Places, connection: string, place: Place): Places {
  const { screen, path, search } = place
  const hasFilter = path === '' || screen === 'activity'
  const searches = { ...of[connection]?.searches, ...(hasFilter && { [screen]: search }) }
  return { last: connection, of: { ...of, [connection]: { place, searches } } }
}
