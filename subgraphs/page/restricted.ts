import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import { nothingAttached } from '../attached/attached.ts'
import { anyOf, type Db, type Reader } from '../database.ts'
import type { SubgraphRequest } from '../define.ts'
import { mayEver, policy, reasons } from '../policy/policy.ts'
import { toldCells, toldCount } from '../small-cells.ts'
import { fixed, selectionFor, typeOf } from './columns.ts'
import type { List } from './list.ts'
import type { Tallies } from './tally.ts'
import { twinOf } from './twin.ts'

/** Restricted rows are shared conditionally, whatever they hold. */
const sharing = 'CONDITIONAL'

/**
 * Restricted records among these ids that the viewer may see. For a role that may never see any, nothing is looked up;
 * for the others a hidden record and an absent one take the same way.
 */
export async function findRestricted<Row extends { id: string }>(
  { db, viewer }: Pick<SubgraphRequest, 'db' | 'viewer'>,
  list: List<Row>,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<readonly Row[]> {
  if (ids.length === 0 || !list.restricted || !mayEver(viewer.role, sharing)) return []
  const twin = twinOf(list) as unknown as List<never>
  const { table } = twin
  const rows = await readerOf(db, typeOf(list)).execute(
    sql`select ${selectionFor(twin, fields)} from ${fixed(table)} where ${anyOf(table.id, ids)}`,
  )
  return rows as unknown as Row[]
}

/** What a question for restricted records is put to: the twin of the list, read as the viewer. Refused by role only. */
export function restrictedSide<Row>(
  list: List<Row>,
  { db, viewer, ...request }: Pick<SubgraphRequest, 'db' | 'viewer' | 'secret' | 'now'>,
) {
  if (!mayEver(viewer.role, sharing)) {
    throw new HubError('NOT_PERMITTED', `不能查询未公开的记录：${reasons[policy[viewer.role][sharing].otherwise]}`)
  }
  const own = { ...db, read: readerOf(db, typeOf(list)), attached: nothingAttached }
  return { list: twinOf(list), request: { ...request, viewer, db: own } }
}

/** Counts of restricted records as they may be told. */
export function withoutSmallCells({ total, facet }: Tallies) {
  return {
    total: async () => toldCount(await total()),
    facet: async (name: string) => {
      const { by, values } = await facet(name)
      return { by, values: toldCells(values) }
    },
  }
}

/** Reads tables as the viewer, and tells the audit of the rows and fields each statement finds, or that it counts. */
function readerOf(db: Db, object: string): Reader {
  // Sources are public; whatever else a list asks is a statement of its own.
  return Object.assign(Object.create(db.read), {
    execute: (statement: Parameters<Reader['execute']>[0]) =>
      db.restricted(
        async (tx) => tx.execute(statement),
        (rows) => {
          const [first] = rows
          if (first === undefined) return undefined
          if (!('id' in first)) return { object, fields: ['count'] }
          const fields = Object.keys(first).filter((name) => !/^key\d$/.test(name))
          return { object, ids: rows.map(({ id }) => String(id)), fields }
        },
      ),
  }) as Reader
}
