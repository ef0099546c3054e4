import { createServer, connect as openSocket, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { integer, pgSchema, text } from 'drizzle-orm/pg-core'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { rolePassword } from '../../subgraphs/database/roles.ts'
import { anyOf, type Database, openDatabase } from '../../subgraphs/database.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../postgres.ts'

const talents = pgSchema('trial').table('talent', { id: text().primaryKey(), name: text().notNull() })
const rows = pgSchema('trial').table('row', { batch: integer().notNull(), step: integer().notNull() })
const hubei: Viewer = { role: 'PUBLIC', province: 'HUBEI' }

let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = fresh.database
  await asOwner(
    fresh.url,
    `create schema trial;
    grant usage on schema trial to lianku_public, lianku_reader, lianku_writer;
    create table trial.talent (id text collate "C" primary key, name text not null);
    grant select on trial.talent to lianku_public, lianku_reader;
    grant select, insert, update, delete on trial.talent to lianku_writer;
    insert into trial.talent values ('hb-edu-talent:1', '王芳'), ('hl-talent:2', '李娜'), ('ln-talent:3', '张伟');
    create table trial.contact (id text primary key, province text not null, phone text not null);
    alter table trial.contact enable row level security, force row level security;
    grant select on trial.contact to lianku_reader;
    grant select, insert, update, delete on trial.contact to lianku_writer;
    create policy reader on trial.contact for select to lianku_reader
      using (province = lianku.viewer() ->> 'province');
    create policy writer on trial.contact for all to lianku_writer using (true) with check (true);
    set role lianku_writer;
    insert into trial.contact values ('1', 'HUBEI', '027-00000000'), ('2', 'LIAONING', '024-00000000');
    reset role;
    create table trial.row (batch int not null, step int not null check (step < 100));
    grant select, insert on trial.row to lianku_writer;`,
  )
})
afterAll(() => fresh.drop())

const rowsOf = (batch: number) => asOwner(fresh.url, `select step from trial.row where batch = ${batch} order by step`)
const ownPid = sql`select pg_backend_pid() as pid`

describe('public reads', () => {
  it('see public tables and nothing else', async () => {
    const { read } = database.db(anyone)
    const refused = [
      'select * from trial.contact',
      "insert into trial.talent values ('4', '赵敏')",
      'create table trial.t ()',
    ]
    const codes = refused.map((statement) => read.execute(sql.raw(statement)).then(String, (error) => error.code))
    expect(
      await read
        .select()
        .from(talents)
        .where(anyOf(talents.id, ['hl-talent:2', 'ln-talent:3'])),
    ).toEqual([
      { id: 'hl-talent:2', name: '李娜' },
      { id: 'ln-talent:3', name: '张伟' },
    ])
    expect(await Promise.all(codes)).toEqual(['42501', '42501', '42501'])
  })

  it('give numbers where they are exact, and text where a number or a time zone would be invented', async () => {
    const [row] = await database.db(anyone).read.execute(sql`
      select 42::int8 as count, 9007199254740993 as beyond, 500000.00 as amount, '{"等级": [1, "二"]}'::jsonb as json,
        '2023-05-01'::date as day, '2023-05-01 08:00+08'::timestamptz as instant, array['武汉', null, '“沈阳”, {x}'] as cities,
        array[1, 2]::int8[] as counts, array['{"a": 1}'::jsonb] as list`)
    expect(row).toEqual({
      count: 42,
      beyond: '9007199254740993',
      amount: '500000.00',
      json: { 等级: [1, '二'] },
      day: '2023-05-01',
      instant: '2023-05-01 00:00:00+00',
      cities: ['武汉', null, '“沈阳”, {x}'],
      counts: [1, 2],
      list: [{ a: 1 }],
    })
  })

  it('prepare a statement once however often and with however many keys it is sent', async () => {
    const single = await openDatabase({ url: fresh.url, secret, max: 1 })
    const { read } = single.db(anyone)
    for (const ids of [['a'], ['a', 'b'], []]) await read.select().from(talents).where(anyOf(talents.id, ids))
    const prepared = sql`select count(*)::int as count from pg_prepared_statements where statement like 'select "id"%'`
    expect([...(await read.execute(prepared))]).toEqual([{ count: 1 }])
    await single.close()
  })

  it('do not pile up prepared statements when every query is different', async () => {
    const single = await openDatabase({ url: fresh.url, secret, max: 1 })
    const { read } = single.db(anyone)
    for (let column = 0; column < 700; column++) await read.execute(sql.raw(`select ${column} as c${column}`))
    const [prepared] = await read.execute<{ count: number }>(sql`select count(*) as count from pg_prepared_statements`)
    expect(prepared?.count).toBeLessThanOrEqual(501)
    await single.close()
  })

  it('give any text, list of texts and json back as it was', async () => {
    const { read } = database.db(anyone)
    const plain = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0') && value.isWellFormed())
    const record = fc.record({
      text: plain,
      list: fc.array(plain),
      json: fc.dictionary(plain, plain, { noNullPrototype: true }),
    })
    await fc.assert(
      fc.asyncProperty(record, async ({ text, list, json }) => {
        const [row] = await read.execute(
          sql`select ${text}::text as text, ${sql.param(list)}::text[] as list, ${sql.param(json)}::jsonb as json`,
        )
        expect(row).toEqual({ text, list, json })
      }),
    )
  })
})

