import type { Handle } from '../database.ts'
import { anyOf } from '../database.ts'
import { disciplineCodes, disciplineKeys } from '../discipline-codes.ts'
import { industryCodes, industryFields } from '../industry-codes.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, recordRow, removeRows, saveRows } from '../rows.ts'
import { personal, restrictedTalents, sources, talents } from './tables.ts'

const tables = { open: talents, restricted: restrictedTalents }

export const talentSink: Sink<'talent'> = {
  kind: 'talent',
  async save(tx, records) {
    await saveRows(tx, tables, records, rowOf)
    await savePersonal(tx, records)
  },
  async remove(tx, ids) {
    await removeRows(tx, tables, ids)
    await tx.delete(personal).where(anyOf(personal.id, ids))
  },
  counted: (tx, library, asOf) => countSource(tx, sources, talents, 'talent', library, asOf),
}

function rowOf(record: Prepared<'talent'>) {
  const { type, organization, disciplines, industries, horizontalFunding, ...rest } = record.fields
  const { name, nameWithheld = false, leader, gender, birthYear, contactName, consents, ...fields } = rest
  // A name that may not be shown may not be found or sorted by either.
  const shown = nameWithheld ? {} : { name, leader }
  return {
    ...fields,
    ...shown,
    ...recordRow(record, shown.name ?? '', [
      ['B', shown.leader],
      ['B', organization?.text],
      ['B', fields.researchDirections?.join(' ')],
      ['B', fields.keywords?.join(' ')],
      ['B', disciplines?.map(({ label }) => label).join(' ')],
      ['B', industries?.map(({ label }) => label).join(' ')],
      ['C', fields.cooperationAreas?.join(' ')],
      ['C', fields.achievementTitles?.join(' ')],
      ['C', fields.department],
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
  }
}

async function savePersonal(tx: Handle, records: readonly Prepared<'talent'>[]) {
  const ids = records.map(({ id }) => id)
  await tx.delete(personal).where(anyOf(personal.id, ids))
  const rows = records.map(({ id, fields }) => {
    const { nameWithheld, name, leader, gender, birthYear, contactName, consents } = fields
    return { id, ...(nameWithheld && { name, leader }), gender, birthYear, contactName, consents }
  })
  const known = rows.filter(({ id, ...fields }) => Object.values(fields).some((value) => value !== undefined))
  if (known.length > 0) await insertRows(tx, personal, known)
}
