// "No request yet" is a diagnosis: causes are forced, and the screen names each and mends what a click can mend
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'

/** In the place of ngrok's local API. */
async function fakeNgrok(): Promise<{ args: string[]; lead: (publicUrl: string, port: string) => void; stop: () => void }> {
  let tunnels: object[] = []
  const server: Server = createServer((_req, res) => void res.end(JSON.stringify({ tunnels })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A listener on a port has an address of this form.
  const { port } = server.address() as AddressInfo
  return {
    args: ['--ngrok-port', String(port), '--cloudflared-port', '1'],
    lead: (publicUrl, to) => {
      tunnels = [{ public_url: publicUrl, config: { addr: `http://localhost:${to}` } }]
    },
    stop: () => void server.close(),
  }
}

/** Step 3, a while after nothing came. */
async function waitInSilence(page: Page, provider: string): Promise<string> {
  const wizard = wizardOf(page)
  const { scimUrl } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider(provider)
  await wizard.open(3)
  await page.clock.fastForward('10:00')
  await expect(page.getByRole('button', { name: 'Go through all questions' })).toBeVisible()
  return scimUrl
}

test('silence is explained: localhost, the tunnel that is found, and what the check from outside saw', async ({ page }) => {
  const ngrok = await fakeNgrok()
  await page.clock.install()
  const service = await openConsole(page, undefined, ngrok.args)
  const scimPort = new URL(service.ready.scimUrl).port
  await waitInSilence(page, 'Microsoft Entra ID')
  const evidence = page.getByRole('region', { name: /has done/ })
  await expect(
    evidence.getByText(/A cloud identity provider cannot reach localhost: Entra ID calls from its cloud/),
  ).toBeVisible()

  const found = 'https://acme.ngrok-free.app'
  ngrok.lead(found, scimPort)
  await evidence.getByRole('button', { name: 'Go through all questions' }).click()
  const doctor = page.getByRole('dialog', { name: 'Troubleshooting' })
  await doctor.getByRole('button', { name: 'Look again' }).click()
  await expect(doctor.getByText(`The tunnel of ngrok leads here from ${found}, which is not set`)).toBeVisible()
  await checkAccessibility(page)
  await doctor
    .getByRole('button', { name: `Use ${found} as the public URL` })
    .first()
    .click()
  await expect(doctor.getByText(`The tunnel of ngrok runs and leads from ${found} to localhost:${scimPort}.`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert').getByText(/The SCIM URL has changed/)).toBeVisible()
  await expect(evidence.getByText(/Not checked yet since Rollcall started/)).toBeVisible()
  await checkAccessibility(page)
  ngrok.stop()
})

test('a check from outside proves that the address leads here, and is nobody’s request', async ({ page }) => {
  const service = await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(2)
  await wizard.chooseProvider('Another')
  await wizard.open(1)
  const own = new URL(service.ready.scimUrl).origin
  const field = page.getByRole('textbox', { name: 'Public URL' })
  const check = page.getByRole('button', { name: 'Check from outside' })
  const set = async (url: string) => {
    await field.fill(url)
    await page.getByRole('button', { name: 'Save' }).click()
    await check.click()
  }
  await set(own)
  await expect(page.getByText(/It answers\./)).toBeVisible()
  await expect(page.getByText('Nothing has reached this endpoint yet.')).toBeVisible()
  await set('http://127.0.0.1:1')
  await expect(page.getByText('127.0.0.1 exists, but nothing listens on its port 1.').first()).toBeVisible()
  await set(own.replace('http:', 'https:'))
  await expect(page.getByText(/does not speak TLS, though the public URL begins with https/).first()).toBeVisible()
  await set(new URL(service.ready.consoleUrl).origin)
  await expect(page.getByText(/Another service answers at|answers with a web page/).first()).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText('Rollcall checked itself from outside')).toBeVisible()
})
