import { rules } from '#schema/rules.ts'
import { declarationOf } from '../intake/check.ts'
import { checkOpenLicense } from '../intake/checks/open-license.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, recordRow, removeRows, saveRows } from '../rows.ts'
import {
  guardedOpenLicenses,
  openLicenses,
  pastOpenLicenses,
  releases,
  restrictedOpenLicenses,
  sources,
  type Verdict,
} from './tables.ts'

const tables = {
  open: openLicenses,
  restricted: restrictedOpenLicenses,
  guarded: guardedOpenLicenses,
  past: pastOpenLicenses,
}

export const openLicenseSink: Sink<'openLicense'> = {
  kind: 'openLicense',
  save: (tx, records) => saveRows(tx, tables, records, rowOf),
  remove: (tx, ids, _, ending) => removeRows(tx, tables, ids, ending),
  counted: (tx, library, release) => countSource(tx, sources, openLicenses, 'openLicense', library, release, releases),
}

function rowOf(record: Prepared<'openLicense'>) {
  const { patentType, legalStatus, licensors, fixedFee, ...fields } = record.fields
  const licensorIds = licensors?.map(organizationId).filter((id) => id !== null)
  const verdicts = verdictsOf(record)
  return {
    ...fields,
    ...recordRow(record, fields.patentTitle ?? '', [
      ['B', licensors?.map(({ text }) => text).join(' ')],
      ['C', fields.feeModeText],
    ]),
    patentKind: patentType,
    licensors: licensors?.map((mention) => ({ name: mention.text, organizationId: organizationId(mention) })),
    licensorIds: [...new Set(licensorIds)],
    status: fields.withdrawnOn ? 'WITHDRAWN' : 'OPEN',
    fixedFee: fixedFee?.yuan,
    fixedFeeText: fixedFee?.text,
    verdicts,
    failedRules: verdicts.filter(({ outcome }) => outcome === 'FAIL').map(({ rule }) => rule),
  }
}

/** A rule whose flag intake raised has failed, whatever else is known of the declaration by now. */
function verdictsOf({ fields, flags }: Prepared<'openLicense'>): Verdict[] {
  const raised = new Set(flags.map(({ code }) => code))
  return checkOpenLicense(declarationOf(fields)).verdicts.map(({ rule, outcome }) => ({
    rule,
    outcome: raised.has(rules[rule].flag) ? 'FAIL' : outcome,
  }))
}
