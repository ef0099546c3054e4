import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Handle, Reader } from '../../../subgraphs/database.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { figure } from '../figures.ts'

const cuts = Number(process.env.CUTS ?? 1_000)

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  await asOwner(
    fresh.url,
    `create schema trial; grant usage on schema trial to lianku_reader, lianku_writer;
    create table trial.row (cut int, step int);
    create table trial.secret (id int primary key, text text);
    insert into trial.secret select n, '示例' from generate_series(1, 100) n;
    alter table trial.row enable row level security, force row level security;
    alter table trial.secret enable row level security, force row level security;
    grant select, insert on trial.row to lianku_writer;
    grant select on trial.secret to lianku_reader;
    create policy writer on trial.row for all to lianku_writer using (true) with check (true);
    create policy reader on trial.secret for select to lianku_reader
      using (lianku.sees_conditional(null, 'HUBEI', null, null, null));`,
  )
})
afterAll(() => fresh?.drop())

const secrets = sql`select text from trial.secret`
const ownPid = sql`select pg_backend_pid() as pid`

/** What is under way when the line goes: nothing, one statement, or several with the end of the unit behind them. */
const moments: readonly ((tx: Reader) => Promise<unknown>)[] = [
  async () => pause(5),
  async (tx) => tx.execute(sql`select pg_sleep(10)`),
  async (tx) => Promise.all([1, 2, 3].map(() => tx.execute(sql`select pg_sleep(5)`))),
]

it('cut inside a transaction, nothing is left behind, nothing is shown, and nobody waits forever', async () => {
  let next = 0
  const found = { stray: 0, leaked: 0, hung: 0, finished: 0 }

  /** Cuts this unit's own connection, then goes on as code does that has not noticed. */
  async function goOn(tx: Reader, at: number, statement: () => Promise<readonly unknown[]>) {
    const [backend] = await tx.execute(ownPid)
    const killed = pause(at % 7).then(() => asOwner(fresh.url, `select pg_terminate_backend(${backend?.pid})`))
    await moments[at % moments.length]!(tx).catch(() => undefined)
    await killed
    for (let tries = 0; tries < 3; tries++) {
      await statement().then(
        (rows) => {
          found.leaked += rows.length
        },
        () => undefined,
      )
      await pause(tries)
    }
  }

  const insert = (tx: Handle, cut: number, step: number) =>
    tx.execute(sql`insert into trial.row values (${cut}, ${step})`)

  async function cutter() {
    for (let cut = next++; cut < cuts; cut = next++) {
      const unit =
        cut % 2 === 0
          ? fresh.database.write(async (tx) => {
              await insert(tx, cut, 1)
              await goOn(tx, cut, () => insert(tx, cut, 2))
            })
          : fresh.database
              .db({ role: 'EVALUATOR', province: 'HUBEI' })
              .restricted((tx) => goOn(tx, cut, async () => tx.execute(secrets)))
      const end = await Promise.race([
        unit.then(
          () => 'finished' as const,
          () => 'refused' as const,
        ),
        pause(20_000, 'hung' as const, { ref: false }),
      ])
      // A unit that only reads has nothing to commit: its statements have failed, which is what it is told by.
      if (end === 'hung' || (end === 'finished' && cut % 2 === 0)) found[end] += 1
    }
  }
  await Promise.all([cutter(), cutter(), cutter()])

  const [left] = await asOwner(fresh.url, 'select count(*)::int as count from trial.row')
  found.stray = Number(left!.count)
  const open = await fresh.database.db({ role: 'EVALUATOR', province: 'HUBEI' }).restricted((tx) => tx.execute(secrets))
  const none = await fresh.database.db({ role: 'EVALUATOR' }).restricted((tx) => tx.execute(secrets))
  const { stray, leaked, hung } = found
  figure(
    'R5 connections cut inside a transaction',
    '0 stray rows, 0 leaked rows, 0 hung promises',
    `${stray} stray, ${leaked} leaked, ${hung} hung of ${cuts}; the next unit sees ${open.length} rows, a stranger's ${none.length}`,
    stray + leaked + hung === 0,
  )
  expect({ ...found, open: open.length, none: none.length }).toEqual({
    stray: 0,
    leaked: 0,
    hung: 0,
    finished: 0,
    open: 100,
    none: 0,
  })
})
