import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../database.ts'
import { type Drift, readDrift } from './drift.ts'
import { registrar } from './store.ts'

const name = z.string().max(400)
const counts = z.record(name, z.number().int().min(0))
const watched = z.object({
  subgraph: z.string().max(64),
  /** Hours since 1970. */
  hour: z.number().int().min(0),
  /** ISO time since when the gateway has watched in that hour. */
  since: z.iso.datetime(),
  /** Of each minute: 0 not asked, 1 asked in vain, 2 answered. */
  minutes: z.string().regex(/^[012]{60}$/),
  asked: z.number().int().min(0),
  latency: z.array(z.number().int().min(0)).max(100).readonly(),
  failures: counts,
  fields: z.record(name, z.object({ asked: z.number().int().min(0), ms: z.number().min(0) })),
  clients: counts,
})

type WatchedHour = z.infer<typeof watched>

/** What a gateway reports of the hours it watched, checked. */
export const watchedShape = z.object({ gateway: z.string().max(64), hours: z.array(watched).max(1_000) })

/** Keeps what a gateway counted in these hours so far, in place of what it said of them before. */
export async function recordHealth(
  database: Pick<Database, 'write'>,
  gateway: string,
  hours: readonly WatchedHour[],
  now: Date = new Date(),
): Promise<void> {
  // Always in the same order, so that gateways wait for each other and never block.
  const ordered = hours.toSorted((a, b) => a.hour - b.hour || (a.subgraph < b.subgraph ? -1 : 1))
  await database.write(
    async (tx) => {
      for (const it of ordered) {
        await tx.execute(sql`
          insert into publishing.health (subgraph, hour, gateway, watched)
          values (${it.subgraph}, ${it.hour}, ${gateway}, ${JSON.stringify(it)}::json)
          on conflict (subgraph, hour, gateway) do update set watched = excluded.watched`)
      }
      await tx.execute(sql`delete from publishing.health where hour < ${oldestHour(now)}`)
    },
    { deadlineMs: 30_000 },
  )
}

/** What all gateways counted of a subgraph over the last 24 hours, and whether it runs what it published. */
export async function readHealth(
  database: Pick<Database, 'db'>,
  subgraph: string,
  now: Date = new Date(),
): Promise<{ readonly gateways: number; readonly hours: readonly WatchedHour[]; readonly drift: Drift | null }> {
  const { restricted } = database.db(registrar)
  return restricted(async (tx) => {
    const rows = await tx.execute(sql`
      select gateway, watched from publishing.health where subgraph = ${subgraph} and hour >= ${oldestHour(now)}
      order by hour, gateway`)
    return {
      gateways: new Set(rows.map(({ gateway }) => gateway)).size,
      hours: rows.map((row) => row.watched as WatchedHour),
      drift: await readDrift(tx, subgraph),
    }
  })
}

const oldestHour = (now: Date) => Math.floor(now.getTime() / 3_600_000) - 23
