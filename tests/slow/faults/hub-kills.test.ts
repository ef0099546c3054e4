import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueKey } from '../../../subgraphs/access/keys.ts'
import { openDatabase } from '../../../subgraphs/database.ts'
import { secret } from '../../postgres.ts'
import { figure } from '../figures.ts'
import { type RunningHub, startHub } from './hub.ts'
import { moments, openGround } from './import-kills.ts'
import { inForce, whole, writeVersion } from './versions.ts'

const kills = Number(process.env.HUB_KILLS ?? 70)
const seed = Number(process.env.SEED ?? 20_240_301)

let ground: Awaited<ReturnType<typeof openGround>>
let key: string
let hub: RunningHub | undefined
beforeAll(async () => {
  ground = await openGround()
  const database = await openDatabase({ url: ground.url, secret })
  key = (await issueKey(database, 'LIBRARY', 'hl-demand')).text
  await database.close()
})
afterAll(async () => {
  await hub?.kill()
  await ground?.close()
})

function start(): Promise<RunningHub> {
  return startHub(ground.url, { DATA_DIR: join(ground.folder, 'hub') })
}

/** Hands a version in; undefined when the connection ended before the answer. */
async function handIn(version: number): Promise<string | undefined> {
  const address = new URL(`/libraries/hl-demand/intakes?file=${encodeURIComponent('需求库.csv')}`, hub!.url)
  const body = await readFile(await writeVersion(ground.folder, version))
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'text/csv',
    'idempotency-key': `version-${version}`,
  }
  const response = await fetch(address, { method: 'POST', headers, body }).catch(() => undefined)
  if (!response) return undefined
  expect({ status: response.status, version }).toEqual({ status: 202, version })
  return new URL(response.headers.get('location')!, hub!.url).pathname
}

async function finished(path: string): Promise<string> {
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; await pause(50)) {
    const response = await fetch(new URL(path, hub!.url), { headers: { authorization: `Bearer ${key}` } })
    const { state } = (await response.json()) as { state: string }
    if (state !== 'QUEUED' && state !== 'RUNNING') return state
  }
  return 'STUCK'
}

it('finishes once and whole what it accepted before it was killed', { timeout: 3_600_000 }, async () => {
  const moment = moments(seed, 2000)
  let done = 0
  let answered = 0
  try {
    for (; done < kills; done++) {
      const version = done + 1
      hub ??= await start()
      const handing = handIn(version)
      await pause(moment.next().value)
      await hub.kill()
      const before = await handing
      if (before) answered++
      hub = await start()
      // Whoever got no answer hands the same in again, under the same key.
      expect(await finished(before ?? (await handIn(version))!)).toBe('DONE')
      expect(await inForce(ground.url)).toEqual(whole(version, version))
      expect(ground.broken()).toEqual([])
    }
  } finally {
    figure(
      'R4 kills of the hub during an intake over HTTP',
      `${kills} kills: accepted lost 0, doubled 0, half visible 0, stuck 0 after 60 s`,
      `${done} kills, ${answered} of them after the answer; seed ${seed}`,
      done === kills,
    )
  }
})