describe('text that no database can hold', () => {
  it('is refused as such, in a text, a list of texts and json', async () => {
    const read = (statement: SQL) => database.db(anyone).read.execute(statement)
    const refused = { extensions: { code: 'BAD_VALUE' }, message: '文字中不能有 NUL 字符（U+0000）。' }
    await expect(read(sql`select ${'a\0'}::text`)).rejects.toMatchObject(refused)
    await expect(read(sql`select ${sql.param(['a', '\0'])}::text[]`)).rejects.toMatchObject(refused)
    await expect(read(sql`select ${JSON.stringify('a\0')}::jsonb`)).rejects.toMatchObject(refused)
  })
})

describe('restricted reads', () => {
  const contacts = sql`select id from trial.contact`
  const phones = (viewer: Viewer) => database.db(viewer).restricted(async (tx) => [...(await tx.execute(contacts))])

  it('show a viewer the rows meant for it, and no rows to one without a province', async () => {
    expect([await phones(hubei), await phones(anyone)]).toEqual([[{ id: '1' }], []])
  })

  it('write nothing', async () => {
    const inserting = database.db(hubei).restricted((tx) => tx.execute(sql`insert into trial.contact values ('3')`))
    await expect(inserting).rejects.toMatchObject({ code: '25006' })
  })

  it('leave no viewer behind on a shared connection', async () => {
    const single = await openDatabase({ url: fresh.url, secret, max: 1, readMs: 60_000 })
    const provinces = Array.from({ length: 1000 }, (_, i) => ['HUBEI', 'LIAONING', undefined][i % 3])
    const seen = await Promise.all(
      provinces.map((province) =>
        single.db({ role: 'PUBLIC', province } as Viewer).restricted(async (tx) => [...(await tx.execute(contacts))]),
      ),
    )
    const expected = { HUBEI: [{ id: '1' }], LIAONING: [{ id: '2' }] } as Record<string, unknown>
    expect(seen).toEqual(provinces.map((province) => expected[String(province)] ?? []))
    await single.close()
  })
})

