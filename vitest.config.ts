import { defineConfig } from 'vitest/config'

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/data/**']

export default defineConfig({
  test: {
    exclude: elsewhere,
    environment: 'node',
    maxWorkers: 2,
    projects: [
      {
        // Pure: no database, no browser. One process for all files, because a worker per file costs more than the tests.
        test: {
          name: 'unit',
          isolate: false,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/*.database.test.ts', 'tests/browser/**'],
        },
      },
      {
        // Each file has its own database, cloned from a migrated template.
        test: {
          name: 'database',
          include: ['**/*.database.test.ts'],
          globalSetup: ['tests/kit/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One after the other: a browser and a server fill a small machine.
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/kit/database-server.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
