import { and, isNotNull, or } from 'drizzle-orm'
import { anyOf, type Handle, type Reader } from '../database.ts'
import { disciplineCodes, disciplineKeys } from '../discipline-codes.ts'
import { industryCodes, industryFields } from '../industry-codes.ts'
import type { Filed, Prepared, Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, recordRow, removeRows, saveRows } from '../rows.ts'
import { tokensOf, type Weight } from '../search.ts'
import {
  guardedTalents,
  type Purpose,
  pastTalents,
  personal,
  persons,
  releases,
  restrictedTalents,
  sources,
  type TalentRow,
  talents,
} from './tables.ts'

const tables = { open: talents, restricted: restrictedTalents, guarded: guardedTalents, past: pastTalents }

export const talentSink: Sink<'talent'> = {
  kind: 'talent',
  async save(tx, records) {
    const willing = await heed(tx, records)
    await saveRows(tx, tables, willing, rowOf)
    await concealPast(tx, willing)
    await savePersonal(tx, willing)
  },
  async remove(tx, ids, _, ending) {
    // A person who left the library has left it of every date.
    await removeRows(tx, tables, ids, { ...ending, isWithdrawal: true })
    await tx.delete(personal).where(anyOf(personal.id, ids))
  },
  heed,
  share: shareTalents,
  recall: async (tx, records) => (await heed(tx, records)).map(unnamed),
  counted: (tx, library, release) => countSource(tx, sources, talents, 'talent', library, release, releases),
}

/** Without what is the person's own, and without the name where the person does not want it listed. */
async function shareTalents(reader: Reader, records: readonly Prepared<'talent'>[]): Promise<Prepared<'talent'>[]> {
  const ids = records.map(({ id }) => id)
  const rows = await reader
    .select({ id: talents.id, nameWithheld: talents.nameWithheld })
    .from(talents)
    .where(anyOf(talents.id, ids))
  const listed = new Set(rows.filter(({ nameWithheld }) => !nameWithheld).map(({ id }) => id))
  return records.map((record) => {
    const { gender, birthYear, contactName, consents, name, leader, ...fields } = record.fields
    const names = { ...(name !== undefined && { name }), ...(leader !== undefined && { leader }) }
    return { ...record, fields: { ...fields, ...(listed.has(record.id) ? names : { nameWithheld: true }) } }
  })
}

/** What a library filed, less what the person has withdrawn since, and with the person's account. */
type Heeded<R> = R & { readonly subject: string | null; readonly withdrawn: readonly Purpose[] }

async function heed<R extends Filed<'talent'>>(tx: Handle, records: readonly R[]): Promise<Heeded<R>[]> {
  const said = await tx
    .select()
    .from(persons)
    .where(
      anyOf(
        persons.id,
        records.map(({ id }) => id),
      ),
    )
  const byId = new Map(said.map((person) => [person.id, person]))
  return records.map((record) => {
    const { subject = null, withdrawn = [] } = byId.get(record.id) ?? {}
    if (withdrawn.length === 0) return { ...record, subject, withdrawn }
    const { consents, contactName, ...fields } = record.fields
    return {
      ...record,
      subject,
      withdrawn,
      fields: {
        ...fields,
        ...(consents && { consents: consents.filter((purpose) => !withdrawn.some((it) => it === purpose)) }),
        ...(contactName && !withdrawn.includes('LIST_CONTACT') && { contactName }),
        ...(withdrawn.includes('LIST_NAME') && { nameWithheld: true }),
      },
    }
  })
}

/** The sidecar keeps a name that is no longer listed, for those whom the policy lets see it; others read none. */
function unnamed({ subject, withdrawn, ...record }: Heeded<Filed<'talent'>>): Filed<'talent'> {
  const { name, leader, ...fields } = record.fields
  return withdrawn.includes('LIST_NAME') ? { ...record, fields } : record
}

function rowOf(record: Heeded<Prepared<'talent'>>) {
  const { type, organization, disciplines, industries, horizontalFunding, ...rest } = record.fields
  const { name, nameWithheld = false, leader, gender, birthYear, contactName, consents, ...fields } = rest
  // A name that may not be shown may not be found or sorted by either.
  const shown = nameWithheld ? {} : { name, leader }
  return {
    ...fields,
    ...shown,
    ...recordRow(record, shown.name ?? '', [
      ['B', shown.leader],
      ...wordsOf({ ...fields, organizationText: organization?.text, disciplines, industries }),
    ]),
    ...(!shown.name && { sortKey: '~' }),
    nameWithheld,
    kind: type,
    organizationId: organization && organizationId(organization),
    organizationText: organization?.text,
    disciplines,
    disciplineCodes: disciplineCodes(disciplines),
    disciplineKeys: disciplineKeys(disciplines),
    industries,
    industryCodes: industryCodes(industries),
    industryFields: industryFields(industries),
    horizontalFunding: horizontalFunding?.yuan,
    horizontalFundingText: horizontalFunding?.text,
    subject: record.subject,
  }
}

type Wordy = Partial<
  Pick<
    TalentRow,
    | 'organizationText'
    | 'researchDirections'
    | 'keywords'
    | 'disciplines'
    | 'industries'
    | 'cooperationAreas'
    | 'achievementTitles'
    | 'department'
  >
>

/** What a person or team is found by besides names. */
function wordsOf(row: { readonly [K in keyof Wordy]: Readonly<Wordy[K]> | undefined }): [Weight, string | undefined][] {
  return [
    ['B', row.organizationText ?? undefined],
    ['B', row.researchDirections?.join(' ')],
    ['B', row.keywords?.join(' ')],
    ['B', row.disciplines?.map(({ label }) => label).join(' ')],
    ['B', row.industries?.map(({ label }) => label).join(' ')],
    ['C', row.cooperationAreas?.join(' ')],
    ['C', row.achievementTitles?.join(' ')],
    ['C', row.department ?? undefined],
  ]
}

/** Names withheld now were never shown: lists of an earlier date have them no more, to read, find or sort by. */
async function concealPast(tx: Handle, records: readonly Heeded<Prepared<'talent'>>[]) {
  const ids = records.filter(({ fields }) => fields.nameWithheld).map(({ id }) => id)
  if (ids.length === 0) return
  const { name, leader } = pastTalents
  const named = or(isNotNull(name), isNotNull(leader))
  const rows = await tx
    .delete(pastTalents)
    .where(and(anyOf(pastTalents.id, ids), named))
    .returning()
  const concealed = rows.map((row) => {
    return { ...row, name: null, leader: null, nameWithheld: true, sortKey: '~', tokens: tokensOf(wordsOf(row)) }
  })
  if (concealed.length > 0) await insertRows(tx, pastTalents, concealed)
}

async function savePersonal(tx: Handle, records: readonly Heeded<Prepared<'talent'>>[]) {
  const ids = records.map(({ id }) => id)
  await tx.delete(personal).where(anyOf(personal.id, ids))
  const rows = records.flatMap(({ id, library, subject, fields }) => {
    const { nameWithheld, name, leader, gender, birthYear, contactName, consents, organization } = fields
    const known = { ...(nameWithheld && { name, leader }), gender, birthYear, contactName, consents }
    if (Object.values(known).every((value) => value === undefined)) return []
    const facts = {
      library: library.id,
      province: library.province,
      organizationId: organization && organizationId(organization),
      subject,
    }
    return { id, ...facts, ...known }
  })
  if (rows.length > 0) await insertRows(tx, personal, rows)
}
