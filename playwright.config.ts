import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './test/support/chromium.ts'

// Nobody is there to close a message box: the shell reports on stderr and ends.
process.env['ROLLCALL_UNATTENDED'] = '1'

/** Each spec starts its own service on free ports with its own data folder, so nothing is started here. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // None of these is a target: a browser, a service and a simulator share two cores with the other worker.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What holds only the second time is told as flaky.
  retries: 1,
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  projects: [
    {
      name: 'browser',
      testIgnore: 'electron/**',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 }, launchOptions },
    },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
  ],
})
