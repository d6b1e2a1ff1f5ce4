import { describe, expect, it } from 'vitest'
import { checkPublicUrl } from '../../server/console/publicUrl.ts'

describe('a public URL', () => {
  it.each([
    ['https://a1b2.tunnel.example', 'https://a1b2.tunnel.example'],
    ['  https://a1b2.tunnel.example/ ', 'https://a1b2.tunnel.example'],
    ['HTTP://Host.example:8080', 'http://host.example:8080'],
    ['', null],
    [null, null],
  ])('takes %j as %j', (text, publicUrl) => {
    expect(checkPublicUrl(text)).toEqual({ result: 'set', publicUrl })
  })

  it.each([
    ['a1b2.tunnel.example', /must begin with https:/],
    ['localhost:4747', /must begin with https:/],
    ['ftp://a1b2.tunnel.example', /not ftp:/],
    ['https://a1b2 .tunnel.example', /space/],
    ['https://', /host name/],
    ['https://host.example:99999', /port/],
    ['https://maya:secret@host.example', /user name or password/],
    ['https://host.example/?x=1', /"\?"/],
    ['https://host.example/#x', /"#"/],
    ['https://host.example/default/scim/v2', /path \/default\/scim\/v2 must go.*Enter https:\/\/host\.example\.$/],
  ])('refuses %s and says what is wrong', (text, reason) => {
    expect(checkPublicUrl(text)).toEqual({ result: 'refused', reason: expect.stringMatching(reason) })
  })
})
