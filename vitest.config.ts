import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', 'test/browser/**'],
    globalSetup: ['test/rig/temporary-files.ts'],
    setupFiles: ['test/rig/seed.ts'],
    // What the tests import takes longer to load than most of them take; none of them leaves anything behind in a module.
    isolate: false,
    // Vitest would leave one core to others; half of the tests wait for processes of their own anyway.
    maxWorkers: '100%',
    // Whole commands run in these tests, on machines that may be busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
