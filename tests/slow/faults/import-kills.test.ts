import { afterAll, beforeAll, describe, it } from 'vitest'
import { figure } from '../figures.ts'
import { moments, openGround, type Target } from './import-kills.ts'

const kills = Number(process.env.KILLS ?? 70)
const seed = Number(process.env.SEED ?? 20_240_301)

let ground: Awaited<ReturnType<typeof openGround>>
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground?.close())

describe('kill -9 at random moments of an import leaves every acknowledged release whole and nothing besides', () => {
  const moment = moments(seed, 900)
  const targets: [target: Target, share: number][] = [
    ['importer', 1],
    ['server', 1],
    ['backend', 1],
  ]
  it.each(targets)('of the %s', { timeout: 3_600_000 }, async (target, share) => {
    const goal = Math.round(kills * share)
    let done = 0
    try {
      for (; done < goal; done++) await ground.kill(target, moment.next().value)
    } finally {
      figure(
        `R4 kills of the ${target} during an import`,
        `${goal} kills: acknowledged lost 0, doubled 0, half visible 0, stuck 0 after 60 s`,
        `${done} kills, ${ground.reads()} reads meanwhile, none of them half a version; seed ${seed}`,
        done === goal,
      )
    }
  })
})
