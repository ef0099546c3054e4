import { getTableName, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyone, roles, type Viewer } from '#schema/viewer.ts'
import { type Guarded, guardedClasses, policyFunctions, readerPolicy } from '../../../subgraphs/policy/guard.ts'
import { policy } from '../../../subgraphs/policy/policy.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, sampleDatabase } from '../../postgres.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await sampleDatabase()
})
afterAll(() => fresh?.drop())

const guarded = subgraphs.flatMap((subgraph) => subgraph.guarded)
const schemas = subgraphs.map(({ name }) => `'${name}'`).join(', ')
/** What an office sent and was told: no record of the graph, and opened by the office's own key. */
const kept = ['library.intake']
const nameOf = ({ table }: Guarded) => `${getTableConfig(table).schema}.${getTableName(table)}`

/** Bodies of the functions, and expressions of the policies as the server has understood them. */
async function understood() {
  const functions = await asOwner(
    fresh.url,
    `select proname as name, prosrc as text from pg_proc
    where pronamespace = 'lianku'::regnamespace and proname like 'sees\\_%' order by 1`,
  )
  const policies = await asOwner(
    fresh.url,
    `select format('%I.%I', schemaname, tablename) as name, format('%s %s %s', cmd, roles, qual) as text
    from pg_policies where policyname = 'reader' and schemaname in (${schemas}) order by 1`,
  )
  return { functions, policies }
}

it('the migrations have made what the policy table says now', async () => {
  const before = await understood()
  expect(before.functions.map(({ name }) => name)).toEqual(guardedClasses.map((it) => `sees_${it.toLowerCase()}`))
  expect(before.policies.map(({ name }) => name)).toEqual([...guarded.map(nameOf), ...kept].toSorted())

  const policies = guarded.map((it) => `drop policy reader on ${nameOf(it)};\n${readerPolicy(it)}`)
  await asOwner(fresh.url, [policyFunctions(), ...policies].join('\n'))
  // What differs is a migration that is missing: the text of policyFunctions() or readerPolicy() belongs into a new one.
  expect(await understood()).toEqual(before)

  const { CONDITIONAL, ...others } = policy.EVALUATOR
  const without = { ...policy, EVALUATOR: { ...others, CONDITIONAL: { ...CONDITIONAL, when: [] } } }
  await asOwner(fresh.url, policyFunctions(without))
  expect((await understood()).functions).not.toEqual(before.functions)
  await asOwner(fresh.url, policyFunctions())
})

it('every table under row security in a subgraph is guarded, holds its owner to it too and is closed to the public login', async () => {
  const tables = await asOwner(
    fresh.url,
    `select oid::regclass::text as name, relforcerowsecurity as forced, has_table_privilege('lianku_public', oid, 'select') as public
    from pg_class where relrowsecurity and relnamespace::regnamespace::text in (${schemas}) order by 1`,
  )
  expect(tables).toEqual(
    [...guarded.map(nameOf), ...kept].toSorted().map((name) => ({ name, forced: true, public: false })),
  )
})

it('no viewer, and a viewer the policy names no role for, get no row of any of them', async () => {
  const count = guarded.map((it) => `(select count(*) from ${nameOf(it)})::int as "${nameOf(it)}"`).join(', ')
  const [all] = await asOwner(fresh.url, `select ${count}`)
  const held = Object.values(all!).reduce<number>((sum, rows) => sum + Number(rows), 0)
  expect(held).toBeGreaterThan(0)

  const none = Object.fromEntries(guarded.map((it) => [nameOf(it), 0]))
  const without = ['', "set local lianku.viewer = '';", `set local lianku.viewer = '{"role":"ADMIN"}';`]
  for (const context of without) {
    const [row] = await asOwner(fresh.url, `begin; set local role lianku_reader; ${context} select ${count}`)
    expect(row).toEqual(none)
  }
  const seen = async (viewer: Viewer) => {
    const [row] = await fresh.database.db(viewer).restricted((tx) => tx.execute(sql.raw(`select ${count}`)))
    return Object.values(row!).reduce<number>((sum, rows) => sum + Number(rows), 0)
  }
  // A role alone is a duty towards nothing in particular.
  const byRole = await Promise.all(roles.map(async (role) => [role, (await seen({ role })) > 0]))
  expect(await seen(anyone)).toBe(0)
  expect(Object.fromEntries(byRole)).toEqual({
    ...Object.fromEntries(roles.map((role) => [role, false])),
    OPERATOR: true,
    DATA_TEAM: true,
  })
})
