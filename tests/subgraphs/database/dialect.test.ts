import { and, desc, eq, exists, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { dialect } from '../../../subgraphs/database/dialect.ts'
import { anyOf } from '../../../subgraphs/database.ts'
import { demands } from '../../../subgraphs/demand/tables.ts'

const statements: Readonly<Record<string, SQL>> = {
  'a page': sql`select ${demands.id}, (${demands.title})::text as ${sql.identifier('the "first" key')} from ${demands}
    where ${and(anyOf(demands.province, ['HUBEI', 'LIAONING']), or(gt(demands.intendedAmount, '500000'), eq(demands.id, 'hb-std-demand:1')))}
    order by ${sql.join([desc(demands.updatedOn), sql`${demands.id} asc`], sql`, `)} limit ${21}`,
  'values of every kind': sql`select ${null}, ${true}, ${undefined}, ${1.5}, ${sql.param({ 公告: '示例' }, demands.flags)}`,
  'what drizzle alone writes': sql`select ${exists(sql`select 1`)}, ${inArray(demands.id, ['a', 'b'])}, ${['a', 'b']}`,
  'a value that is a statement': sql`select ${sql.param('x', { mapToDriverValue: (value) => sql`lower(${value})` })}, ${2}`,
}

it.each(Object.entries(statements))('writes %s as drizzle does, with the same parameters', (_, statement) => {
  const { sql: text, params } = new PgDialect().sqlToQuery(statement)

  expect(dialect.sqlToQuery(statement)).toMatchObject({ sql: text, params })
})
