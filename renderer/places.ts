import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { create } from 'zustand'
import { addPlace, noPlaces, type Place, type Places, ScreenName } from '#contract/places.ts'
import { StepId } from '#contract/setup.ts'
import { callService } from './service.ts'

/** The filters that each screen of each connection had last in this page. */
const usePlaces = create<Places>()(() => noPlaces)

/** What is typed into a filter is told once it comes to rest. In milliseconds. */
const restMs = 150

/** Reads where the last page was left, once: what another tab does meanwhile is its own. */
export function usePlacesAtStart() {
  return useQuery({
    queryKey: ['placesAtStart'],
    queryFn: async () => {
      const places = await callService('getPlaces')
      usePlaces.setState(places)
      return places
    },
    staleTime: 'static',
  })
}

/** Takes an address apart: `/acme/activity/12`. Undefined where it names no screen. At which step the wizard was left it knows itself. */
export function toPlace({ pathname, search }: { readonly pathname: string; readonly search: string }): Place | undefined {
  const [, , name, ...rest] = pathname.split('/')
  const screen = ScreenName.safeParse(name)
  if (!screen.success) return undefined
  const isStep = screen.data === 'setup' && StepId.safeParse(rest[0]).success
  return { screen: screen.data, path: rest.length === 0 || isStep ? '' : `/${rest.join('/')}`, search }
}

/** The address at which a connection was left; its setup where it was not seen yet. */
export function toAddress(connection: string, { of }: Places): string {
  const { screen, path, search } = of[connection]?.place ?? { screen: 'setup', path: '', search: '' }
  return `/${connection}/${screen}${path}${search}`
}

/** The filter that a screen had when it was left, as a query string. */
export function useKeptSearch(connection: string, screen: ScreenName): string {
  return usePlaces(({ of }) => of[connection]?.searches[screen] ?? '')
}

interface Waiting {
  readonly connection: string
  readonly place: Place
  readonly timer: ReturnType<typeof setTimeout>
}

/** What the service is still to be told. */
let waiting: Waiting | undefined

function tellService(): void {
  if (!waiting) return
  const { connection, place, timer } = waiting
  waiting = undefined
  clearTimeout(timer)
  // A place that was not kept costs the reader one click.
  callService('rememberPlace', { params: { connection }, body: place }).catch(() => undefined)
}

function remember(connection: string, place: Place): void {
  usePlaces.setState((places) => addPlace(places, connection, place))
  // Of a screen that is left the service knows the last filter; of one that is worked on, what it comes to rest at.
  if (waiting && (waiting.connection !== connection || waiting.place.screen !== place.screen)) tellService()
  clearTimeout(waiting?.timer)
  waiting = { connection, place, timer: setTimeout(tellService, restMs) }
}

/** Keeps where the reader is, for the next start and for the way back to a screen. */
export function useRememberedPlace(connection: string): void {
  const { pathname, search } = useLocation()
  useEffect(() => {
    const place = toPlace({ pathname, search })
    if (place) remember(connection, place)
  }, [connection, pathname, search])
}

/** Forgets every filter and place, here and for the next start. */
export async function forgetPlaces(): Promise<void> {
  clearTimeout(waiting?.timer)
  waiting = undefined
  usePlaces.setState(await callService('forgetPlaces'))
}
