import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { HttpMessage } from '#contract/exchange.ts'
import { quoteForShell, toCurlCommand } from '../../../renderer/features/monitor/curlCommand.ts'

const aRequest = (stated: Partial<HttpMessage> = {}): HttpMessage => ({
  line: 'POST /default/scim/v2/Users HTTP/1.1',
  headers: [
    ['Host', 'acme.example'],
    ['Authorization', 'Bearer ••• (43 characters)'],
    ['Content-Type', 'application/scim+json'],
    ['Content-Length', '31'],
    ['X-Vendor-Secret', '•••'],
  ],
  body: '{"userName":"maya@example.com"}',
  sizeBytes: 31,
  ...stated,
})

/** What curl would be given by a real shell in which TOKEN is set. */
function readByShell(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`
  const output = execFileSync('sh', ['-c', script], { env: { TOKEN: 'the-token' }, encoding: 'utf8' })
  return output.split('\0').slice(0, -1)
}

describe('toCurlCommand', () => {
  it('leaves the secret to a variable of the shell', () => {
    const command = toCurlCommand(aRequest(), 'http://127.0.0.1:4747')
    expect(command).toContain('-H "Authorization: Bearer $TOKEN"')
    expect(command).not.toContain('•••')
    expect(readByShell(command)).toEqual([
      '-X',
      'POST',
      'http://127.0.0.1:4747/default/scim/v2/Users',
      '-H',
      'Content-Type: application/scim+json',
      '-H',
      'Authorization: Bearer the-token',
      '--data-raw',
      '{"userName":"maya@example.com"}',
    ])
  })

  it.each([
    ['Bearer Bearer ••• (43 characters)', 'Bearer Bearer the-token'],
    ['••• (43 characters)', 'the-token'],
    ['Basic ••• (12 characters)', 'Basic the-token'],
    ['Bearer', 'Bearer'],
    ['"$(reboot)" •••', 'Bearer the-token'],
  ])('sends the credential in the form that was refused: %s', (recorded, sent) => {
    const command = toCurlCommand(aRequest({ headers: [['Authorization', recorded]], body: null }), 'http://h')
    expect(readByShell(command).at(-1)).toBe(`Authorization: ${sent}`)
  })

  it('sends no Authorization where none was sent', () => {
    expect(toCurlCommand(aRequest({ headers: [['Accept', '*/*']] }), 'http://h')).not.toContain('Authorization')
  })

  it('keeps brackets and dots of a path from curl', () => {
    const request = aRequest({ line: 'GET /a/../Users?filter=emails[type] HTTP/1.1', body: null })
    expect(readByShell(toCurlCommand(request, 'http://h')).slice(0, 3)).toEqual([
      'http://h/a/../Users?filter=emails[type]',
      '--globoff',
      '--path-as-is',
    ])
  })

  it.each(["it's", '$(reboot)', '`reboot`', 'a "b" \\ c', 'two\nlines', '!history', 'Ærø 李', ''])(
    'hands %j to curl unchanged',
    (body) => {
      expect(readByShell(`curl ${quoteForShell(body)}`)).toEqual([body])
    },
  )
})
