import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refreshLibrary } from '../../../subgraphs/attached/refresh.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { readFiles } from '../../../subgraphs/intake/read/read.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'

const sample = join(import.meta.dirname, '../../../samples/small/ln-talent/RC_XX.csv')
const today = '2024-01-15'

let province: FreshDatabase
beforeEach(async () => {
  province = await freshDatabase()
})
afterEach(() => province?.drop())

/** Puts the sample's rows into a table, as the province's own system has them. */
async function createTable(): Promise<void> {
  const rows: (readonly string[])[] = []
  for await (const event of readFiles([sample], { jsonRows: [] })) {
    if (event.type === 'rows') rows.push(...event.rows.map(({ cells }) => cells.map(String)))
  }
  const [title, header, ...data] = rows
  await asOwner(
    province.url,
    `create schema kj; create table kj.rc_xx (${header!.map((name) => `${name.toLowerCase()} text`).join(', ')}, primary key (rybh));
    comment on table kj.rc_xx is '${title!.join('')}'`,
  )
  const connection = openConnection({ url: province.url })
  try {
    const records = data.map((cells) => Object.fromEntries(header!.map((name, at) => [name.toLowerCase(), cells[at]])))
    await connection.send('insert into kj.rc_xx select * from jsonb_populate_recordset(null::kj.rc_xx, $1::jsonb)', [
      JSON.stringify(records),
    ])
  } finally {
    await connection.end()
  }
}

async function refresh(tables: readonly string[] = ['kj.rc_xx'], library = 'ln-talent') {
  const report = await refreshLibrary({ hub: province, sinks, library, tables, today })
  return report.libraries[0]!.release!
}

const records = `select jsonb_agg(jsonb_build_array(kind, local_id, record, flags, restricted) order by kind, local_id) as it
  from library.version where to_release is null`

describe('a library refreshed from a table', () => {
  it('has the records, flags and words that the same rows give as a file', async () => {
    await createTable()
    const release = await refresh()
    const other = await freshDatabase()
    try {
      const style = findStyle('ln-talent')
      const report = await importFiles({ database: other.database, sinks, style, files: [sample], today })
      const counts = ['read', 'inserted', 'refused', 'held', 'rows', 'state'] as const
      expect(counts.map((count) => release[count])).toEqual(counts.map((count) => report.libraries[0]!.release![count]))
      for (const question of [
        records,
        'select jsonb_agg(jsonb_build_array(id, name, sort_key, tokens::text) order by id) as it from talent.talent',
      ]) {
        expect(await asOwner(province.url, question)).toEqual(await asOwner(other.url, question))
      }
      const [row] = await asOwner(
        province.url,
        `select source ->> 'file' as file, source ->> 'synthetic' as synthetic from library.version limit 1`,
      )
      expect(row).toEqual({ file: 'kj.rc_xx', synthetic: 'true' })
    } finally {
      await other.drop()
    }
  })

  it('changes only what the table changed, and waits for a person when much of it is gone', async () => {
    await createTable()
    const first = await refresh()
    expect(await refresh()).toMatchObject({ unchanged: first.inserted, inserted: 0, changed: 0, removed: 0 })
    await asOwner(
      province.url,
      `update kj.rc_xx set zc = '副教授' where rybh = (select min(rybh) from kj.rc_xx where zc <> '副教授');
      delete from kj.rc_xx where rybh = (select max(rybh) from kj.rc_xx)`,
    )
    expect(await refresh()).toMatchObject({ changed: 1, removed: 1, state: 'IN_FORCE' })
    await asOwner(
      province.url,
      `delete from kj.rc_xx where rybh > (select percentile_disc(0.5) within group (order by rybh) from kj.rc_xx)`,
    )
    expect(await refresh()).toMatchObject({ state: 'HELD' })
  })

  it('reads dates, truths and lists as their columns have them', async () => {
    await createTable()
    await asOwner(
      province.url,
      `alter table kj.rc_xx alter column gxsj type date using '2023-11-30',
        alter column yjfx type text[] using '{激光增材制造,熔池监测}'`,
    )
    await refresh()
    const [row] = await asOwner(
      province.url,
      `select distinct updated_on as "updatedOn", research_directions as directions from talent.talent`,
    )
    expect(row).toEqual({ updatedOn: '2023-11-30', directions: ['激光增材制造', '熔池监测'] })
  })

  it('says what is missing', async () => {
    await createTable()
    await expect(refresh(['kj.nothing'])).rejects.toThrow('数据库中没有表或视图 kj.nothing')
    await expect(refresh([])).rejects.toThrow('数据库中没有表或视图 rc_xx；用 --table 指明，如 --table kj.rc_xx。')
    await expect(refresh(['kj.rc_xx', 'kj.rc_xx'])).rejects.toThrow(
      'ln-talent 有 1 张表，--table 应给出 1 次，收到 2 次。',
    )
    await expect(refresh([], 'hb-edu-talent')).rejects.toThrow('hb-edu-talent 的格式没有写明表名')
    await asOwner(province.url, 'alter table kj.rc_xx drop column xm')
    await expect(refresh()).rejects.toThrow('kj.rc_xx：缺少列 XM；')
  })
})
