import type { RequestHandler } from 'express'
import { ScimError } from '../protocol/scimError.ts'
import type { Answerer } from './answer.ts'

/**
 * Stands last on a known path: 405 with what it offers, 204 with the same for OPTIONS.
 *
 * @throws ScimError 405
 */
export function refuseMethod({ read }: Pick<Answerer, 'read'>, offered: readonly string[]): RequestHandler {
  const allow = [...(offered.includes('GET') ? ['HEAD'] : []), ...offered, 'OPTIONS'].join(', ')
  const tellOffered = read(() => ({ status: 204, headers: { Allow: allow } }))
  return (req, res, next) => {
    if (req.method === 'OPTIONS') return tellOffered(req, res, next)
    res.set('Allow', allow)
    throw new ScimError(405, `${req.method} is not offered here: ${allow} are.`)
  }
}
