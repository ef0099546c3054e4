import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGround } from '../../slow/faults/import-kills.ts'

let ground: Awaited<ReturnType<typeof openGround>>
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground?.close())

it('has a release whole or not at all, whoever is killed during an import', async () => {
  for (const [target, moment] of [
    ['importer', 150],
    ['server', 250],
    ['backend', 60],
  ] as const) {
    await ground.kill(target, moment)
  }
  expect(ground.reads()).toBeGreaterThan(0)
})
