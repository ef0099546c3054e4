import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { dialect } from '../database/dialect.ts'
import type { List } from './list.ts'

/** The graph's type of a list's rows, e.g. `Demand`. */
export function typeOf({ kind }: Pick<List<never>, 'kind'>): string {
  return `${kind[0]!.toUpperCase()}${kind.slice(1)}`
}

/** What a statement selects for the fields asked for: `column as "field"`, the id always with them. */
export function selectionFor(list: List<never>, fields: ReadonlySet<string>): SQL {
  const answers = known.get(list) ?? new WeakMap<ReadonlySet<string>, SQL>()
  known.set(list, answers)
  let selection = answers.get(fields)
  if (!selection) {
    const columns = Object.entries(columnsFor(list, fields)).map(
      ([name, column]) => sql`${column} as ${sql.identifier(name)}`,
    )
    selection = fixed(sql.join(columns, sql`, `))
    answers.set(fields, selection)
  }
  return selection
}

/** A part of statements that has no parameters, as text: a tenth of a request's time goes into building its statements. */
export function fixed(part: SQL | PgColumn | PgTable): SQL {
  let text = texts.get(part)
  if (!text) {
    text = sql.raw(dialect.sqlToQuery(sql`${part}`).sql)
    texts.set(part, text)
  }
  return text
}

const texts = new WeakMap<object, SQL>()
const known = new WeakMap<List<never>, WeakMap<ReadonlySet<string>, SQL>>()

/** A field reads the columns it `needs`, else the one of its own name; a field of neither kind may read any. */
function columnsFor({ columns, needs = {} }: List<never>, fields: ReadonlySet<string>): Record<string, PgColumn> {
  const all = columns as Readonly<Record<string, PgColumn>>
  const wanted = new Set(['id'])
  for (const field of fields) {
    if (field === '__typename') continue
    const read = needs[field] ?? (field in all ? [field] : undefined)
    if (!read) return all
    for (const name of read) wanted.add(name)
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)))
}
