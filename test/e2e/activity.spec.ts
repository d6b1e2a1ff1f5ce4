import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { aUser } from '../support/aUser.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

const run = promisify(execFile)

/** The activity screen of a service with a token. */
async function openActivity(page: Page) {
  await openConsole(page)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await page.getByRole('link', { name: 'Activity' }).click()
  const row = page.getByRole('option')
  return { scimUrl, token, row, scim: createScimClient(scimUrl, token) }
}

/** Writes bytes to the SCIM listener as they are, and closes. */
function sendBytes(scimUrl: string, bytes: string | Buffer): Promise<void> {
  const { hostname, port } = new URL(scimUrl)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.on('data', () => socket.destroy())
    setTimeout(() => socket.destroy(), 500)
  })
}

test('nothing that reaches the port is silent: eight malformed requests, eight rows with the reason', async ({ page }) => {
  const { scimUrl, token, row } = await openActivity(page)
  const { pathname } = new URL(scimUrl)
  const authorization = `Authorization: Bearer ${token}`
  const send = (path: string, init: RequestInit) => fetch(scimUrl + path, init)
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' }
  await send('/Users', { headers: { Authorization: 'Bearer wrong' } })
  await send('/Users', {})
  await send('/Users', { method: 'POST', headers, body: '{"userName":' })
  await send('/Users', { method: 'POST', headers: { ...headers, 'Content-Type': 'text/xml' }, body: '<user/>' })
  await send('/Persons', { headers })
  await send('/Users', { method: 'POST', headers, body: JSON.stringify({ userName: 'x'.repeat(1_100_000) }) })
  await sendBytes(scimUrl, `POST ${pathname}/Users HTTP/1.1\r\nHost: x\r\n${authorization}\r\nContent-Length: 50\r\n\r\n{"user`)
  await sendBytes(scimUrl, Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x03]))
  for (const reason of [
    'the token is not known here',
    'it sent no token',
    'sent a body that is not JSON',
    'media type that is not accepted',
    'which does not exist',
    'sent a body over 1 MiB',
    'went away before its request was complete',
    'spoke TLS to a port of plain HTTP',
  ])
    await expect(row.filter({ hasText: reason })).toHaveCount(1)
  await expect(row).toHaveCount(8)
})

test('the copied cURL, with the token put in, gives the same status', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { token, row, scim } = await openActivity(page)
  await scim.post('/Users', aUser({ userName: "o'brien@example.com" }))
  expect((await scim.post('/Users', aUser({ userName: "o'brien@example.com" }))).status).toBe(409)
  await row.filter({ hasText: '409' }).click()
  await page.getByRole('button', { name: 'Copy as cURL' }).click()
  const command = await page.evaluate(() => navigator.clipboard.readText())
  expect(command).not.toContain(token)
  const { stdout } = await run('sh', ['-c', `${command} -s -o /dev/null -w '%{http_code}'`], {
    env: { ...process.env, TOKEN: token },
  })
  expect(stdout).toBe('409')
})

