import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, type FreshDatabase, sampleDatabase } from '../../postgres.ts'

let data: FreshDatabase
beforeAll(async () => {
  data = await sampleDatabase()
})
afterAll(() => data?.drop())

it('leaves the planner knowing every list as soon as its libraries are in force', async () => {
  const tables = ['talent.talent', 'achievement.achievement', 'achievement.patent', 'demand.demand']
  for (const table of tables) {
    const [known] = await asOwner(
      data.url,
      `select reltuples > 0 as counted, (select count(*) > 0 from pg_stats s
        where format('%I.%I', s.schemaname, s.tablename) = '${table}' and s.attname = 'province') as described
      from pg_class where oid = '${table}'::regclass`,
    )
    expect({ table, ...known }).toEqual({ table, counted: true, described: true })
  }
})

it('spends nothing on statistics of JSON, which no plan asks for', async () => {
  const described = await asOwner(
    data.url,
    `select format('%s.%s.%s', schemaname, tablename, attname) as document
      from pg_stats join pg_attribute using (attname)
      where attrelid = format('%I.%I', schemaname, tablename)::regclass and atttypid = 'jsonb'::regtype
        and schemaname in ('demand', 'library', 'talent')`,
  )
  expect(described).toEqual([])
})

it('is for those who write, and nobody else', async () => {
  const [may] = await asOwner(
    data.url,
    `select has_function_privilege('lianku_writer', 'lianku.settle()', 'execute') as writer,
      has_function_privilege('lianku_public', 'lianku.settle()', 'execute') as public,
      has_function_privilege('lianku_reader', 'lianku.settle()', 'execute') as reader`,
  )
  expect(may).toEqual({ writer: true, public: false, reader: false })
})
