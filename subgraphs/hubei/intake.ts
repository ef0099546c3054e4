import { anyOf, type Handle } from '../database.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import type { LibraryEntry } from '../libraries.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, recordRow, removeRows, saveRows } from '../rows.ts'
import {
  enterprises,
  guardedSpecialActions,
  portraits,
  restrictedSpecialActions,
  sources,
  specialActions,
  universities,
} from './tables.ts'

const tables = { open: specialActions, restricted: restrictedSpecialActions, guarded: guardedSpecialActions }

const isAction = ({ id }: LibraryEntry) => id === 'hb-std-demand'
const isPortraits = ({ id }: LibraryEntry) => id === 'hb-edu-talent'

/** Demands as the special action of 2020 sees them. */
export const specialActionSink: Sink<'demand'> = {
  kind: 'demand',
  save: (tx, records) =>
    saveRows(
      tx,
      tables,
      records.filter(({ library }) => isAction(library)),
      specialActionRow,
    ),
  remove: async (tx, ids, library, ending) => {
    if (isAction(library)) await removeRows(tx, tables, ids, ending)
  },
  counted: (tx, library, release) => countSource(tx, sources, specialActions, 'hbSpecialAction', library, release),
}

/** Zone and SME number of the enterprises that ask, and the doctorates of universities. */
export const organizationSink: Sink<'organization'> = {
  kind: 'organization',
  async save(tx, records) {
    const own = records.filter(({ library }) => isAction(library))
    await tx.delete(enterprises).where(anyOf(enterprises.id, idsOf(own)))
    const shown = own.filter(({ restricted }) => !restricted)
    const rows = shown.map(({ id, fields: { hiTechZone, smeLibraryNumber } }) => ({ id, hiTechZone, smeLibraryNumber }))
    if (rows.length > 0) await insertRows(tx, enterprises, rows)
    await saveUniversities(tx, records)
  },
  async remove(tx, ids, library) {
    if (isAction(library)) await tx.delete(enterprises).where(anyOf(enterprises.id, ids))
    if (isPortraits(library)) await tx.delete(universities).where(anyOf(universities.id, ids))
  },
}

/** Postings and degrees out of the portraits. */
export const portraitSink: Sink<'talent'> = {
  kind: 'talent',
  async save(tx, records) {
    const own = records.filter(({ library }) => isPortraits(library))
    await tx.delete(portraits).where(anyOf(portraits.id, idsOf(own)))
    const rows = own.filter(({ restricted }) => !restricted).map(portraitRow)
    if (rows.length > 0) await insertRows(tx, portraits, rows)
  },
  async remove(tx, ids, library) {
    if (isPortraits(library)) await tx.delete(portraits).where(anyOf(portraits.id, ids))
  },
  counted: (tx, library, release) => countSource(tx, sources, portraits, 'hbPortrait', library, release),
}

function specialActionRow(record: Prepared<'demand'>) {
  const {
    title,
    enterprise,
    region,
    status,
    statusText,
    localReview,
    localAuthority,
    returnReason,
    returnedOn,
    publishedOn,
  } = record.fields
  const { intendedAmount, contract = {} } = record.fields
  const { number, kind, amount, invoice = false, transfer = false, subsidy } = contract
  return {
    ...recordRow(record, title ?? '', [['B', enterprise?.text]]),
    enterpriseId: enterprise && organizationId(enterprise),
    enterpriseText: enterprise?.text,
    region,
    regionCode: region?.code,
    status,
    statusText,
    localOpinion: localReview,
    localAuthority,
    returnReason,
    returnedOn,
    publishedOn,
    contractNumber: number,
    contractKind: kind,
    contractKindCode: kind?.code,
    contractAmount: amount?.yuan,
    contractAmountText: amount?.text,
    hasContract: number !== undefined || amount !== undefined,
    hasInvoice: invoice,
    hasTransferRecord: transfer,
    isEvidenceComplete: number !== undefined && invoice && transfer,
    amountDeviation: deviation(intendedAmount?.yuan, amount?.yuan),
    isFunded: status === 'FUNDED' || Number(subsidy?.yuan) > 0,
    subsidy: subsidy?.yuan,
    subsidyText: subsidy?.text,
  }
}

/** How far a contract lies from the sum intended, as a share of it. */
function deviation(intended: string | undefined, contracted: string | undefined): string | undefined {
  if (!Number(intended) || contracted === undefined) return undefined
  return (Math.abs(Number(contracted) - Number(intended)) / Number(intended)).toFixed(4)
}

function portraitRow({ id, library, fields }: Prepared<'talent'>) {
  const { organization, programmes, isLiaison, isResident, type, highestDegree } = fields
  return {
    id,
    library: library.id,
    organizationId: organization && organizationId(organization),
    organizationText: organization?.text,
    programmes,
    isLiaison,
    isDoctor: type === 'PERSON' && highestDegree?.includes('博士') === true,
    isResident,
  }
}

async function saveUniversities(tx: Handle, records: readonly Prepared<'organization'>[]) {
  const own = records.filter(({ library }) => isPortraits(library))
  await tx.delete(universities).where(anyOf(universities.id, idsOf(own)))
  const rows = own.flatMap(({ id, fields: { doctorates } }) => (doctorates === undefined ? [] : { id, doctorates }))
  if (rows.length > 0) await insertRows(tx, universities, rows)
}

function idsOf(records: readonly Prepared[]): string[] {
  return records.map(({ id }) => id)
}
