import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Runs axe over the page as it stands, light and dark; a finding fails the test and says where it is. An open menu lies beside the page, so
 * that it is in none of its landmarks.
 */
export async function checkAccessibility(page: Page, { isMenuOpen = false } = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(axe)
    // The script above defines it in the page.
    const results = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
    const violations = results.violations.filter(({ id }) => !isMenuOpen || id !== 'region')
    const findings = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`,
    )
    expect(findings, `${page.url()} in ${colorScheme}`).toEqual([])
  }
}
