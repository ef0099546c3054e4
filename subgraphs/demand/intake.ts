import { industryCodes, industryFields } from '../industry-codes.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, recordRow, removeRows, saveRows } from '../rows.ts'
import { demands, guardedDemands, pastDemands, releases, restrictedDemands, sources } from './tables.ts'

const tables = { open: demands, restricted: restrictedDemands, guarded: guardedDemands, past: pastDemands }

export const demandSink: Sink<'demand'> = {
  kind: 'demand',
  save: (tx, records) => saveRows(tx, tables, records, rowOf),
  remove: (tx, ids, _, ending) => removeRows(tx, tables, ids, ending),
  // Why a demand came back, and what was contracted, is shared on conditions.
  share: async (_, records) =>
    records.map(({ fields: { contract, localReview, localAuthority, returnReason, ...fields }, ...record }) => {
      return { ...record, fields }
    }),
  counted: (tx, library, release) => countSource(tx, sources, demands, 'demand', library, release, releases),
}

function rowOf(record: Prepared<'demand'>) {
  const { enterprise, intendedAmount, industries, contract, localReview, localAuthority, returnReason, ...fields } =
    record.fields
  const { title = '', keyIndicators, description, category, contractKind, region } = fields
  return {
    ...fields,
    ...recordRow(record, title, [
      ['B', enterprise?.text],
      ['B', industries?.map(({ label }) => label).join(' ')],
      ['C', keyIndicators],
      ['C', description],
    ]),
    enterpriseId: enterprise && organizationId(enterprise),
    enterpriseText: enterprise?.text,
    categoryCode: category?.code,
    contractKindCode: contractKind?.code,
    industries,
    industryCodes: industryCodes(industries),
    industryFields: industryFields(industries),
    intendedAmount: intendedAmount?.yuan,
    intendedAmountText: intendedAmount?.text,
    regionCode: region?.code,
  }
}
