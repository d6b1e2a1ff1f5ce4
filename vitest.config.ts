import { defineConfig } from 'vitest/config'

const isCounted = process.env['ROLLCALL_TEST_REPORTS'] !== undefined

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
          setupFiles: ['test/support/propertySeed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/components/**', 'test/e2e/**'],
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/components/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
