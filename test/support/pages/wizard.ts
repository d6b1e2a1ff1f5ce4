import { expect, type Page } from '@playwright/test'

/**
 * Chooses from a menu, opened by a key: a press of the mouse that is released 200 ms later, as on a busy machine, takes what the menu
 * has put under the pointer meanwhile.
 */
export async function chooseFrom(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).press('Enter')
  await page.getByRole('option', { name, exact: true }).click()
}

/** The setup wizard, as a person works with it. */
export function wizardOf(page: Page) {
  const step = (number: number) => page.getByRole('tab', { name: new RegExp(`^Step ${number} of 5`) })
  return {
    open: async (number: number) => {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Setup/ }).click()
      await step(number).click()
    },
    /** By the button below, to the step that is named. */
    goOn: async (number: number) => {
      await page.getByRole('button', { name: 'Continue' }).click()
      await expect(step(number)).toHaveAttribute('aria-selected', 'true')
    },
    /** Every step's state in words: "Rehearsed", "Proven". */
    expectSteps: async (words: readonly string[]) => {
      for (const [index, word] of words.entries()) await expect(step(index + 1)).toHaveAccessibleName(new RegExp(`, ${word}$`))
    },
    chooseProvider: async (name: string) => {
      const choice = page.getByRole('radio', { name: new RegExp(`^${name}`) })
      await choice.click()
      await expect(choice).toBeChecked()
    },
    runSimulator: async (name: string) => {
      await chooseFrom(page, 'Acts as', name)
      await page.getByRole('button', { name: 'Run the simulator' }).click()
      await expect(page.getByText(`requests sent as ${name}. `)).toBeVisible({ timeout: 20_000 })
    },
    /** Makes the token and says that it is stored. @returns URL and token as they stand on the screen */
    takeCredentials: async () => {
      const scimUrl = await page.getByRole('group', { name: 'SCIM API URL' }).locator('code').innerText()
      await page.getByRole('button', { name: 'Generate token' }).click()
      const token = await page.getByRole('group', { name: 'Token', exact: true }).locator('code').innerText()
      await page.getByRole('button', { name: 'I have stored it' }).click()
      return { scimUrl, token }
    },
  }
}
