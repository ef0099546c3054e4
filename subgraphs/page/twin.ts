import { getTableColumns, is, type SQL, type SQLChunk, SQL as Sql, sql } from 'drizzle-orm'
import { PgColumn } from 'drizzle-orm/pg-core'
import type { List, Order } from './list.ts'

const twins = new WeakMap<List<never>, List<never>>()

/** The same list over the restricted twin that its table has, with the same columns, filters, orders and facets. */
export function twinOf<Row>(list: List<Row>): List<Row> {
  const plain = list as unknown as List<never>
  const twin = twins.get(plain) ?? makeTwin(plain)
  twins.set(plain, twin)
  return twin as unknown as List<Row>
}

function makeTwin(list: List<never>): List<never> {
  const { restricted } = list
  if (!restricted) throw new TypeError(`The list ${list.name} names no restricted twin.`)
  return { ...movedTo(list, restricted), name: `${list.name}.restricted`, isTwin: true }
}

/** The same list over another table that has the columns of its own. */
export function movedTo(list: List<never>, table: List<never>['table']): List<never> {
  const own = new Map(Object.values(getTableColumns(list.table)).map((column) => [column.name, column]))
  const others = new Map(Object.values(getTableColumns(table)).map((column) => [column.name, column]))
  const moved = (column: PgColumn) => (own.get(column.name) === column ? others.get(column.name)! : column)
  return {
    ...list,
    table,
    columns: mapValues(list.columns as Readonly<Record<string, PgColumn>>, moved) as typeof list.columns,
    filters: mapValues(list.filters, (filter) => (value: never) => {
      const condition = filter(value)
      return condition && mapColumns(condition, moved)
    }),
    orders: mapValues(list.orders, (order): Order => {
      return { ...order, ASC: mapColumns(order.ASC, moved), DESC: mapColumns(order.DESC, moved) }
    }),
    facets: mapValues(list.facets, (facet) => ({ ...facet, column: moved(facet.column) })),
  }
}

function mapColumns(condition: SQL, moved: (column: PgColumn) => PgColumn): SQL {
  return sql.join(condition.queryChunks.map((chunk) => mapChunk(chunk, moved)))
}

function mapChunk(chunk: SQLChunk, moved: (column: PgColumn) => PgColumn): SQLChunk {
  if (is(chunk, PgColumn)) return moved(chunk)
  if (is(chunk, Sql)) return mapColumns(chunk, moved)
  return Array.isArray(chunk) ? chunk.map((part) => mapChunk(part, moved)) : chunk
}

function mapValues<From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]))
}
