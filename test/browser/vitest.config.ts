import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/rig/build-sites.ts'],
    maxWorkers: '100%',
    // Browsers and checkers run in these tests, on machines that may be busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