test('what changed is said: nothing for e-mails in another order, one line for one that changed', async ({ page }) => {
  const { row, scim } = await openActivity(page)
  const emails = [
    { type: 'work', value: 'maya@example.com', primary: true },
    { type: 'home', value: 'maya@example.org' },
  ]
  const user = aUser({ userName: 'maya@example.com', emails })
  const { id } = await scim.post('/Users', user)
  await scim.put(`/Users/${id}`, { ...user, emails: emails.toReversed() })
  await expect(row).toHaveCount(2)
  await row.first().click()
  const details = page.getByRole('region', { name: 'Request in detail' })
  await expect(details.getByText('It changed nothing', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await scim.put(`/Users/${id}`, { ...user, emails: [emails[0], { type: 'home', value: 'maya@example.net' }] })
  await expect(row).toHaveCount(3)
  await row.first().click()
  await expect(details.getByText('emails[type eq "home"].value')).toHaveCount(1)
  await expect(details.getByText('maya@example.net').first()).toBeVisible()
})

for (const { name, query, counts } of [
  { name: 'the list', query: '', counts: ['60 requests', '260 requests'] },
  { name: 'a filtered list', query: '?method=GET&text=looked', counts: ['60 of 60', '260 of 260'] },
] as const)
  test(`${name} holds still while row 40 is read, and says how many are new above it`, async ({ page }) => {
    test.setTimeout(90_000)
    const { row, scim } = await openActivity(page)
    for (let number = 1; number <= 60; number += 1)
      await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "p${number}"`)}`)
    if (query !== '') await page.goto(new URL(query, page.url()).href)
    await expect(page.getByText(counts[0])).toBeVisible()
    const read = row.filter({ hasText: 'looked for p20 ' })
    await expect(async () => {
      await page.getByRole('listbox').hover()
      await page.mouse.wheel(0, 400)
      await expect(read).toBeVisible({ timeout: 200 })
    }).toPass()
    const before = await read.boundingBox()
    await Promise.all(
      Array.from({ length: 200 }, (_, number) => scim.get(`/Users?filter=${encodeURIComponent(`title eq "${number}"`)}`)),
    )
    await expect(page.getByRole('button', { name: 'Show 200 new requests' })).toBeVisible()
    expect(await read.boundingBox()).toEqual(before)
    await page.getByRole('button', { name: 'Show 200 new requests' }).click()
    await expect(page.getByText(counts[1])).toBeVisible()
  })

test('a filter stands in the address: reloading it gives the same rows, and words of a body are found', async ({ page }) => {
  const { row, scim } = await openActivity(page)
  await scim.post('/Users', aUser({ userName: 'maya@example.com', nickName: 'Zoë' }))
  await scim.post('/Users', aUser({ userName: 'tomas@example.com' }))
  await page.getByRole('searchbox', { name: 'Person, text or path' }).fill('zoe')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('created')
  await page.getByRole('button', { name: 'Method' }).click()
  await page.getByRole('menuitem', { name: 'POST' }).click()
  const { href } = new URL(page.url())
  expect(href).toContain('text=zoe')
  const text = await row.innerText()
  await page.reload()
  await expect(row).toHaveCount(1)
  expect(await row.innerText()).toBe(text)
  await page.getByRole('button', { name: 'Method: POST' }).click()
  await page.getByRole('menuitem', { name: 'PUT' }).click()
  await expect(page.getByText('0 of 2').first()).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(row).toHaveCount(2)

  const every = { text: 'zoe', action: 'created', method: 'POST', status: '201', caller: 'unknown', simulated: 'no', token: '1' }
  const query = new URLSearchParams({
    show: 'writes',
    ...every,
    since: '2020-01-01T00:00:00.000Z',
    until: '2999-01-01T00:00:00.000Z',
  })
  await page.goto(new URL(`?${query}`, page.url()).href)
  await expect(row).toHaveCount(1)
  await page.reload()
  await expect(row).toHaveCount(1)
  for (const chip of [
    'Action: Created',
    'Method: POST',
    /Status: 201/,
    'Caller: not recognised',
    'Simulated: no',
    /Token: .* …/,
    /^Time: /,
  ])
    await expect(page.getByRole('button', { name: chip })).toBeVisible()
})

test('a request is one step of the history, however many were looked at, and none once it is closed', async ({ page }) => {
  const { row, scim } = await openActivity(page)
  for (const userName of ['maya', 'tomas', 'li']) await scim.post('/Users', aUser({ userName }))
  await page.getByRole('link', { name: 'Learners' }).click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await row.first().click()
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL(/activity\/2$/)
  await page.goBack()
  await expect(page).toHaveURL(/activity$/)
  await page.goForward()
  await expect(page.getByRole('region', { name: 'Request in detail' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/activity$/)
  await page.goBack()
  await expect(page).toHaveURL(/learners$/)
})

test('fifty equal conflicts are one cause of fifty, recovered by a later success', async ({ page }) => {
  const { scim } = await openActivity(page)
  await scim.post('/Users', aUser({ userName: 'maya@example.com' }))
  for (let count = 0; count < 50; count += 1) await scim.post('/Users', aUser({ userName: 'maya@example.com' }))
  await page.getByRole('link', { name: /Errors/ }).click()
  const cause = page.getByRole('listitem', { name: 'userName is taken by another learner' })
  await expect(cause).toHaveCount(1)
  await expect(page.getByRole('link', { name: /Errors.*1 open/ })).toBeVisible()
  for (const fact of [
    /Happened\s*50 times/,
    /Touched\s*1 learner/,
    /First\s*\d/,
    /Last\s*\d/,
    /POST \/Users · 409 Conflict · uniqueness/,
  ])
    await expect(cause).toHaveText(fact)
  await expect(cause.getByText(/^You, in /)).toBeVisible()
  await cause.getByRole('link', { name: 'Show all 50 requests' }).click()
  await expect(page.getByText('50 of 51')).toBeVisible()
  await page.getByRole('link', { name: /Errors/ }).click()
  await scim.post('/Users', aUser({ userName: 'tomas@example.com' }))
  await expect(cause).toHaveText(/Recovered\s*\d/)
  await expect(page.getByRole('link', { name: 'Errors', exact: true })).toBeVisible()
})

test('a bar of the density narrows the list to its time', async ({ page }) => {
  const { row, scim } = await openActivity(page)
  await scim.get('/Users')
  const density = page.getByRole('slider', { name: /1 request in the last hour/ })
  await expect(density).toBeVisible({ timeout: 10_000 })
  await density.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Time: /)).toBeVisible()
  await expect(row).toHaveCount(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByText('0 of 1').first()).toBeVisible()

  await page.getByRole('button', { name: 'Time shown above the list: last hour' }).click()
  await page.getByRole('menuitem', { name: 'last 30 days' }).click()
  await page.getByRole('link', { name: 'Learners' }).click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('slider', { name: /^1 request in the last 30 days/ })).toBeVisible()
})
