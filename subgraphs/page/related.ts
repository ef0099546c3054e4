import { and, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { within } from '../attached/places.ts'
import type { Db } from '../database.ts'
import { startAsking } from './asking.ts'
import { fixed, selectionFor } from './columns.ts'
import type { List } from './list.ts'
import { type Keyed, merged } from './merge.ts'
import { keyColumns, type Ordering, orderTerms } from './order.ts'

/** A row found for another record, with the column it was found by. */
export type Related<Row, Key = string> = Row & { readonly relatedBy: Key }

/** Rows of a list that belong to other records, in order, with no columns but those the fields asked for need. */
export async function findRelated<Row extends { id: string }, Key = string>(
  db: Db,
  list: List<Row>,
  fields: ReadonlySet<string>,
  { key, where, order }: { readonly key: PgColumn; readonly where: SQL; readonly order: Ordering },
): Promise<Related<Row, Key>[]> {
  const plain = list as unknown as List<never>
  const selection = sql`${selectionFor(plain, fields)}, ${fixed(key)} as "relatedBy"`
  const parts = await startAsking(db, plain, []).ask({}, async (place, isAlone) => {
    const selected = isAlone ? selection : sql.join([selection, ...keyColumns(order)], sql`, `)
    const rows = await place.reader.execute(sql`
      select ${selected} from ${fixed(list.table)}
      where ${and(where, within(place, list.table.library))} order by ${termsOf(order)}`)
    return rows as unknown as (Related<Row, Key> & Keyed)[]
  })
  return merged(parts, order, false)
}

function termsOf(order: Ordering): SQL {
  const terms = known.get(order) ?? fixed(sql.join(orderTerms(order, false), sql`, `))
  known.set(order, terms)
  return terms
}

const known = new WeakMap<Ordering, SQL>()
