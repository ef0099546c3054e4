import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { admit, readAccess } from '../../../subgraphs/access/admit.ts'
import { keyCommand } from '../../../subgraphs/access/command.ts'
import { issueKey, listKeys, revokeKey } from '../../../subgraphs/access/keys.ts'
import { auditVerify } from '../../../subgraphs/audit/verify.ts'
import type { Desk } from '../../../subgraphs/command.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'

let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = fresh.database
})
afterAll(() => fresh.drop())

const bearer = (text: string) => `Bearer ${text}`
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'admitted',
    ({ code, message }) => ({ code, message }),
  )

describe('a key', () => {
  it('opens its one library and nothing else', async () => {
    const { id, text } = await issueKey(database, 'LIBRARY', 'hb-edu-talent')
    const { secret: _, ...access } = await admit(database, bearer(text), 'LIBRARY', 'hb-edu-talent')
    expect(access).toEqual({ key: id, scope: 'LIBRARY', target: 'hb-edu-talent' })
    const denied = { code: 'ACCESS_DENIED', message: '这个密钥不能用于 hb-edu-achievement。' }
    expect(await refusal(admit(database, bearer(text), 'LIBRARY', 'hb-edu-achievement'))).toEqual(denied)
    expect(await refusal(admit(database, bearer(text), 'SUBGRAPH', 'hb-edu-talent'))).toMatchObject({
      code: 'ACCESS_DENIED',
    })
  })

  it('may open a bundle, or a subgraph', async () => {
    const bundle = await issueKey(database, 'LIBRARY', 'hl-halfyear')
    const subgraph = await issueKey(database, 'SUBGRAPH', 'jilin')
    expect(await readAccess(database, bearer(bundle.text))).toMatchObject({ scope: 'LIBRARY', target: 'hl-halfyear' })
    expect(await readAccess(database, bearer(subgraph.text))).toMatchObject({ scope: 'SUBGRAPH', target: 'jilin' })
  })

  it('is refused in the same words when it is missing, malformed, changed, unknown or revoked', async () => {
    const { id, text } = await issueKey(database, 'LIBRARY', 'ln-fair')
    const revoked = await issueKey(database, 'LIBRARY', 'ln-fair')
    await revokeKey(database, revoked.id)
    const last = text.at(-1) === 'A' ? 'B' : 'A'
    const wrong = [
      undefined,
      '',
      'Bearer ',
      text,
      `Basic ${text}`,
      bearer(text.slice(0, -1) + last),
      bearer(`${text}A`),
      bearer(`lk_${'0'.repeat(12)}_${text.split('_')[2]}`),
      bearer(`lk_${id}_`),
      bearer(revoked.text),
      `${bearer(text)}, ${bearer(text)}`,
    ]
    const said = await Promise.all(wrong.map((given) => refusal(readAccess(database, given))))
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(
      new Set([
        JSON.stringify({
          code: 'BAD_ACCESS_KEY',
          message: '需要有效的密钥：Authorization: Bearer lk_…，由平台运营方签发。',
        }),
      ]),
    )
  })

  it('is kept as a digest only, out of the sight of every viewer, and its life is in the audit', async () => {
    const { id, text } = await issueKey(database, 'LIBRARY', 'ln-visit')
    const secret = text.split('_').slice(2).join('_')
    const [row] = await asOwner(fresh.url, `select to_jsonb(k)::text as row from access.key k where id = '${id}'`)
    expect(String(row?.row)).not.toContain(secret)
    const seenBy = (viewer: Viewer) =>
      database.db(viewer).restricted(async (tx) => [...(await tx.execute(sql`select id from access.key`))])
    expect(await seenBy(anyone)).toEqual([])
    expect(await seenBy({ role: 'LIBRARY_OWNER', libraries: ['ln-visit'] })).toEqual([])
    await revokeKey(database, id)
    const events = await asOwner(
      fresh.url,
      `select content ->> 'action' as action from audit.event where content -> 'ids' ->> 0 = '${id}' order by seq`,
    )
    expect(events.map(({ action }) => action)).toEqual(['GRANT', 'CHANGE'])
    expect((await auditVerify(database)).intact).toBe(true)
  })
})

it('is issued, listed and revoked from the command line', async () => {
  const printed: string[] = []
  const desk = {
    withHub: (work: (hub: never) => unknown) => work({ database } as never),
    print: (text: string) => printed.push(text),
  } as unknown as Desk
  const run = (...args: string[]) => keyCommand.run(args, desk)
  expect(await run('issue', 'library', 'hb-ip-patent')).toBe(0)
  const [text = ''] = printed[0]!.split('\n')
  const id = text.split('_')[1]!
  expect(await readAccess(database, bearer(text))).toMatchObject({ key: id, target: 'hb-ip-patent' })
  await run('revoke', id)
  await run('list')
  const day = (await listKeys(database))[0]!.issuedAt.slice(0, 10)
  expect(printed[1]).toBe(`${id} 资源库 hb-ip-patent，${day} 签发，已于 ${day} 收回`)
  expect(printed[2]?.split('\n')[0]).toBe(printed[1])
  await expect(run('issue', 'library', 'hb-nowhere')).rejects.toMatchObject({ code: 'UNKNOWN_LIBRARY' })
  await expect(run('issue', 'subgraph', 'Ji Lin')).rejects.toMatchObject({ code: 'BAD_VALUE' })
  await expect(run('revoke', 'nobody')).rejects.toMatchObject({ code: 'BAD_VALUE' })
  await expect(run('issue', 'everything', 'x')).rejects.toMatchObject({ code: 'BAD_VALUE' })
})
