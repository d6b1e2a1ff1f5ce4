import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startService } from '../support/startService.ts'

it('answers what is under way when it stops, and keeps no connection for more than one request after it', {
  timeout: 6_000,
}, async () => {
  const { running, token } = await startService()
  const [host = '', port] = running.service.addresses.scim.split(':')
  const caller = connect(Number(port), host)
  await once(caller, 'connect')
  caller.setEncoding('utf8')
  let received = ''
  caller.on('data', (text: string) => {
    received += text
  })
  const head = (line: string) => `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n`
  const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'maya@example.com' })
  const create = `${head('POST /default/scim/v2/Users')}Content-Type: application/scim+json\r\nContent-Length: ${body.length}\r\n\r\n`
  caller.write(create + body.slice(0, 20))
  await new Promise((resolve) => setTimeout(resolve, 100))

  const stopped = running.stop()
  caller.write(body.slice(20))
  await expect.poll(() => received).toContain('201 Created')
  // Providers go on over the same connection, request upon request: that must not hold the stop up.
  for (let time = 0; time < 3; time += 1) caller.write(`${head('GET /default/scim/v2/Users')}\r\n`)
  await stopped
  expect(received.match(/HTTP\/1.1 200 OK/g)).toHaveLength(1)
  expect(received.match(/Connection: close/g)).toHaveLength(1)
})
