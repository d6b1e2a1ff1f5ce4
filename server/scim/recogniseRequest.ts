import type { RequestHandler } from 'express'
import { recogniseCaller } from '../monitor/recogniseCaller.ts'
import type { Service } from '../service.ts'
import { arrivalOf } from './beginExchange.ts'

/** The header by which a simulator that runs elsewhere marks its requests. */
const simulationHeader = 'rollcall-simulation'

/** Notes who calls, by headers and traffic alone, and whether it is acted out. A check of our own is known by its query. */
export const recogniseRequest =
  ({ reach }: Pick<Service, 'reach'>): RequestHandler =>
  (req, res, next) => {
    const arrival = arrivalOf(res)
    const run = req.get(simulationHeader)
    // A longer one is no name of a run, and is not cut, since half a secret could not be told from it.
    if (run !== undefined) arrival.simulation = run === '' || run.length > 40 ? 'unnamed' : run
    arrival.caller = reach.noteArrival(arrival.query, req.path)
      ? 'rollcall'
      : recogniseCaller({
          headers: req.headers,
          query: arrival.query,
          rawQuery: req.url.split('?')[1] ?? '',
          path: req.path,
          body: arrival.body,
        })
    next()
  }
