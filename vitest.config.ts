import { defineConfig } from 'vitest/config'

const isCounted = process.env['ROLLCALL_TEST_REPORTS'] !== undefined

/** No test measures time; one that starts processes takes long on a machine that does other things too. In milliseconds. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    // The file is what the closing count of `npm test` is added up from.
    reporters: isCounted ? ['default', 'json'] : ['default'],
    outputFile: { json: 'test-results/unit.json' },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          testTimeout,
          setupFiles: ['test/support/propertySeed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/components/**', 'test/e2e/**'],
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          testTimeout,
          include: ['test/components/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
