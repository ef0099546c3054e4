import DataLoader from 'dataloader'
import { getTableColumns } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type GraphQLSchema, isObjectType } from 'graphql'
import { anyOf, type Db } from './database.ts'
import { declared } from './policy/mask.ts'

/** A table under row security beside a record's own, with the same ids; columns are named as the fields they hold. */
export type Sidecar = PgTable & { readonly id: PgColumn }

/**
 * Reads fields with a class of their own from the sidecar of their type: one statement for all ids and fields asked for
 * at a time, as the viewer, with an event of what was seen. Throws TypeError when there is no column to read.
 */
export function resolveFromSidecars(
  subgraph: string,
  schema: GraphQLSchema,
  sidecars: Readonly<Record<string, Sidecar>>,
): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const table = sidecars[type.name]
    for (const field of Object.values(type.getFields())) {
      if ((declared(field) ?? 'UNCONDITIONAL') === 'UNCONDITIONAL') continue
      if (!table || !(field.name in getTableColumns(table))) {
        throw new TypeError(
          `Subgraph ${subgraph} shares ${type.name}.${field.name} by a class of its own, so it needs a column in a sidecar.`,
        )
      }
      field.resolve = ({ id }: { id: string }, _, context: Context) =>
        loaderFor(context, type.name, table).load({ id, field: field.name })
    }
  }
}

/** What it needs of a request. */
type Context = { readonly db: Db }
type Cell = { readonly id: string; readonly field: string }
type Loader = DataLoader<Cell, unknown, string>

const loaders = new WeakMap<Context, Map<string, Loader>>()

function loaderFor(context: Context, typeName: string, table: Sidecar): Loader {
  const ofRequest = loaders.get(context) ?? new Map<string, Loader>()
  loaders.set(context, ofRequest)
  const loader =
    ofRequest.get(typeName) ??
    new DataLoader((cells) => readCells(context, typeName, table, cells), {
      cacheKeyFn: ({ id, field }) => `${field} ${id}`,
    })
  ofRequest.set(typeName, loader)
  return loader
}

async function readCells({ db }: Context, typeName: string, table: Sidecar, cells: readonly Cell[]) {
  const ids = [...new Set(cells.map(({ id }) => id))]
  const fields = [...new Set(cells.map(({ field }) => field))].sort()
  const all: Readonly<Record<string, PgColumn>> = getTableColumns(table)
  const wanted = Object.fromEntries(['id', ...fields].map((name) => [name, all[name]!]))
  const rows = await db.restricted(
    async (tx) => tx.select(wanted).from(table).where(anyOf(table.id, ids)),
    (found) => ({ object: typeName, ids: found.map(({ id }) => String(id)), fields }),
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return cells.map(({ id, field }) => byId.get(id)?.[field] ?? null)
}
