import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '#schema/viewer.ts'
import type { AuditEvent } from '../../../subgraphs/audit/event.ts'
import type { Desk } from '../../../subgraphs/command.ts'
import { diffRelease } from '../../../subgraphs/intake/diff.ts'
import { type Change, listChanges } from '../../../subgraphs/intake/feed/changes.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { findLibrary } from '../../../subgraphs/libraries.ts'
import { linking } from '../../../subgraphs/linking/subgraph.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { consentCommand } from '../../../subgraphs/talent/command.ts'
import { linkAccount, renewConsent, withdrawConsent } from '../../../subgraphs/talent/consent.ts'
import { talent } from '../../../subgraphs/talent/subgraph.ts'
import { purposes } from '../../../subgraphs/talent/tables.ts'
import { asOwner, type FreshDatabase, sampleDatabase } from '../../postgres.ts'
import { ask, record, save } from '../ask.ts'

let fresh: FreshDatabase
let id: string
let name: string
beforeAll(async () => {
  fresh = await sampleDatabase()
  const [person] = await asOwner(
    fresh.url,
    `select id, t.name from talent.personal p join talent.talent t using (id)
    where p.contact_name is not null and p.gender is not null and t.patent_numbers <> '{}' order by id limit 1`,
  )
  id = String(person!.id)
  name = String(person!.name)
})
afterAll(() => fresh?.drop())

const clerk: Viewer = { role: 'LIBRARY_OWNER', subject: 'clerk-3', libraries: ['hb-edu-talent'] }
const broker: Viewer = { role: 'BROKER', purposes: ['LIST_CONTACT'] }
const saying = () => ({ database: fresh.database, sinks, id, viewer: clerk, reason: '本人申请' })

async function shown(viewer: Viewer) {
  const question = `query ($keys: [_Any!]!, $name: String!) {
    _entities(representations: $keys) { ... on Talent { name nameWithheld gender contactName } }
    talents(search: $name, first: 100) { nodes { id } }
  }`
  const { data } = await ask(fresh.database, talent, question, { keys: [{ __typename: 'Talent', id }], name }, viewer)
  const { _entities, talents } = data as { _entities: Record<string, unknown>[]; talents: { nodes: { id: string }[] } }
  const [person] = _entities
  return {
    named: person!.name !== null,
    withheld: person!.nameWithheld,
    gender: person!.gender !== null,
    contact: person!.contactName !== null,
    found: talents.nodes.some((node) => node.id === id),
  }
}

const open = { named: true, withheld: false, gender: true, contact: true, found: true }
const closed = { named: false, withheld: true, gender: false, contact: false, found: false }

it('a withdrawal holds at once, for its purpose, for everybody, and can be taken back', async () => {
  expect(await shown(broker)).toEqual(open)
  await withdrawConsent(saying(), ['LIST_CONTACT'])
  expect(await shown(broker)).toEqual({ ...open, gender: false, contact: false })
  expect(await shown({ ...broker, purposes: ['PUSH_TO_ENTERPRISE'] })).toEqual({ ...open, contact: false })
  expect(await shown(clerk)).toEqual({ ...open, contact: false })
  await renewConsent(saying(), ['LIST_CONTACT'])
  expect(await shown(broker)).toEqual(open)
})

it('a withdrawal of everything takes the name out of list and search, and outlives the same file and every other save', async () => {
  await withdrawConsent(saying())
  expect(await shown(broker)).toEqual(closed)

  const folder = join(import.meta.dirname, '../../../samples/small/hb-edu-talent')
  const files = (await readdir(folder)).sort().map((file) => join(folder, file))
  const again = () =>
    importFiles({
      database: fresh.database,
      sinks,
      style: findStyle('hb-edu-talent'),
      files,
      today: '2024-07-01',
      by: clerk,
    })
  await again()
  expect(await shown(broker)).toEqual(closed)
  // The library forgot the record and files it anew.
  await asOwner(
    fresh.url,
    `delete from library.version where id = '${id}'; delete from talent.talent where id = '${id}';
    delete from talent.personal where id = '${id}'`,
  )
  const { libraries } = await again()
  expect(libraries.find(({ library }) => library === 'hb-edu-talent')?.release).toMatchObject({ inserted: 1 })
  expect(await shown(broker)).toEqual(closed)
  expect(await asOwner(fresh.url, `select name, leader from talent.talent where id = '${id}'`)).toEqual([
    { name: null, leader: null },
  ])
})

it('an account sees what is its own, and nobody else’s', async () => {
  const person: Viewer = { role: 'TECHNOLOGIST', subject: 'account-81' }
  const mine = async () => (await shown(person)).gender
  expect(await mine()).toBe(false)
  await linkAccount(saying(), 'account-81')
  expect(await mine()).toBe(true)
  expect((await shown({ ...person, subject: 'account-82' })).gender).toBe(false)
  await linkAccount(saying(), null)
  expect(await mine()).toBe(false)
})

