import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { achievementList, patentList } from '../../subgraphs/achievement/queries.ts'
import { demandList } from '../../subgraphs/demand/queries.ts'
import { challengeList, ledgerList } from '../../subgraphs/heilongjiang/queries.ts'
import { specialActionList } from '../../subgraphs/hubei/queries.ts'
import { agreementList, allianceList, fairList, instituteList, visitList } from '../../subgraphs/liaoning/queries.ts'
import { openLicenseList } from '../../subgraphs/licensing/queries.ts'
import { organizationList } from '../../subgraphs/organization/queries.ts'
import type { List } from '../../subgraphs/page/list.ts'
import { orderTerms, readOrder } from '../../subgraphs/page/order.ts'
import { talentList } from '../../subgraphs/talent/queries.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../postgres.ts'

let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

const provincial = [
  allianceList,
  fairList,
  agreementList,
  instituteList,
  visitList,
  challengeList,
  ledgerList,
  specialActionList,
]
const lists = [
  talentList,
  achievementList,
  patentList,
  openLicenseList,
  demandList,
  organizationList,
  ...provincial,
] as unknown as readonly List<never>[]
const orders = lists.flatMap((list) => [
  { list, name: list.name, orderBy: [], asked: 'nothing' },
  ...Object.keys(list.orders).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => ({
      list,
      name: list.name,
      orderBy: [{ field, direction }],
      asked: `${field} ${direction}`,
    })),
  ),
])

describe('a page', () => {
  it.each(orders)('of $name ordered by $asked is read from an index, forward and back', async ({ list, orderBy }) => {
    for (const backward of [false, true]) {
      const terms = orderTerms(readOrder(list, orderBy, undefined), backward)
      const query = sql`select id from ${list.table} order by ${sql.join(terms, sql`, `)} limit 21`
      // A small table is best read whole; without that choice, a sort of all rows shows that no index has the order.
      const [row] = await asOwner(
        fresh.url,
        `set enable_seqscan = off; set enable_bitmapscan = off; explain (format json) ${new PgDialect().sqlToQuery(query).sql}`,
      )
      const nodes = JSON.stringify(row)
        .match(/"Node Type": ?"[^"]+"/g)!
        .map((it) => it.split('"')[3])

      expect(nodes.filter((node) => node === 'Sort' || node === 'Seq Scan')).toEqual([])
      expect(nodes.some((node) => node?.startsWith('Index'))).toBe(true)
    }
  })
})
