import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/rig/seed.ts'],
    // Whole commands run in these tests, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
