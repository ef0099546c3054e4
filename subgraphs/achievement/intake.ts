import { anyOf, type Handle } from '../database.ts'
import { disciplineCodes, disciplineKeys } from '../discipline-codes.ts'
import { industryCodes, industryFields } from '../industry-codes.ts'
import { checkPatentNumber } from '../intake/checks/patent-number.ts'
import type { Fields } from '../intake/record.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { recordId } from '../intake/sink.ts'
import { ipcBeginnings } from '../ipc-codes.ts'
import { type LibraryEntry, libraries } from '../libraries.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, recordRow, removeRows, saveRows } from '../rows.ts'
import {
  achievements,
  guardedAchievements,
  guardedPatents,
  pastAchievements,
  pastPatents,
  patentApplicants,
  patents,
  releases,
  restrictedAchievements,
  restrictedPatents,
  sources,
} from './tables.ts'

const achievementTables = {
  open: achievements,
  restricted: restrictedAchievements,
  guarded: guardedAchievements,
  past: pastAchievements,
}
const patentTables = { open: patents, restricted: restrictedPatents, guarded: guardedPatents, past: pastPatents }

export const achievementSink: Sink<'achievement'> = {
  kind: 'achievement',
  save: (tx, records) => saveRows(tx, achievementTables, records, achievementRow),
  remove: (tx, ids, _, ending) => removeRows(tx, achievementTables, ids, ending),
  counted: (tx, library, release) => countSource(tx, sources, achievements, 'achievement', library, release, releases),
}

export const patentSink: Sink<'patent'> = {
  kind: 'patent',
  async save(tx, records) {
    await saveRows(tx, patentTables, records, patentRow)
    await saveApplicants(tx, records)
  },
  async remove(tx, ids, _, ending) {
    await removeRows(tx, patentTables, ids, ending)
    await tx.delete(patentApplicants).where(anyOf(patentApplicants.patentId, ids))
  },
  counted: (tx, library, release) => countSource(tx, sources, patents, 'patent', library, release, releases),
}

function achievementRow(record: Prepared<'achievement'>) {
  const { type, organization, talentLocalIds, disciplines, industries, askingPrice, ...fields } = record.fields
  return {
    ...fields,
    ...recordRow(record, fields.title ?? '', [
      ['B', organization?.text],
      ['B', fields.leader],
      ['B', disciplines?.map(({ label }) => label).join(' ')],
      ['B', industries?.map(({ label }) => label).join(' ')],
      ['C', fields.abstract],
      ['C', fields.marketProspect],
    ]),
    kind: type,
    organizationId: organization && organizationId(organization),
    organizationText: organization?.text,
    talentIds: talentIds(record.library, talentLocalIds),
    maturityCode: fields.maturity?.code,
    disciplines,
    disciplineCodes: disciplineCodes(disciplines),
    disciplineKeys: disciplineKeys(disciplines),
    industries,
    industryCodes: industryCodes(industries),
    industryFields: industryFields(industries),
    askingPrice: askingPrice?.yuan,
    askingPriceText: askingPrice?.text,
  }
}

/** The source names its people by the numbers of its own province's talent library. */
function talentIds({ province }: LibraryEntry, localIds: readonly string[] = []): string[] {
  const talentLibrary = libraries.find((library) => library.kind === 'TALENT' && library.province === province)
  return talentLibrary ? [...new Set(localIds)].map((localId) => recordId(talentLibrary.id, 'talent', localId)) : []
}

function patentRow(record: Prepared<'patent'>) {
  const { type, applicants, ipc, ...fields } = record.fields
  return {
    ...fields,
    ...recordRow(record, fields.title ?? '', [
      ['B', applicants?.map(({ text }) => text).join(' ')],
      ['B', fields.inventors?.join(' ')],
      ['B', ipc?.map(({ label }) => label).join(' ')],
      ['C', fields.abstract],
    ]),
    patentNumber: fields.patentNumber ?? grantedNumber(fields),
    kind: type,
    applicants: applicants?.map((mention) => ({ name: mention.text, organizationId: organizationId(mention) })),
    applicantIds: applicantIds(record),
    ipc,
    ...ipcBeginnings(ipc),
    regionCode: fields.region?.code,
    // A patent library knows its patents better than an achievement library that mentions them.
    precedence: record.library.kind === 'PATENT' ? 0 : 1,
  }
}

/** The number of a granted patent is that of its application with ZL before it; lists leave it out. */
function grantedNumber({ applicationNumber, legalStatus }: Partial<Fields['patent']>): string | undefined {
  if (legalStatus !== 'GRANTED' && legalStatus !== 'EXPIRED') return undefined
  const { value } = checkPatentNumber(applicationNumber)
  return value?.form === 'APPLICATION' ? `ZL${value.number}` : undefined
}

function applicantIds({ fields }: Prepared<'patent'>): string[] {
  const ids = fields.applicants?.map(organizationId).filter((id) => id !== null)
  return [...new Set(ids)]
}

async function saveApplicants(tx: Handle, records: readonly Prepared<'patent'>[]) {
  await tx.delete(patentApplicants).where(
    anyOf(
      patentApplicants.patentId,
      records.map(({ id }) => id),
    ),
  )
  const rows = records
    .filter(({ restricted }) => !restricted)
    .flatMap((record) => applicantIds(record).map((id) => ({ organizationId: id, patentId: record.id })))
  if (rows.length > 0) await insertRows(tx, patentApplicants, rows)
}