it('what was said, by whom and why, is in the audit, and so is every release', async () => {
  const rows = await fresh.database
    .db({ role: 'OPERATOR' })
    .restricted((tx) => tx.execute(sql`select content from audit.event order by seq`))
  const told = rows.map(({ content }) => content as AuditEvent).filter(({ viewer }) => viewer.subject === 'clerk-3')
  const kept = told.filter(({ action }) => action !== 'READ').map(({ viewer, ...event }) => event)
  const said = (action: string, fields: string[]) => ({
    action,
    object: 'Talent',
    ids: [id],
    fields,
    reason: '本人申请',
  })
  const taken = (number: number) => ({
    action: 'INTAKE',
    object: 'hb-edu-talent',
    ids: [`hb-edu-talent@${number}`],
    reason: 'import hb-edu-talent',
  })
  expect(kept).toEqual([
    said('CHANGE', ['LIST_CONTACT']),
    said('CHANGE', ['LIST_CONTACT']),
    said('CHANGE', ['LIST_NAME', 'LIST_CONTACT', 'PUSH_TO_ENTERPRISE']),
    taken(2),
    taken(3),
    said('GRANT', ['subject']),
    said('GRANT', ['subject']),
  ])
})

it('is entered from the command line, which says what holds now', async () => {
  const said: string[] = []
  const desk = {
    sinks,
    withHub: (work: (hub: { database: typeof fresh.database }) => unknown) => work(fresh),
    print: (text: string) => said.push(text),
  } as unknown as Desk
  for (const words of [
    ['withdraw', id],
    ['renew', id, 'LIST_NAME'],
    ['account', id, 'account-81'],
    ['account', id],
  ]) {
    await consentCommand.run(words, desk)
  }
  expect(said).toEqual([
    `${id}：已撤回 LIST_NAME、LIST_CONTACT、PUSH_TO_ENTERPRISE；未登记账号。`,
    `${id}：已撤回 LIST_CONTACT、PUSH_TO_ENTERPRISE；未登记账号。`,
    `${id}：已撤回 LIST_CONTACT、PUSH_TO_ENTERPRISE；账号 account-81。`,
    `${id}：已撤回 LIST_CONTACT、PUSH_TO_ENTERPRISE；未登记账号。`,
  ])
  await expect(consentCommand.run(['withdraw'], desk)).rejects.toMatchObject({ code: 'BAD_VALUE' })
})

it('refuses purposes and records that it does not know', async () => {
  const code = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error) => error.code,
    )
  expect(await code(withdrawConsent(saying(), ['ANYTHING']))).toBe('BAD_VALUE')
  expect(await code(withdrawConsent({ ...saying(), id: 'hb-edu-talent:nobody' }))).toBe('BAD_VALUE')
})

it('a name that is withdrawn makes no link with a record of another library, and is kept by none', async () => {
  await renewConsent(saying(), purposes)
  const [person] = await asOwner(fresh.url, `select patent_numbers as numbers from talent.talent where id = '${id}'`)
  const patentNumbers = person!.numbers as readonly string[]
  await save(fresh.database, linking, [record('talent', 'ln-talent', 'LN-81', { type: 'PERSON', name, patentNumbers })])
  const linked = async () => {
    const links = await asOwner(fresh.url, `select evidence from linking.link where '${id}' in (left_id, right_id)`)
    const own = await asOwner(fresh.url, `select features from linking.record where id = '${id}'`)
    return { links: links.length, named: JSON.stringify([links, own]).includes(name) }
  }
  expect(await linked()).toEqual({ links: 1, named: true })
  await withdrawConsent(saying(), ['LIST_NAME'])
  expect(await linked()).toEqual({ links: 0, named: false })
})

it('a withdrawal reaches those who harvest the library, though it files nothing new, and so does its renewal', async () => {
  const library = findLibrary('hb-edu-talent')!
  const read = async (since: string) => {
    let page = await listChanges(fresh.database, sinks, library, { since, limit: 1000 })
    const changes = [...page.changes]
    while (page.more) {
      page = await listChanges(fresh.database, sinks, library, { since: page.next, limit: 1000 })
      changes.push(...page.changes)
    }
    return { changes, next: page.next }
  }
  const named = (change: Change | undefined) => change?.type === 'UPSERT' && [change.id, change.fields.name ?? null]
  await renewConsent(saying(), purposes)
  const before = await read('')
  expect(named(before.changes.find((change) => change.id === id))).toEqual([id, name])
  expect(await read(before.next)).toEqual({ changes: [], next: before.next })
  await withdrawConsent(saying())
  const withdrawn = await read(before.next)
  expect(withdrawn.changes.map(named)).toEqual([[id, null]])
  expect(JSON.stringify(withdrawn.changes)).not.toContain(name)
  expect(await read(withdrawn.next)).toEqual({ changes: [], next: withdrawn.next })
  await renewConsent(saying(), ['LIST_NAME'])
  const renewed = await read(withdrawn.next)
  expect(renewed.changes.map(named)).toEqual([[id, name]])
  // Whoever begins anew is told of each record once.
  const whole = await read('')
  expect(whole.changes.filter((change) => change.id === id)).toHaveLength(1)
  expect(whole.changes).toHaveLength(before.changes.length)
  await withdrawConsent(saying())
})

it('what was withdrawn is in no difference of a release any more', async () => {
  const [release] = await asOwner(fresh.url, `select from_release from library.version where id = '${id}'`)
  const differences = await diffRelease(fresh.database, sinks, 'hb-edu-talent', String(release!.from_release))
  const person = differences.find(({ localId }) => id.endsWith(`:${localId}`))!
  expect(person.change).toBe('INSERTED')
  expect(person.after).toMatchObject({ nameWithheld: true, consents: [] })
  for (const field of ['name', 'leader', 'contactName']) expect(person.after).not.toHaveProperty(field)
  const first = await diffRelease(fresh.database, sinks, 'hb-edu-talent', '1')
  expect(first.filter(({ kind, after }) => kind === 'talent' && after?.name).length).toBeGreaterThan(10)
})
