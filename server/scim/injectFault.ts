import type { NextFunction, RequestHandler, Response } from 'express'
import type { ArmedFault } from '#contract/fault.ts'
import type { MetFault } from '../monitor/arrival.ts'
import { readMeantAction } from '../monitor/readMeantAction.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { arrivalOf } from './beginExchange.ts'

/**
 * Lets a request meet the fault that is armed for it. Stands behind authentication: nobody else uses one up. What `spoilReply` does
 * to a reply comes later.
 *
 * @throws ScimError of the armed status, before anything is changed
 */
export function injectFault(service: Service): RequestHandler {
  return (_req, res, next) => {
    if (!service.faults.isArmed) return next()
    const arrival = arrivalOf(res)
    const fault = arrival.connection && service.faults.take(arrival.connection.slug, readMeantAction(arrival))
    if (!fault) return next()
    const { kind, seconds } = fault
    arrival.fault = { kind, seconds, hasCallerLeft: false }
    switch (kind) {
      case 'cut':
      case 'truncated':
        return next()
      case 'delay':
        return holdBack(service, { fault: arrival.fault, res, next })
      case 'html':
        // A proxy that answers in place of the endpoint: the request never comes to it.
        throw new ScimError(502, 'Fault on purpose: an HTML page was answered, and nothing was changed.')
      default:
        throw toRefusal(fault, res)
    }
  }
}

/** As a slow server does: the work is done late, whether or not the caller is still there. */
async function holdBack(
  { faults }: Service,
  { fault, res, next }: { readonly fault: MetFault; readonly res: Response; readonly next: NextFunction },
): Promise<void> {
  // A connection that is kept alive would keep the service from ending.
  if ((await faults.hold(fault.seconds)) === 'stopping') res.shouldKeepAlive = false
  fault.hasCallerLeft = res.destroyed
  next()
}

function toRefusal({ kind, seconds }: ArmedFault, res: Response): ScimError {
  if (kind === '429' || kind === '503') res.set('Retry-After', String(seconds))
  const detail = `Fault on purpose: Rollcall was told to answer ${kind}, and changed nothing.`
  return new ScimError(Number(kind), detail, kind === '409' ? 'uniqueness' : undefined)
}
