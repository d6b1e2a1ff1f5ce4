import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'
import { aPatch, aUser } from '../support/aUser.ts'
import { exportFrom, openSession } from '../support/exportFrom.ts'
import { Har } from '../support/harSchema.ts'
import { sendAsEntra, sendAsOkta, sendWithDoubledBearer } from '../support/providerTraffic.ts'
import { startService } from '../support/startService.ts'

const formats = ['har', 'ndjson', 'csv'] as const

/** A console over a file, as an export reads it from another thread, with `count` exchanges of about `bodyLength` each. */
async function aFilledConsole(count: number, bodyLength = 100) {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-export-'))
  const db = openDatabase(join(dir, 'rollcall.db'))
  onTestFinished(() => {
    db.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const console = await startConsole({ db })
  const body = JSON.stringify({ userName: 'maya@acme.test', title: 'x'.repeat(bodyLength) })
  const message = { line: 'POST /default/scim/v2/Users HTTP/1.1', headers: [], body, sizeBytes: body.length }
  const { stores } = console.service
  stores.inTransaction(() => {
    for (let index = 0; index < count; index += 1) stores.exchanges.insert(anExchange({ request: message }))
  })
  const get = (query: string, headers: Record<string, string | undefined> = { 'sec-fetch-site': 'same-origin' }) =>
    console.call('GET', `/api/connections/default/exchanges.file?${query}`, { headers })
  return { ...console, get }
}

/** A CSV file as rows of cells. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

describe('a file', () => {
  it('in HAR is valid HAR 1.2, oldest first, with what an exchange meant', async () => {
    const { running, scimUrl, token } = await startService()
    await sendAsEntra(scimUrl, token)
    await sendWithDoubledBearer(scimUrl)
    await fetch(`${scimUrl.replace('/default/scim/v2', '')}/wp-login.php`)
    const { status, headers, text } = await exportFrom(running, { format: 'har' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="rollcall-default-[\d-]{15}\.har"$/)
    const { log } = Har.parse(JSON.parse(text))
    const created = log.entries.find(({ _action }) => _action === 'created')
    expect(created).toMatchObject({
      _connection: 'default',
      _sentence: expect.stringMatching(/^Entra ID created Person \d$/),
      request: { method: 'POST', url: `${scimUrl}/Users` },
      response: { status: 201, statusText: 'Created' },
    })
    expect(JSON.parse(created?.request.postData?.text ?? '')).toMatchObject({ schemas: [urns.user, urns.enterpriseUser] })
    expect(log.entries.at(-1)).toMatchObject({ _connection: null, response: { status: 404 } })
    expect(log.entries.map(({ _id }) => _id)).toEqual(log.entries.map((_, index) => index + 1))
  })

  it('in NDJSON has a line for each exchange with the names of OpenTelemetry', async () => {
    const { running, scim } = await startService()
    await scim.get('/Users?count=2', { 'User-Agent': 'Okta SCIM Client 1.0.0', 'X-Request-Id': 'r-1' })
    await scim.send('PROPFIND', '/Users')
    const { text } = await exportFrom(running, { format: 'ndjson' })
    const [first, second, ...more] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({
      'http.request.method': 'GET',
      'http.route': '/Users',
      'url.scheme': 'http',
      'url.path': '/default/scim/v2/Users',
      'url.query': 'count=2',
      'server.address': '127.0.0.1',
      'http.response.status_code': 200,
      'user_agent.original': 'Okta SCIM Client 1.0.0',
      'http.request.header.x-request-id': ['r-1'],
      'rollcall.connection': 'default',
      'rollcall.action': 'tested',
    })
    expect(first['http.server.request.duration']).toBeLessThan(5)
    expect(Date.parse(first.timestamp)).toBeGreaterThan(0)
    expect(second).toMatchObject({ 'http.request.method': '_OTHER', 'http.request.method_original': 'PROPFIND' })
    expect(more).toEqual([])
  })

  it('in CSV has a heading, a line for each exchange, and no cell that a spreadsheet takes for a formula', async () => {
    const { running, scim } = await startService()
    const names = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', ' =1', '"a", b\nc']
    for (const [index, displayName] of names.entries()) {
      await scim.post('/Users', aUser({ userName: `u${index}@example.com`, displayName }))
    }
    const { text } = await exportFrom(running, { format: 'csv', persons: 'asTheyAre' })
    expect(text.startsWith('\uFEFFid,received_at_utc,')).toBe(true)
    const [heading = [], ...rows] = readCsv(text)
    expect(rows.map((row) => row[heading.indexOf('resource_name')])).toEqual([
      '\'=HYPERLINK("http://x","y")',
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "'=1",
      '"a", b c',
    ])
    expect(rows.every((row) => row.length === heading.length)).toBe(true)
  })

  it.each(formats)('in %s holds pins and colours, and notes where persons stay', async (format) => {
    const { running, scim } = await startService()
    await scim.post('/Users', aUser({ userName: 'maya@example.com' }))
    await exportFrom(running, { format })
    const { origin, cookie } = await openSession(running)
    const mark = { pinned: true, colour: 'green', note: "Maya's first, =1+1" }
    const marked = await fetch(`${origin}/api/connections/default/exchanges/1/mark`, {
      method: 'PATCH',
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(mark),
    })
    expect(await marked.json()).toEqual(mark)
    const read = async (persons: 'aliases' | 'asTheyAre') => {
      const { text } = await exportFrom(running, { format, persons })
      if (format === 'csv') {
        const [heading = [], row = []] = readCsv(text)
        return ['pinned', 'colour', 'note'].map((name) => row[heading.indexOf(name)])
      }
      if (format === 'ndjson') {
        const line = JSON.parse(text.split('\n')[0] ?? '')
        return ['pinned', 'colour', 'note'].map((name) => line[`rollcall.mark.${name}`])
      }
      const [entry] = Har.parse(JSON.parse(text)).log.entries
      return [entry?._pinned, entry?._colour, entry?.comment]
    }
    const pinned = format === 'csv' ? 'yes' : true
    expect(await read('asTheyAre')).toEqual([pinned, 'green', mark.note])
    expect(await read('aliases')).toEqual([pinned, 'green', expect.stringContaining('left out')])
  })

  it.each(formats)('in %s holds what the filter of the list leaves, and an empty one is whole too', async (format) => {
    const { running, scim } = await startService()
    await scim.post('/Users', aUser({ userName: 'one@example.com' }))
    await scim.get('/Users?filter=nonsense')
    await scim.post('/Users', aUser({ userName: 'two@example.com', displayName: 'Second Two' }))
    const countOf = async (query: Parameters<typeof exportFrom>[1]) => {
      const { text } = await exportFrom(running, { format, ...query })
      if (format === 'har') return Har.parse(JSON.parse(text)).log.entries.length
      return text.split('\n').length - (format === 'csv' ? 2 : 1)
    }
    expect(await countOf({})).toBe(3)
    expect(await countOf({ show: 'failures' })).toBe(1)
    expect(await countOf({ method: 'POST', text: 'second TWO' })).toBe(1)
    expect(await countOf({ method: 'PUT' })).toBe(0)
  })
})

describe('persons and secrets', () => {
  it.each(formats)('are absent from a file in %s, whatever carried them', async (format) => {
    const environmentToken = 'the-token-of-the-environment'
    const { running, scim, scimUrl, token } = await startService({ environmentToken })
    const { id } = await scim.post(
      '/Users',
      aUser({
        userName: 'zofia.planted@acme.test',
        externalId: 'planted-external',
        displayName: 'Zofia Planted',
        nickName: 'Plantedka',
        name: { givenName: 'Zofia', familyName: 'Planted' },
        password: 'Xk29dmQaPlanted',
        shoeSize: 'planted-size',
        emails: [
          { value: 'zofia.planted@acme.test', type: 'work' },
          { value: 'planted@home.test', type: 'home' },
        ],
        phoneNumbers: [{ value: '+48 600 planted', type: 'mobile' }],
        addresses: [{ streetAddress: 'Planted Street 1', type: 'work' }],
      }),
    )
    await scim.get('/Users?filter=userName eq "ZOFIA.planted@acme.test" and externalId eq "planted-external"')
    await scim.get(`/Users?filter=emails[value eq "planted@home.test"]&attributes=password`)
    await scim.patch(
      `/Users/${id}`,
      aPatch(
        { op: 'replace', path: 'name.familyName', value: 'Planted-Kowalska' },
        { op: 'replace', path: 'password', value: 'Another-Planted' },
      ),
    )
    await scim.post('/Users', aUser({ userName: 'zofia.planted@acme.test' }))
    await scim.post('/Groups', {
      schemas: [urns.group],
      displayName: 'Sprinters',
      members: [{ value: id, display: 'Zofia Planted' }],
    })
    await scim.post('/Bulk', {
      schemas: [urns.bulkRequest],
      Operations: [{ method: 'PATCH', path: `/Users/${id}`, data: aPatch({ op: 'add', value: { nickName: 'Planted-Nick' } }) }],
    })
    await scim.post('/Users/.search', { schemas: [urns.searchRequest], filter: 'displayName sw "Zofia"' })
    await scim.get('/Users?sortBy=userName&count=1&cursor')
    await scim.get('/Users/zofia.planted@acme.test')
    await scim.get('/nowhere/zofia.planted@acme.test/x')
    await scim.post('/Users', '{"userName":"zofia.planted@acme.test",')
    await scim.get(`/Users?access_token=${token}`, { Authorization: `Bearer Bearer ${token}` })
    await sendAsOkta(scimUrl, environmentToken)

    const { text } = await exportFrom(running, { format })
    expect(text).not.toMatch(/planted|zofia|kowalska|byron|novak/i)
    expect(text).toContain('Sprinters')
    expect(text).toContain(id)
    const asTheyAre = await exportFrom(running, { format, persons: 'asTheyAre' })
    expect(asTheyAre.text).toContain('Zofia Planted')
    for (const file of [text, asTheyAre.text]) {
      for (const secret of [token, environmentToken, 'Xk29dmQaPlanted', 'Another-Planted']) expect(file).not.toContain(secret)
    }
  })
})

describe('the door', () => {
  it('is open to our own pages with a session and to nobody else', async () => {
    const { running } = await startService()
    const { origin, cookie } = await openSession(running)
    const ask = (headers: Record<string, string>) =>
      fetch(`${origin}/api/connections/default/exchanges.file?format=csv`, { headers }).then(({ status }) => status)
    expect(await ask({ 'Sec-Fetch-Site': 'same-origin' })).toBe(401)
    expect(await ask({ Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await ask({ Cookie: cookie })).toBe(403)
    expect(await ask({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
  })

  it('says what is wrong with a format, a filter or a connection that it does not know', async () => {
    const { get, call } = await aFilledConsole(0)
    expect(await get('format=pdf')).toMatchObject({ status: 400, body: { error: 'invalid' } })
    expect(await get('')).toMatchObject({ status: 400 })
    expect(await get('format=csv&status=many')).toMatchObject({ status: 400 })
    expect(
      await call('GET', '/api/connections/none/exchanges.file?format=csv', { headers: { 'sec-fetch-site': 'same-origin' } }),
    ).toMatchObject({ status: 404 })
  })
})

describe('a taker', () => {
  /** A download that is not read. */
  const hang = async ({ port, address, cookie }: Awaited<ReturnType<typeof aFilledConsole>>) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(
      `GET /api/connections/default/exchanges.file?format=ndjson HTTP/1.1\r\nHost: ${address}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n\r\n`,
    )
    await new Promise((resolve) => socket.once('data', resolve))
    socket.pause()
    return socket
  }

  it('who goes away ends the work', async () => {
    const console = await aFilledConsole(300, 100_000)
    const socket = await hang(console)
    expect(console.exporter.count()).toBe(1)
    socket.destroy()
    await vi.waitFor(() => expect(console.exporter.count()).toBe(0), { timeout: 5000 })
    expect(console.service.logged).toEqual([])
  })

  it('who does not read holds the work up, instead of filling the memory, and gets the rest later', async () => {
    const console = await aFilledConsole(300, 100_000)
    const { exporter } = console
    const opened = exporter.open({
      connection: { id: 1, slug: 'default' },
      query: { show: 'all', format: 'ndjson', persons: 'aliases' },
      version: '0.0.0',
      origin: 'http://127.0.0.1:4747',
    })
    if (!opened) throw new Error('No file was opened.')
    await new Promise((resolve) => opened.once('readable', resolve))
    const held: number[] = []
    for (let look = 0; look < 10; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 30))
      held.push(opened.readableLength)
    }
    // One piece beyond what may wait, of the 30 MB that there are.
    expect(Math.max(...held)).toBeLessThan(1_000_000)
    let bytes = 0
    for await (const piece of opened) bytes += (piece as Buffer).length
    expect(bytes).toBeGreaterThan(30_000_000)
    expect(exporter.count()).toBe(0)
  })

  it('beyond the third at once is asked to wait', async () => {
    const console = await aFilledConsole(300, 100_000)
    const sockets = [await hang(console), await hang(console), await hang(console)]
    expect(await console.get('format=csv')).toMatchObject({ status: 429 })
    for (const socket of sockets) socket.destroy()
  })

  it('is let go when the service stops, with a file that shows as cut', async () => {
    const console = await aFilledConsole(300, 100_000)
    const socket = await hang(console)
    await console.exporter.stop()
    let text = ''
    socket.on('data', (data) => (text += data.toString('latin1'))).resume()
    await new Promise((resolve) => socket.on('close', resolve))
    expect(text.endsWith('0\r\n\r\n')).toBe(false)
  })
})

