import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../database.ts'

/** Days that what clients used is remembered. */
export const keptDays = 90

const text = z.string().max(100)
const use = z.object({
  operation: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(200).optional(),
  coordinates: z.array(z.string().max(400)).max(5_000),
  client: text,
  version: text,
  count: z.number().int().min(1),
})

type Use = Readonly<Omit<z.infer<typeof use>, 'coordinates' | 'name'>> & {
  readonly name?: string | undefined
  readonly coordinates: readonly string[]
}

/** What a gateway reports, checked. */
export const usesShape = z.array(use).max(10_000)

/** Adds what a gateway counted to what is known of today, and forgets what is too old. */
export async function recordUsage(
  database: Pick<Database, 'write'>,
  uses: readonly Use[],
  now: Date = new Date(),
): Promise<void> {
  if (uses.length === 0) return
  const day = now.toISOString().slice(0, 10)
  // Gateways report the same operations at once: always in the same order, so that they wait and never block.
  const ordered = uses.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await database.write(
    async (tx) => {
      for (const { operation, name, coordinates } of ordered.filter(isFirst)) {
        await tx.execute(sql`
          insert into publishing.operation as known (hash, name, coordinates)
          values (${operation}, ${name ?? null}, ${sql.param(coordinates)}::text[])
          on conflict (hash) do update set coordinates =
            array(select distinct unnest(known.coordinates || excluded.coordinates) order by 1)
          where not known.coordinates @> excluded.coordinates`)
      }
      for (const { operation, client, version, count } of ordered) {
        await tx.execute(sql`
          insert into publishing.use as known (day, operation, client, version, count)
          values (${day}, ${operation}, ${stored(client)}, ${stored(version)}, ${count})
          on conflict (day, operation, client, version) do update set count = known.count + excluded.count`)
      }
      await tx.execute(sql`delete from publishing.use where day < ${day}::date - ${keptDays}::int`)
      await tx.execute(sql`
        delete from publishing.operation where not exists (select from publishing.use where use.operation = hash)`)
    },
    { deadlineMs: 30_000 },
  )
}

function isFirst({ operation }: { operation: string }, at: number, all: readonly { operation: string }[]): boolean {
  return at === 0 || all[at - 1]!.operation !== operation
}

function keyOf({ operation, client, version }: Pick<z.infer<typeof use>, 'operation' | 'client' | 'version'>): string {
  return `${operation} ${client} ${version}`
}

/** PostgreSQL keeps neither NUL nor half a character. */
function stored(given: string): string {
  return given.replaceAll('\0', '').toWellFormed()
}
