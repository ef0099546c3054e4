import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachLibrary, detachLibrary } from '../../../subgraphs/attached/attach.ts'
import { forgetCredential, keepCredential, readCredentials } from '../../../subgraphs/attached/credentials.ts'
import { renewAttached } from '../../../subgraphs/attached/renew.ts'
import { listChanges } from '../../../subgraphs/intake/feed/changes.ts'
import { rollback } from '../../../subgraphs/intake/history.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { findLibrary } from '../../../subgraphs/libraries.ts'
import { sinks, subgraphs } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase, sampleDatabase } from '../../postgres.ts'
import { answer } from '../ask.ts'
import { guestAddress } from './guest.ts'
import { type AttachedHub, openAttachedHub } from './province.ts'

let hub: FreshDatabase
let province: FreshDatabase
let guest: string
let attached: AttachedHub
beforeAll(async () => {
  hub = await sampleDatabase()
  province = await sampleDatabase()
  guest = await guestAddress(province)
  attached = await openAttachedHub(hub)
})
afterAll(async () => {
  await attached?.close()
  for (const database of [hub, province]) await database?.drop()
})

const subgraph = (name: string) => subgraphs.find((it) => it.name === name)!

function attach(url: string, { library = 'ln-demand', replace = true } = {}) {
  const { database, url: hubUrl } = hub
  return attachLibrary({
    database,
    hubUrl,
    sinks,
    library,
    url,
    replace,
    keep: async () => undefined,
    adopted: attached.look,
  })
}

/** Objections to the province while a change of its owner stands. */
async function objections(change: string, undo: string): Promise<string> {
  await asOwner(province.url, change)
  try {
    return await attach(guest).then(
      () => 'none',
      (error) => error.message,
    )
  } finally {
    await asOwner(province.url, undo)
  }
}

describe('a database that is to be attached', () => {
  it('is refused with a login that may do more than read', async () => {
    await expect(attach(province.url)).rejects.toThrow('登录的权限过大：SUPERUSER')
    const other = new URL(guest)
    other.username = `lianku_test_${randomBytes(6).toString('hex')}`
    await asOwner(
      province.url,
      `create role ${other.username} login password '${decodeURIComponent(other.password)}' in role lianku_public, lianku_writer`,
    )
    await expect(attach(other.href)).rejects.toThrow('登录属于其他角色：lianku_writer')
    await asOwner(province.url, `drop role ${other.username}`)
    const writes = ['insert on talent.talent to lianku_guest', 'insert on talent.talent from lianku_guest']
    expect(await objections(`grant ${writes[0]}`, `revoke ${writes[1]}`)).toContain('登录可以写入：talent.talent')
    const creates = ['create on schema talent to lianku_guest', 'create on schema talent from lianku_guest']
    expect(await objections(`grant ${creates[0]}`, `revoke ${creates[1]}`)).toContain('登录可以写入：模式 talent')
  })

  it('is refused when the login sees tables of the province, or restricted ones', async () => {
    const own =
      'create schema kj; create table kj.rc_xx (sfzh text); grant usage on schema kj to public; grant select on kj.rc_xx to public'
    expect(await objections(own, 'drop schema kj cascade')).toContain('登录可以读到平台以外的表：kj.rc_xx')
    expect(
      await objections(
        'grant select on talent.personal to lianku_guest',
        'revoke select on talent.personal from lianku_guest',
      ),
    ).toContain('登录可以读到平台以外的表：talent.personal')
  })

  it('is refused when its tables are of another version or another shape', async () => {
    expect(
      await objections(
        `update lianku.migration set hash = 'other' || hash where name = 'talent/0001_talent.sql'`,
        `update lianku.migration set hash = substr(hash, 6) where name = 'talent/0001_talent.sql'`,
      ),
    ).toContain('平台的表是旧版本，缺少 talent/0001_talent.sql；请在该处用与平台相同的版本重新运行 lianku prepare。')
    expect(
      await objections(
        'alter table demand.demand rename column deadline to due',
        'alter table demand.demand rename column due to deadline',
      ),
    ).toContain('表 demand.demand 的列 deadline 应为 text C，实际为 没有这一列。')
    expect(
      await objections(
        'revoke select on demand.demand from lianku_public',
        'grant select on demand.demand to lianku_public',
      ),
    ).toContain('缺少表 demand.demand，或登录无权读取。')
  })

  it('is refused when it does not answer, without a word of the login', async () => {
    const nobody = new URL(guest)
    nobody.port = '1'
    const refused = await attach(nobody.href).catch((error) => error.message)
    expect(refused).toMatch(/^无法进入 127\.0\.0\.1:1 的数据库：/)
    expect(refused).not.toContain(nobody.password)
    await expect(attach('mysql://127.0.0.1/x')).rejects.toThrow('数据库地址应形如')
  })

  it('is refused when nothing was put in force there', async () => {
    const empty = await freshDatabase()
    try {
      const url = new URL(guest)
      url.pathname = new URL(empty.url).pathname
      await expect(attach(url.href)).rejects.toThrow(
        '这里还没有 ln-demand 的批次；请先在该处运行 lianku refresh ln-demand。',
      )
    } finally {
      await empty.drop()
    }
  })

  it('is not attached beside rows of the hub itself unless these are given up', async () => {
    await expect(attach(guest, { replace: false })).rejects.toThrow(/^平台自己还存有 ln-demand 的 \d+ 条记录；/)
  })
})

