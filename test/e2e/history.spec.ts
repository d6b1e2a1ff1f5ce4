import { expect, test } from '@playwright/test'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

test('one person is found by any name, and seen at any moment from the first look-up on', async ({ page }) => {
  await openConsole(page)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  const scim = createScimClient(scimUrl, token)
  await scim.get(`/Users?filter=${encodeURIComponent('userName eq "maya@example.com"')}`)
  const emails = [{ type: 'work', value: 'mail@example.com' }]
  const maya = await scim.post('/Users', aUser({ userName: 'maya@example.com', externalId: '00u1', emails, title: 'Engineer' }))
  const team = await scim.post('/Groups', aGroup({ members: [{ value: maya.id }] }))
  await scim.patch(`/Users/${maya.id}`, aPatch({ op: 'replace', path: 'title', value: 'Lead' }))
  await scim.post('/Users', aUser({ userName: 'MAYA@example.com' }))

  await page.getByRole('link', { name: 'Learners' }).click()
  const search = page.getByRole('searchbox', { name: 'Name, userName, e-mail or id' })
  for (const name of ['maya@example.com', '00u1', maya.id, 'mail@example.com']) {
    await search.fill(name)
    await expect(page.getByRole('row', { name: /Maya Lindqvist/ })).toBeVisible()
  }
  await expect(page.getByRole('link', { name: /^Last failure/ })).toBeVisible()
  await page.getByRole('link', { name: 'Maya Lindqvist' }).click()

  const history = page.getByRole('list', { name: 'History, newest first' })
  await expect(history.getByRole('listitem')).toHaveCount(5)
  const schema = page.getByRole('region', { name: 'User', exact: true })
  await expect(schema.getByText('Lead')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Platform Team', exact: true })).toBeVisible()

  await history
    .getByRole('button', { name: /created Maya Lindqvist/ })
    .first()
    .click()
  await expect(schema.getByText('Engineer')).toBeVisible()
  await expect(page.getByText('In no group.')).toBeVisible()
  await page.getByRole('slider', { name: 'Moment' }).press('ArrowLeft')
  await expect(page.getByText(/found nobody: the learner was not here yet/)).toBeVisible()
  await page.getByRole('slider', { name: 'Moment' }).press('End')
  await history.getByRole('button', { name: /^Compare with .*created Maya Lindqvist/ }).click()
  await expect(page.getByRole('list', { name: /^From .* to now/ }).getByRole('listitem')).toHaveText(/title.*Engineer.*Lead/)
  await checkAccessibility(page)

  await page.getByRole('link', { name: 'Platform Team', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Platform Team' })).toBeVisible()
  await expect(page).toHaveTitle(/^Platform Team · .+ · Rollcall$/)
  await expect(page.getByText(/Maya Lindqvist joined/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Members: 1' }).getByRole('link', { name: 'Maya Lindqvist' })).toBeVisible()
  await checkAccessibility(page)
  await scim.delete(`/Groups/${team.id}`)
  await expect(page.getByText('Maya Lindqvist left')).toBeVisible()
})