describe('write', () => {
  it('commits everything or nothing', async () => {
    await database.write((tx) => tx.insert(rows).values({ batch: 1, step: 1 }))
    const failing = database.write(async (tx) => {
      await tx.insert(rows).values({ batch: 1, step: 2 })
      throw new RangeError('不合格的批次')
    })
    await expect(failing).rejects.toThrow('不合格的批次')
    expect(await rowsOf(1)).toEqual([{ step: 1 }])
  })

  it('does not pretend to have committed what a caught error undid', async () => {
    const swallowing = database.write(async (tx) => {
      await tx.insert(rows).values({ batch: 2, step: 1 })
      await tx
        .insert(rows)
        .values({ batch: 2, step: 100 })
        .catch(() => undefined)
    })
    await expect(swallowing).rejects.toMatchObject({ code: '23514' })
    expect(await rowsOf(2)).toEqual([])
  })

  it('refuses a statement that comes after its end', async () => {
    const late = await database.write(async (tx) => ({ send: () => tx.insert(rows).values({ batch: 3, step: 1 }) }))
    await expect(late.send()).rejects.toThrow('This unit of work is over; await every statement inside it.')
    expect(await rowsOf(3)).toEqual([])
  })

  it('copies rows in, and none of them when the source breaks off', async () => {
    const copy = 'copy trial.row from stdin'
    async function* broken() {
      yield '5\t1\n'
      throw new RangeError('文件在第 2 行中断')
    }
    await database.write((_, copyIn) => copyIn(copy, ['4\t1\n4\t', Buffer.from('2\n')]))
    const refused = database.write((_, copyIn) => copyIn(copy, ['5\t1\n5\t100\n']))
    await expect(refused).rejects.toMatchObject({ code: '23514' })
    await expect(database.write((_, copyIn) => copyIn(copy, broken()))).rejects.toThrow('文件在第 2 行中断')
    expect([await rowsOf(4), await rowsOf(5)]).toEqual([[{ step: 1 }, { step: 2 }], []])
    expect(await database.write(async (tx) => (await tx.execute(sql`select 1 as one`))[0])).toEqual({ one: 1 })
  })
})

describe('a connection cut inside a transaction', () => {
  // The moments: after the first statement was answered, while one is on its way, and with several queued behind it.
  const moments: ((insert: (step: number) => Promise<unknown>, sleep: () => Promise<unknown>) => Promise<unknown>)[] = [
    async () => pause(20),
    async (_, sleep) => sleep(),
    async (insert, sleep) => Promise.all([sleep(), insert(2), insert(3), insert(4)]),
    async (insert, sleep) => Promise.allSettled([insert(2), sleep(), insert(3)]),
  ]

  it('leaves no row of 20 units of work, settles every promise, and the next unit succeeds', async () => {
    const outcomes: unknown[] = []
    for (let cut = 0; cut < 20; cut++) {
      const batch = 1000 + cut
      const unit = database.write(async (tx) => {
        const insert = (step: number) => tx.insert(rows).values({ batch, step })
        await insert(1)
        const [backend] = await tx.execute<{ pid: number }>(ownPid)
        const killed = pause(cut % 5).then(() => asOwner(fresh.url, `select pg_terminate_backend(${backend?.pid})`))
        await moments[cut % moments.length]!(insert, async () => tx.execute(sql`select pg_sleep(10)`)).catch(
          () => undefined,
        )
        await killed
        // What postgres.js by itself would commit, on a new connection.
        const strays = await Promise.allSettled([insert(50), pause(5).then(() => insert(51))])
        outcomes.push(...strays.map((stray) => stray.status))
        return strays
      })
      outcomes.push(await unit.then(String, (error) => error.code))
    }
    const left = await asOwner(fresh.url, 'select count(*)::int as count from trial.row where batch >= 1000')
    await database.write((tx) => tx.insert(rows).values({ batch: 6, step: 1 }))
    expect({ left, outcomes, after: await rowsOf(6) }).toEqual({
      left: [{ count: 0 }],
      outcomes: Array.from({ length: 20 }, () => ['rejected', 'rejected', 'DATABASE_UNAVAILABLE']).flat(),
      after: [{ step: 1 }],
    })
  }, 60_000)

  it('gives a stray statement of the driver itself no rights', async () => {
    const client = postgres(fresh.url, {
      user: 'lianku_app',
      password: rolePassword('lianku_app', fresh.url, secret),
      max: 1,
      onnotice: () => undefined,
    })
    let stray: unknown
    const unit = client.begin(async (tx) => {
      await tx`set local role lianku_writer`
      await tx`insert into trial.row values (7, 1)`
      const [backend] = await tx`select pg_backend_pid() as pid`
      await asOwner(fresh.url, `select pg_terminate_backend(${backend?.pid})`)
      await pause(50)
      // Somebody else makes the driver connect again; what is left of this unit then runs there.
      await client`select 1`
      stray = await tx`insert into trial.row values (7, 2)`.then(String, (error) => error.code)
    })
    await expect(unit).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    await expect.poll(() => stray).toBe('42501')
    expect(await rowsOf(7)).toEqual([])
    await client.end({ timeout: 1 })
  })
})