it('leaves the SCIM listener answering while 3,000 exchanges are written', async () => {
  const { running, scim } = await startService()
  const { stores } = running.service
  const body = JSON.stringify(aUser({ userName: 'maya@acme.test', displayName: 'Maya Lindqvist' }))
  stores.inTransaction(() => {
    for (let index = 0; index < 3_000; index += 1) {
      stores.exchanges.insert(
        anExchange({ request: { line: 'POST /default/scim/v2/Users HTTP/1.1', headers: [], body, sizeBytes: 1 } }),
      )
    }
  })
  let isDone = false
  const file = exportFrom(running, { format: 'har' }).finally(() => {
    isDone = true
  })
  const delays: number[] = []
  let last = performance.now()
  const ticks = setInterval(() => {
    delays.push(performance.now() - last)
    last = performance.now()
  }, 5)
  let answered = 0
  while (!isDone) {
    expect((await scim.get('/Users?count=1')).status).toBe(200)
    answered += 1
  }
  clearInterval(ticks)
  expect(JSON.parse((await file).text).log.entries.length).toBeGreaterThanOrEqual(3_000)
  expect(answered).toBeGreaterThan(20)
  expect(delays.sort((one, other) => one - other)[Math.floor(delays.length * 0.95)]).toBeLessThan(100)
}, 60_000)
