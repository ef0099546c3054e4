import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Viewer } from '#schema/viewer.ts'
import { auditVerdict } from '../../../subgraphs/audit/command.ts'
import type { AuditEvent } from '../../../subgraphs/audit/event.ts'
import { auditVerify } from '../../../subgraphs/audit/verify.ts'
import { audited, record } from '../../../subgraphs/audit.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { tamper } from './tampering.ts'

const broker: Viewer = { role: 'BROKER', subject: '技术经理人-李娜', purposes: ['LIST_CONTACT'] }

const read = (id: string): AuditEvent => ({
  action: 'READ',
  viewer: broker,
  object: 'Talent',
  ids: [id],
  fields: ['contactName'],
  reason: 'LIST_CONTACT',
  requestId: 'edge-7f3a',
})

let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = fresh.database
  await asOwner(
    fresh.url,
    `create schema trial;
    grant usage on schema trial to lianku_public, lianku_writer;
    create table trial.note (text text not null);
    grant select on trial.note to lianku_public;
    grant select, insert on trial.note to lianku_writer;`,
  )
})
afterAll(() => fresh.drop())

const eventsOf = (viewer: Viewer) =>
  database.db(viewer).restricted(async (tx) => {
    const rows = await tx.execute(sql`select seq, content from audit.event order by seq`)
    return [...rows] as { seq: number; content: AuditEvent }[]
  })
const operator: Viewer = { role: 'OPERATOR', subject: '运维-张伟' }
const codeOf = (work: PromiseLike<unknown>) => Promise.resolve(work).then(JSON.stringify, (error) => error.code)
const notes = async () => [...(await database.db(broker).read.execute(sql`select text from trial.note order by 1`))]
const note = sql`insert into trial.note values ('同意公开联系方式')`

describe('an event', () => {
  it('is kept with the change it tells of, or neither is', async () => {
    const grant: AuditEvent = { action: 'GRANT', viewer: operator, object: 'consent', reason: '本人申请' }
    await database.write(async (tx) => {
      await tx.execute(note)
      await record(tx, [grant, read('hb-edu-talent:HBHX-10486-0001')])
    })
    const undone = database.write(async (tx) => {
      await tx.execute(note)
      await record(tx, [read('hb-edu-talent:HBHX-10486-0002')])
      throw new RangeError('changed its mind')
    })
    await expect(undone).rejects.toThrow('changed its mind')
    expect({ events: await eventsOf(operator), notes: await notes() }).toEqual({
      events: [
        { seq: 1, content: grant },
        { seq: 2, content: read('hb-edu-talent:HBHX-10486-0001') },
      ],
      notes: [{ text: '同意公开联系方式' }],
    })
  })

  it('comes after all before it, however many write at once, and they share their commits', async () => {
    let commits = 0
    const counted: Pick<Database, 'write'> = {
      write: (...given) => {
        commits += 1
        return database.write(...given)
      },
    }
    const ids = Array.from({ length: 60 }, (_, i) => `ln-talent:RC-${i}`)
    await Promise.all(ids.map((id) => audited(counted, async () => id, read)))
    expect(commits).toBe(2)
    const { intact, count, head, problems } = await auditVerify(database)
    expect({ intact, count, head, problems }).toEqual({
      intact: true,
      count: 62,
      head: { seq: 62, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      problems: [],
    })
    const written = (await eventsOf(operator)).slice(2).flatMap(({ content }) => content.ids ?? [])
    expect(written.toSorted()).toEqual(ids.toSorted())
  })

  it('is shown to operators and evaluators only', async () => {
    const seen = await Promise.all(roles.map(async (role) => [role, (await eventsOf({ role })).length]))
    expect(Object.fromEntries(seen)).toEqual({
      ...Object.fromEntries(roles.map((role) => [role, 0])),
      OPERATOR: 62,
      EVALUATOR: 62,
    })
  })

  it('cannot be changed, removed, numbered or dated by the writer, nor changed by the owner of the database', async () => {
    const attempts = [
      "update audit.event set content = '{}'",
      'delete from audit.event',
      'truncate audit.event',
      'select content from audit.event',
      "insert into audit.event (content, seq) values ('{}', 7)",
      "insert into audit.event (content, at) values ('{}', '2020-01-01')",
      'update audit.head set seq = 0',
      'delete from audit.head',
    ]
    const asWriter = await Promise.all(
      attempts.map((text) => codeOf(database.write((tx) => tx.execute(sql.raw(text))))),
    )
    const owners = [attempts[0], attempts[1], attempts[2], attempts[7]].flatMap((text) => [
      text!,
      `set session_replication_role = replica; ${text}`,
    ])
    const asItsOwner = await Promise.all(owners.map((text) => codeOf(asOwner(fresh.url, text))))
    expect([asWriter, asItsOwner]).toEqual([Array(8).fill('42501'), Array(8).fill('42501')])
    expect((await auditVerify(database)).intact).toBe(true)
  })
})

describe('when the audit cannot be written', () => {
  /** What a restricted read hands over, or the code it is refused with, and what public reads see beside it. */
  async function attempt() {
    const id = 'hb-edu-talent:HBHX-10486-0001'
    const handed = await codeOf(
      audited(
        database,
        async () => '陈示例',
        () => read(id),
      ),
    )
    return { handed, notes: (await notes()).length }
  }
  const refused = { handed: 'AUDIT_UNAVAILABLE', notes: 1 }

  it('restricted reads are refused and public ones go on', async () => {
    await asOwner(fresh.url, 'revoke insert (content) on audit.event from lianku_writer')
    const without = await attempt()
    await asOwner(fresh.url, 'grant insert (content) on audit.event to lianku_writer')
    expect([without, await attempt()]).toEqual([refused, { handed: '"陈示例"', notes: 1 }])
  })

  it('because somebody holds it, they are refused after two seconds', async () => {
    const holder = openConnection({ url: fresh.url })
    await holder.run('begin; select from audit.head for update')
    const outcome = await attempt()
    await holder.run('rollback')
    await holder.end()
    expect(outcome).toEqual(refused)
  })
})

describe('lianku audit verify', () => {
  it('prints a line to keep, and finds the audit changed that does not reach it', async () => {
    const { text, head } = await auditVerdict(database, ['verify'])
    const anchor = `${head.seq}:${head.hash}`
    expect(text).toBe(`审计完整，共 ${head.seq} 条。请将此行另处保存，下次核对时用 --anchor 给出：\n${anchor}`)
    expect((await auditVerdict(database, ['verify', '--anchor', anchor])).intact).toBe(true)
    const later = `${head.seq + 1}:${head.hash}`
    expect(await auditVerdict(database, ['verify', '--anchor', anchor, '--anchor', later])).toMatchObject({
      intact: false,
      problems: [{ seq: head.seq + 1, kind: 'ANCHOR' }],
      text: `审计被改动，现有 ${head.seq} 条：\n  第 ${head.seq + 1} 条：与另处保存的摘要不符`,
    })
  })

  it('refuses what it does not understand', async () => {
    const codes = await Promise.all(
      [[], ['check'], ['verify', '--anchor', '7'], ['verify', '--force']].map((it) =>
        codeOf(auditVerdict(database, it)),
      ),
    )
    expect(codes).toEqual(Array(4).fill('BAD_VALUE'))
  })
})

it('random tampering is found every time', async () => {
  expect(await tamper(fresh.url, database, 200)).toEqual({ tried: 200, missed: [], kinds: 19 })
}, 60_000)
