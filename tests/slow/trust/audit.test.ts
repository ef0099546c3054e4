import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditEvent } from '../../../subgraphs/audit/event.ts'
import { auditVerify } from '../../../subgraphs/audit/verify.ts'
import { audited } from '../../../subgraphs/audit.ts'
import { type Database, openDatabase } from '../../../subgraphs/database.ts'
import { type Embedded, startEmbedded } from '../../../subgraphs/embedded.ts'
import { migrate } from '../../../subgraphs/migrate.ts'
import { asOwner, secret } from '../../postgres.ts'
import { tamper } from '../../subgraphs/audit/tampering.ts'
import { figure } from '../figures.ts'

const operations = Number(process.env.OPERATIONS ?? 100_000)

let folder: string
let server: Embedded
let database: Database
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianku-audit-'))
  await chmod(folder, 0o711)
  server = await startEmbedded({ dataDir: folder, log: () => undefined })
  await migrate({ url: server.url, secret })
  database = await openDatabase({ url: server.url, secret })
})
afterAll(async () => {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true })
})

it('every restricted read is in the audit and nothing besides, while connections are cut', async () => {
  const done = new Set<string>()
  const refused = new Set<string>()
  let next = 0
  let reading = true
  async function reader() {
    for (let i = next++; i < operations; i = next++) {
      const id = `hb-edu-talent:HBHX-${i}`
      const event: AuditEvent = {
        action: 'READ',
        viewer: { role: 'BROKER' },
        object: 'Talent',
        ids: [id],
        reason: 'R18',
      }
      await audited(
        database,
        async () => id,
        () => event,
      ).then(
        () => done.add(id),
        () => refused.add(id),
      )
    }
  }
  async function cutter() {
    while (reading) {
      await pause(200)
      await asOwner(server.url, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lianku_app'")
    }
  }
  const cutting = cutter()
  await Promise.all(Array.from({ length: 100 }, reader))
  reading = false
  await cutting

  const written = new Set<string>()
  const operator = database.db({ role: 'OPERATOR' })
  for (let after = 0, more = true; more; after += 10_000) {
    const rows = await operator.restricted((tx) =>
      tx.execute(
        sql`select content -> 'ids' ->> 0 as id from audit.event where seq > ${after} and seq <= ${after + 10_000}`,
      ),
    )
    for (const { id } of rows) written.add(String(id))
    more = rows.length > 0
  }
  const { intact, count } = await auditVerify(database)
  // A commit whose answer was lost refuses the read and keeps the event: too much is told, never too little.
  const unread = written.difference(done)
  const missing = done.difference(written).size
  figure(
    'R18 reads against audit',
    '0 missing',
    `${done.size} read, ${missing} missing; ${refused.size} refused by cuts, ${unread.size} of them written`,
    missing === 0 && intact,
  )
  expect({
    missing,
    invented: unread.difference(refused).size,
    both: done.intersection(refused).size,
    repeated: count - written.size,
    intact,
  }).toEqual({ missing: 0, invented: 0, both: 0, repeated: 0, intact: true })
})

it('a thousand random tamperings are found', async () => {
  const found = await tamper(server.url, database, 1_000)
  const { tried, missed, kinds } = found
  figure(
    'R18 tamperings',
    '1,000 of 1,000 found',
    `${tried - missed.length} of ${tried} found, of ${kinds} kinds`,
    missed.length === 0,
  )
  expect(found).toEqual({ tried: 1_000, missed: [], kinds: 19 })
})
