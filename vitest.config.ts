import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Node resolves graphql to CommonJS; without this, tests would hold a second copy of it beside that of the libraries.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/slow/**'],
    globalSetup: ['tests/postgres.ts'],
    pool: 'forks',
    // Node reads the 180 kB of its package.json anew for every import between its files, 0.8 s of CPU for each test file.
    server: { deps: { inline: ['drizzle-orm'] } },
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
