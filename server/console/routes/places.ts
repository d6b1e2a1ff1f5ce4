import { addPlace, noPlaces, type Place, Places } from '#contract/places.ts'
import type { Service } from '../../service.ts'
import { holdsToken } from '../holdsToken.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

const placesKey = 'places'

/** Where the reader was, so that a new start begins there. */
export function placeHandlers(service: Service): Pick<ConsoleHandlers, 'getPlaces' | 'forgetPlaces' | 'rememberPlace'> {
  const write = (places: Places): Places => {
    service.stores.preferences.set(placesKey, places)
    return places
  }

  return {
    getPlaces: () => readPlaces(service),
    forgetPlaces: () => write(noPlaces),
    rememberPlace: ({ connection: { slug }, body }) => write(addPlace(readPlaces(service), slug, withoutToken(service, body))),
  }
}

/** A connection was removed, and another one may have its slug later. */
export function forgetPlacesOfRemoved(service: Service): void {
  service.stores.preferences.set(placesKey, readPlaces(service))
}

function readPlaces({ stores: { connections, preferences } }: Service): Places {
  const stored = Places.safeParse(preferences.get(placesKey))
  // What another version kept, and this one cannot read, is no loss.
  if (!stored.success) return noPlaces
  const { last, of } = stored.data
  const isThere = (slug: string) => connections.findBySlug(slug) !== undefined
  return {
    last: last !== null && isThere(last) ? last : null,
    of: Object.fromEntries(Object.entries(of).filter(([slug]) => isThere(slug))),
  }
}

/** Somebody who looks for a token by its text has it in the filter, and it is never stored. */
function withoutToken(service: Service, place: Place): Place {
  const texts = [place.path, ...new URLSearchParams(place.search).values()]
  return texts.some((text) => holdsToken(service, text)) ? { ...place, path: '', search: '' } : place
}