describe('deadlines', () => {
  const sleep = sql`select pg_sleep(30)`

  it('end a slow read, a slow unit of work and one that waits for something else', async () => {
    const hasty = await openDatabase({ url: fresh.url, secret, max: 1, readMs: 300 })
    const { read, restricted } = hasty.db(anyone)
    const slow = [
      read.execute(sleep),
      restricted((tx) => tx.execute(sleep)),
      restricted(() => new Promise(() => undefined)),
      hasty.write((tx) => tx.execute(sleep), { deadlineMs: 300 }),
      hasty.write(() => new Promise(() => undefined), { deadlineMs: 300 }),
    ]
    const codes = await Promise.all(slow.map((work) => work.then(String, (error) => error.code)))
    expect(codes).toEqual(Array(5).fill('DEADLINE_EXCEEDED'))
    await hasty.ping()
    expect(await hasty.write(async (tx) => (await tx.execute(sql`select 1 as one`))[0])).toEqual({ one: 1 })
    await hasty.close()
  })
})

describe('a database that goes away', () => {
  let gate: Server
  const through = new Set<Socket>()
  const forward = (socket: Socket) => {
    const { hostname, port } = new URL(fresh.url)
    const onward = openSocket(Number(port), hostname)
    for (const side of [socket, onward]) through.add(side.on('error', () => undefined))
    socket.pipe(onward).pipe(socket)
  }
  const open = (port: number) =>
    new Promise<void>((done) => (gate = createServer(forward).listen(port, '127.0.0.1', done)))
  const shut = async () => {
    const closed = new Promise((done) => gate.close(done))
    for (const socket of through) socket.destroy()
    await closed
  }
  const one = sql`select 1 as one`
  const codeOf = (work: PromiseLike<unknown>) => Promise.resolve(work).then(JSON.stringify, (error) => error.code)

  it('is named unavailable at once, and used again as soon as it is back', async () => {
    await open(0)
    const { port } = gate.address() as { port: number }
    const url = new URL(fresh.url)
    url.port = String(port)
    const distant = await openDatabase({ url: url.href, secret })
    const { read, restricted } = distant.db(anyone)
    const ask = (query: SQL) => [
      read.execute(query),
      restricted((tx) => tx.execute(query)),
      distant.write((tx) => tx.execute(query)),
    ]
    const inFlight = ask(sql`select pg_sleep(20)`).map(codeOf)
    await pause(100)
    await shut()
    const during = await Promise.all(inFlight)
    const gone = await Promise.all(ask(one).map(codeOf))
    await open(port)
    const back = await Promise.all(ask(one).map(codeOf))
    await distant.close()
    await shut()
    expect({ during, gone, back }).toEqual({
      during: Array(3).fill('DATABASE_UNAVAILABLE'),
      gone: Array(3).fill('DATABASE_UNAVAILABLE'),
      back: Array(3).fill('[{"one":1}]'),
    })
  })

  it('stops a start with an error that names DATABASE_URL and shows no password', async () => {
    const url = 'postgres://owner:not-to-be-shown@127.0.0.1:1/hub'
    await expect(openDatabase({ url, secret })).rejects.toThrow(
      new TypeError(
        'DATABASE_URL points to hub on 127.0.0.1:1, which cannot be used: connect ECONNREFUSED 127.0.0.1:1. ' +
          'Start that server or correct DATABASE_URL (LIANKU_SECRET must be the one it was migrated with); ' +
          'unset DATABASE_URL to use the embedded database.',
      ),
    )
  })
})
