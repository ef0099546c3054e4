import { defineConfig, mergeConfig } from 'vitest/config'
import daily from '../../vitest.config.ts'

/**
 * What takes minutes: not part of the default run. One file at a time, and every package as Node loads it, since many of
 * them measure.
 */
export default mergeConfig(
  { ...daily, test: { ...daily.test, include: [], exclude: [], server: {} } },
  defineConfig({
    test: {
      include: ['tests/slow/**/*.test.ts'],
      globalSetup: ['tests/slow/figures.ts'],
      maxWorkers: 1,
      testTimeout: 600_000,
    },
  }),
)