describe('a library', () => {
  const demands = () =>
    answer(
      attached.database,
      subgraph('demand'),
      '{ demands(first: 100, filter: {library: ["ln-demand"]}) { nodes { id title } totalCount } }',
    )
  const quality = () =>
    answer(
      attached.database,
      subgraph('library'),
      '{ library(id: "ln-demand") { rows asOf releases { id rows } quality { doubts } } }',
    )

  it('is shown from its own database while attached, takes no files, and comes back by rollback', async () => {
    const [before, told] = [await demands(), await quality()]
    await attached.attach('ln-demand', guest)
    await attached.look()
    const own = await asOwner(
      hub.url,
      `select (select count(*) from demand.demand where library = 'ln-demand')::int as rows`,
    )
    expect(own).toEqual([{ rows: 0 }])
    expect(await demands()).toEqual(before)
    expect(await quality()).toEqual(told)
    const files = [join(import.meta.dirname, '../../../samples/small/ln-demand/XQ_JSXX.csv')]
    const { database } = hub
    await expect(
      importFiles({ database, sinks, style: findStyle('ln-demand'), files, today: '2024-01-15' }),
    ).rejects.toThrow('ln-demand 已附接，记录在本省的数据库中；要由平台接收，请先用 lianku detach 解除附接。')
    await expect(rollback({ database, sinks, library: 'ln-demand', release: '1' })).rejects.toThrow('ln-demand 已附接')
    // Whoever harvests it here would take its records for gone.
    const harvested = listChanges(database, sinks, findLibrary('ln-demand')!, { since: undefined, limit: 10 })
    await expect(harvested).rejects.toThrow('ln-demand 已附接，记录在本省的数据库中；请向本省的平台收割。')

    expect(await detachLibrary({ database, sinks }, 'ln-demand')).toBe(true)
    await attached.look()
    expect(await demands()).toEqual({ nodes: [], totalCount: 0 })
    await rollback({ database, sinks, library: 'ln-demand', release: '1' })
    expect(await demands()).toEqual(before)
    expect(await detachLibrary({ database, sinks }, 'ln-demand')).toBe(false)
  })

  it('has its records in one place at every moment of being attached', async () => {
    const counts = async () => {
      const { nodes, totalCount } = await demands()
      const facets = await answer(
        attached.database,
        subgraph('demand'),
        '{ demands { totalCount facets(by: [LIBRARY]) { values { code count } } } }',
      )
      return [nodes.length, totalCount, facets]
    }
    const before = await counts()
    const during: unknown[] = []
    const { database, url: hubUrl } = hub
    const adopted = async () => {
      // A process that has not looked yet, then one that has, while the hub still holds the records.
      during.push(await counts())
      await attached.look()
      during.push(await counts())
    }
    await attached.attach('ln-demand', guest)
    await attached.look()
    during.push(await counts())
    await detachLibrary({ database, sinks }, 'ln-demand')
    await attached.look()
    await rollback({ database, sinks, library: 'ln-demand', release: '1' })
    await attachLibrary({
      database,
      hubUrl,
      sinks,
      library: 'ln-demand',
      url: guest,
      replace: true,
      keep: async () => undefined,
      adopted,
    })
    await attached.look()
    during.push(await counts())
    expect(during).toEqual([before, before, before, before])
    await detachLibrary({ database, sinks }, 'ln-demand')
    await attached.look()
    await rollback({ database, sinks, library: 'ln-demand', release: '1' })
  })

  it('keeps its organizations in the graph, and follows what its province changes', async () => {
    const organizations = () =>
      answer(
        attached.database,
        subgraph('organization'),
        '{ organizations(first: 100) { nodes { id name contributors { id } } totalCount } }',
      )
    const before = await organizations()
    await attached.attach('ln-demand', guest)
    await attached.look()
    expect(await organizations()).toEqual(before)
    const [only] = await asOwner(
      hub.url,
      `
      select id from organization.contribution group by id having array_agg(library) = '{ln-demand}' order by id limit 1`,
    )
    const node = `{ node(id: "${only!.id}") { __typename id } }`
    expect(await answer(attached.database, subgraph('library'), node)).toEqual({
      __typename: 'Organization',
      id: only!.id,
    })

    // The province renames it and puts a release in force, as its refresh does.
    await asOwner(
      province.url,
      `
      update organization.contribution set record = jsonb_set(record, '{fields,name}', '"沈阳示例改名公司"')
        where library = 'ln-demand' and id = '${only!.id}';
      update library.release set state = 'SUPERSEDED' where library = 'ln-demand';
      insert into library.release select (jsonb_populate_record(r, '{"id": "ln-demand@9", "number": 9, "state": "IN_FORCE"}')).*
        from library.release r where library = 'ln-demand' limit 1`,
    )
    const credentials = async () => new Map([['ln-demand', guest]])
    await renewAttached({ database: hub.database, credentials, sinks })
    const renamed = `{ organizations(first: 1, search: "沈阳示例改名公司") { nodes { id } } }`
    expect(await answer(attached.database, subgraph('organization'), renamed)).toEqual({ nodes: [{ id: only!.id }] })
  })
})

