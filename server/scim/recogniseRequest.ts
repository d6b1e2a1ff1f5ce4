import type { RequestHandler } from 'express'
import { recogniseCaller } from '../monitor/recogniseCaller.ts'
import { arrivalOf } from './beginExchange.ts'

/** The header by which a simulator that runs elsewhere marks its requests. */
const simulationHeader = 'rollcall-simulation'

/** Notes who calls, by headers and traffic alone, and whether it is acted out. */
export const recogniseRequest: RequestHandler = (req, res, next) => {
  const arrival = arrivalOf(res)
  const run = req.get(simulationHeader)
  if (run !== undefined) arrival.simulation = run.slice(0, 40) || 'unnamed'
  const query: unknown = req.query
  arrival.caller = recogniseCaller({
    headers: req.headers,
    // The query parser of this application makes texts only.
    query: query as Readonly<Record<string, string>>,
    rawQuery: req.url.split('?')[1] ?? '',
    path: req.path,
    body: arrival.body,
  })
  next()
}
