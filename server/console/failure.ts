import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { ConsoleFailure } from '#contract/console.ts'

/** A console call that is refused; reaches the screens as a `ConsoleFailure` under `status`. */
class ConsoleError extends Error {
  readonly status: number
  readonly error: ConsoleFailure['error']

  constructor(status: number, error: ConsoleFailure['error'], message: string) {
    super(message)
    this.name = 'ConsoleError'
    this.status = status
    this.error = error
  }
}

/** 401: the screens then say how to get a link. */
export const noSession = () =>
  new ConsoleError(401, 'noSession', 'This browser has no session. Open a new console link to get one.')

/** 403, for a caller that is not one of our own pages. */
export const forbidden = (message: string) => new ConsoleError(403, 'forbidden', message)

/** 404; `what` is a whole sentence. */
export const notFound = (what: string) => new ConsoleError(404, 'notFound', what)

/** 400; the message names the field. */
export const invalid = (message: string) => new ConsoleError(400, 'invalid', message)

/** 429: the same may be asked again when others have ended. */
export const busy = (message: string) => new ConsoleError(429, 'failed', message)

/** Ends a path under `/api` that no route took. */
export const unknownCall: RequestHandler = (req) => {
  throw notFound(`The console API has no ${req.method} ${req.baseUrl}${req.path}.`)
}

/** The one place where an error of the console becomes a reply. What nobody expected is our bug: logged whole, told barely. */
export function sendFailure(log: (error: unknown) => void): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const known = error instanceof ConsoleError ? error : fromHttpError(error)
    if (!known) log(error)
    if (res.headersSent) return void res.destroy()
    const told = known ?? new ConsoleError(500, 'failed', 'The service failed; see its log.')
    const failure: ConsoleFailure = { error: told.error, message: told.message }
    res.status(told.status).json(failure)
  }
}

/** The body parser, the router and the file server throw their own kinds: 400, 404, 413, 415, a URL that cannot be decoded. */
function fromHttpError(error: unknown): ConsoleError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined
  if (error.status === 404) return notFound('There is no such file.')
  return error.status < 500
    ? new ConsoleError(error.status, 'invalid', `The request cannot be read: ${error.message}`)
    : undefined
}