describe('the address of an attached database', () => {
  it('is kept in a file for its owner alone, and ATTACHED comes before it', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lianku-credentials-'))
    try {
      const none = { dataDir, attached: new Map<string, string>() }
      expect(await readCredentials(none)).toEqual(new Map())
      await keepCredential(dataDir, 'ln-demand', 'postgres://a:b@h/one')
      await keepCredential(dataDir, 'ln-talent', 'postgres://a:b@h/two')
      expect((await stat(join(dataDir, 'attached.json'))).mode & 0o777).toBe(0o600)
      const variable = new Map([['ln-talent', 'postgres://a:b@h/three']])
      expect(await readCredentials({ dataDir, attached: variable })).toEqual(
        new Map([
          ['ln-demand', 'postgres://a:b@h/one'],
          ['ln-talent', 'postgres://a:b@h/three'],
        ]),
      )
      await forgetCredential(dataDir, 'ln-demand')
      expect(JSON.parse(await readFile(join(dataDir, 'attached.json'), 'utf8'))).toEqual({
        'ln-talent': 'postgres://a:b@h/two',
      })
    } finally {
      await rm(dataDir, { recursive: true })
    }
  })

  it('is not in the hub’s database', async () => {
    const { password } = new URL(guest)
    const tables = await asOwner(
      hub.url,
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables) {
      const found = await asOwner(
        hub.url,
        `select count(*)::int as n from ${name} t where t::text like '%${password}%'`,
      )
      expect([name, found[0]!.n]).toEqual([name, 0])
    }
  })
})
