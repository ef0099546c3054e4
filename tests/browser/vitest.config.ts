import { defineConfig, mergeConfig } from 'vitest/config'
import daily from '../../vitest.config.ts'

/** What needs a browser on the machine: not part of the default run. */
export default mergeConfig(
  { ...daily, test: { ...daily.test, include: [], exclude: [], globalSetup: [] } },
  defineConfig({ test: { include: ['tests/browser/*.browser.ts'], testTimeout: 120_000 } }),
)
