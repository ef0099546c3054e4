import { sql } from 'drizzle-orm'
import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import { record } from '../audit.ts'
import { anyOf, type Database, type Handle } from '../database.ts'
import { retell } from '../intake/feed/retell.ts'
import { lockLibraries } from '../intake/lock.ts'
import { saveAgain } from '../intake/save.ts'
import type { Sink } from '../intake/sink.ts'
import { type Purpose, persons, purposes } from './tables.ts'

/** What a person has said to the hub itself. */
export type Person = {
  readonly id: string
  /** The account that is the person's, as its issuer names it. */
  readonly subject: string | null
  readonly withdrawn: readonly Purpose[]
}

export type Saying = {
  readonly database: Pick<Database, 'write'>
  readonly sinks: readonly Sink[]
  /** `hb-edu-talent:HBHX-10486-0001` */
  readonly id: string
  /** Who enters it, and on what ground, such as 本人申请. */
  readonly viewer: Viewer
  readonly reason: string
}

/**
 * Withdraws consent to purposes, all of them unless told: in force everywhere once this returns, and whatever the library
 * files later; other hubs hear of it with their next harvest. Without LIST_NAME the name is withheld, without LIST_CONTACT
 * there is no contact.
 */
export async function withdrawConsent(saying: Saying, given: readonly string[] = []): Promise<Person> {
  const wanted = given.length > 0 ? given.map(purposeOf) : purposes
  return change(saying, wanted, 'CHANGE', ({ withdrawn, ...person }) => {
    return { ...person, withdrawn: purposes.filter((it) => withdrawn.includes(it) || wanted.includes(it)) }
  })
}

/** Takes a withdrawal back: what the library files as agreed to holds again. */
export async function renewConsent(saying: Saying, given: readonly string[]): Promise<Person> {
  const wanted = given.map(purposeOf)
  return change(saying, wanted, 'CHANGE', ({ withdrawn, ...person }) => {
    return { ...person, withdrawn: withdrawn.filter((it) => !wanted.includes(it)) }
  })
}

/** Makes the record that of an account, which sees by it what the policy opens to the person; null ends that. */
export function linkAccount(saying: Saying, subject: string | null): Promise<Person> {
  return change(saying, ['subject'], 'GRANT', (person) => ({ ...person, subject }))
}

async function change(
  { database, sinks, id, viewer, reason }: Saying,
  fields: readonly string[],
  action: 'CHANGE' | 'GRANT',
  said: (before: Person) => Person,
): Promise<Person> {
  return database.write(async (tx) => {
    // An intake that has read what was said before must not write after this.
    const library = id.split(':')[0]!
    await lockLibraries(tx, [library])
    const localId = await localIdOf(tx, id)
    const [before] = await tx
      .select()
      .from(persons)
      .where(anyOf(persons.id, [id]))
    const person = said(before ?? { id, subject: null, withdrawn: [] })
    await tx.insert(persons).values(person).onConflictDoUpdate({ target: persons.id, set: person })
    await saveAgain(tx, [{ library, kind: 'talent', localId }], sinks)
    if (action === 'CHANGE') await retell(tx, library, 'talent', localId)
    await record(tx, [{ action, viewer, object: 'Talent', ids: [id], fields, reason }])
    return person
  })
}

async function localIdOf(tx: Handle, id: string): Promise<string> {
  const [row] = await tx.execute(sql`
    select local_id from library.version where id = ${id} and kind = 'talent' and to_release is null`)
  if (!row) throw new HubError('BAD_VALUE', `没有编号为 ${id} 的人才记录，编号应如 hb-edu-talent:HBHX-10486-0001。`)
  return String(row.local_id)
}

function purposeOf(text: string): Purpose {
  const found = purposes.find((purpose) => purpose === text)
  if (!found) throw new HubError('BAD_VALUE', `用途应为 ${purposes.join('、')} 之一，收到 ${text}。`)
  return found
}
