import { type SQL, sql } from 'drizzle-orm'
import type { FlagCode } from '#schema/flags.ts'
import { anyOf, type Handle } from '../database.ts'
import type { Kind, Mention } from '../intake/record.ts'
import { type Prepared, recordId, type Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, type RecordTables, recordRow, removeRows, saveRows } from '../rows.ts'
import { type AllianceStatus, agreements, alliances, fairs, institutes, members, sources, visits } from './tables.ts'
import { nameMentions, unitOf, unitSink } from './units.ts'

const allianceSink = sinkOf('alliance', 'lnAlliance', alliances, allianceRow, ({ fields }) => [fields.lead])

/** Every kind that only Liaoning has, and what its talents and achievements tell of its units. */
export const liaoningSinks: readonly Sink[] = [
  {
    ...allianceSink,
    async save(tx, records: readonly Prepared<'alliance'>[]) {
      await allianceSink.save(tx, records)
      await judgeModes(
        tx,
        records.map(({ id }) => id),
      )
    },
  },
  {
    kind: 'allianceMember',
    async save(tx, records: readonly Prepared<'allianceMember'>[]) {
      const ids = records.map(({ id }) => id)
      await tx.delete(members).where(anyOf(members.id, ids))
      const rows = records.filter(({ restricted }) => !restricted).map(memberRow)
      if (rows.length > 0) await insertRows(tx, members, rows)
      await nameMentions(
        tx,
        records.map(({ fields }) => fields.organization),
      )
      await judgeModes(
        tx,
        records.map((record) => memberRow(record).allianceId),
      )
    },
    async remove(tx, ids) {
      const left = await tx.delete(members).where(anyOf(members.id, ids)).returning({ id: members.allianceId })
      await judgeModes(
        tx,
        left.map(({ id }) => id),
      )
    },
  },
  sinkOf('fair', 'lnFair', fairs, fairRow),
  sinkOf('agreement', 'lnAgreement', agreements, agreementRow, ({ fields }) => [fields.partyA, fields.partyB]),
  sinkOf('institute', 'lnInstitute', institutes, instituteRow, ({ fields }) => [fields.organization]),
  sinkOf('visit', 'lnVisit', visits, visitRow),
  unitSink('talent', () => true),
  // A university's own tier numbers units anew, so only the province's tier is heard.
  unitSink('achievement', ({ fields }) => fields.tier === '省级'),
] as readonly Sink[]

function sinkOf<K extends Kind>(
  kind: K,
  listed: string,
  tables: RecordTables,
  rowOf: (record: Prepared<K>) => Record<string, unknown>,
  mentionsOf?: (record: Prepared<K>) => readonly (Mention | undefined)[],
): Sink<K> {
  return {
    kind,
    async save(tx, records) {
      await saveRows(tx, tables, records, rowOf)
      if (mentionsOf) await nameMentions(tx, records.flatMap(mentionsOf))
    },
    remove: (tx, ids, _, ending) => removeRows(tx, tables, ids, ending),
    counted: (tx, library, release) => countSource(tx, sources, tables.open, listed, library, release),
  }
}

function allianceRow(record: Prepared<'alliance'>) {
  const { type, lead: mention, status, region, filedOn, ...fields } = record.fields
  const lead = unitOf(mention)
  return {
    ...fields,
    ...recordRow(record, fields.name ?? '', []),
    kind: type,
    leadCode: lead.code,
    leadId: lead.id,
    leadText: lead.text,
    region,
    regionCode: region?.code,
    filedOn,
    isFiled: filedOn !== undefined,
    status: status && statuses[status],
    statusText: status,
  }
}

const statuses: Readonly<Record<string, AllianceStatus>> = {
  意向: 'INTENDED',
  已签约: 'SIGNED',
  已备案: 'FILED',
  运行: 'ACTIVE',
  评估合格: 'EVALUATED',
  终止: 'ENDED',
}

function memberRow({ id, library, fields }: Prepared<'allianceMember'>) {
  const { allianceLocalId = '', organization, type, role, joinedOn } = fields
  const { code, id: organizationId, text: organizationText } = unitOf(organization)
  const allianceId = recordId(library.id, 'alliance', allianceLocalId)
  return { id, allianceId, code, organizationId, organizationText, type, role, joinedOn }
}

function fairRow(record: Prepared<'fair'>) {
  const { fields } = record
  return { ...fields, ...recordRow(record, fields.name ?? '', []), regionCode: fields.region?.code }
}

function agreementRow(record: Prepared<'agreement'>) {
  const { partyA, partyB, fairLocalId, amount, ...fields } = record.fields
  const [a, b] = [unitOf(partyA), unitOf(partyB)]
  return {
    ...fields,
    ...recordRow(record, fields.name ?? '', []),
    partyACode: a.code,
    partyAId: a.id,
    partyAText: a.text,
    partyBCode: b.code,
    partyBId: b.id,
    partyBText: b.text,
    fairId: fairLocalId && recordId('ln-fair', 'fair', fairLocalId),
    amount: amount?.yuan,
    amountText: amount?.text,
    isFiled: fields.filedOn !== undefined || fields.filingNumber !== undefined,
  }
}

function instituteRow(record: Prepared<'institute'>) {
  const { organization: mention, ...fields } = record.fields
  const organization = unitOf(mention)
  return {
    ...fields,
    ...recordRow(record, fields.name ?? '', []),
    code: organization.code,
    organizationId: organization.id,
    organizationText: organization.text,
    regionCode: fields.region?.code,
  }
}

function visitRow(record: Prepared<'visit'>) {
  const { talentLocalId, enterprise, jointBody, ...fields } = record.fields
  return {
    ...fields,
    ...recordRow(record, '', []),
    talentId: talentLocalId && recordId('ln-talent', 'talent', talentLocalId),
    enterpriseId: enterprise && organizationId(enterprise),
    hasJointBody: jointBody,
  }
}

const mismatch: FlagCode = 'ALLIANCE_MODE_MEMBER_MISMATCH'

/** Holds the mode of alliances to the universities and enterprises among their members. */
async function judgeModes(tx: Handle, ids: readonly string[]) {
  const { open } = alliances
  const many = (count: SQL) => sql`case when ${count} > 1 then 'MANY' when ${count} = 1 then 'ONE' else 'NONE' end`
  await tx.execute(sql`
    update ${open} a set flags = (
      select coalesce(jsonb_agg(f), '[]') from jsonb_array_elements(a.flags) f where f ->> 'code' <> ${mismatch}
    ) || case when c.schools + c.firms > 0 and a.mode <> ${many(sql`c.schools`)} || '_' || ${many(sql`c.firms`)}
      then jsonb_build_array(jsonb_build_object(
        'code', ${mismatch}::text, 'field', 'mode', 'interpreted', c.schools || ' 所高校、' || c.firms || ' 家企业'))
      else '[]' end
    from (
      select w.id, count(*) filter (where m.type = '高校') as schools, count(*) filter (where m.type = '企业') as firms
      from unnest(${sql.param([...new Set(ids)])}::text[]) w (id) left join ${members} m on m.alliance_id = w.id
      group by w.id
    ) c
    where a.id = c.id`)
}
