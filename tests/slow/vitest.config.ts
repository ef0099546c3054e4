import { defineConfig, mergeConfig } from 'vitest/config'
import daily from '../../vitest.config.ts'

/** What takes minutes: not part of the default run. */
export default mergeConfig(
  { ...daily, test: { ...daily.test, include: [], exclude: [], globalSetup: [] } },
  defineConfig({ test: { include: ['tests/slow/**/*.test.ts'], testTimeout: 600_000 } }),
)
