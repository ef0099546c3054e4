import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { Change } from './diff/api.ts'

/** A client whose operation would no longer be right, or no longer be answered as it was. */
export interface Breakage {
  readonly coordinate: string
  readonly client: string
  readonly version: string
  /** Name of the operation, or the beginning of its hash where it has none. */
  readonly operation: string
  /** Times in the time that is kept. */
  readonly count: number
  readonly lastUsed: string
}

/** Who uses what these changes break. What nobody uses may go. */
export async function brokenBy(reader: Reader, changes: readonly Change[]): Promise<readonly Breakage[]> {
  const concerned = new Map(
    changes.filter(({ level }) => level === 'BREAKING').map(({ concerns, coordinate }) => [concerns, coordinate]),
  )
  if (concerned.size === 0) return []
  const rows = await reader.execute(sql`
    select used.coordinate, client, version, coalesce(operation.name, left(operation.hash, 12)) as operation,
      sum(count)::int as count, max(day)::text as "lastUsed"
    from unnest(${sql.param([...concerned.keys()])}::text[]) used(coordinate)
    join publishing.operation on operation.coordinates @> array[used.coordinate]
    join publishing.use on use.operation = operation.hash
    group by used.coordinate, client, version, operation.name, operation.hash
    order by count desc, client, version, used.coordinate`)
  return rows.map((row) => ({ ...(row as unknown as Breakage), coordinate: concerned.get(String(row.coordinate))! }))
}
