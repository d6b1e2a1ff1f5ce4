import type { Router } from 'express'
import { runBulk } from '../../operations/bulk/runBulk.ts'
import type { Answerer } from '../answer.ts'
import { requireBody } from '../readBody.ts'
import { refuseMethod } from '../refuseMethod.ts'

/** Many operations in one request, one commit and one exchange (RFC 7644 §3.7). */
export function routeBulk(router: Router, { read, write }: Answerer): void {
  router
    .route('/Bulk')
    .post(
      requireBody,
      write((context, { body }) => ({ status: 200, headers: {}, body: runBulk(context, body) })),
    )
    .all(refuseMethod({ read }, ['POST']))
}
