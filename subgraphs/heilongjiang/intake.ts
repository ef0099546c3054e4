import { heilongjiang4567 } from '#schema/codes/industry-schemes.ts'
import { anyOf } from '../database.ts'
import type { Fields, Kind } from '../intake/record.ts'
import { type Prepared, recordId, type Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { countSource, insertRows, type RecordTables, recordRow, removeRows, saveRows } from '../rows.ts'
import { type ChallengeStage, challenges, items, ledger, sources } from './tables.ts'

/** What only Heilongjiang has, and the batches and industries of its demands, projects and achievements. */
export const heilongjiangSinks = [
  sinkOf('challenge', 'hlChallenge', challenges, challengeRow),
  sinkOf('ledger', 'hlLedgerEntry', ledger, ledgerRow),
  itemSink('demand', () => 'DEMAND'),
  itemSink('achievement', ({ fields }) => fields.type ?? 'ACHIEVEMENT'),
] as readonly Sink[]

function sinkOf<K extends Kind>(
  kind: K,
  listed: string,
  tables: RecordTables,
  rowOf: (record: Prepared<K>) => Record<string, unknown>,
): Sink<K> {
  return {
    kind,
    save: (tx, records) => saveRows(tx, tables, records, rowOf),
    remove: (tx, ids, _, ending) => removeRows(tx, tables, ids, ending),
    counted: (tx, library, release) => countSource(tx, sources, tables.open, listed, library, release),
  }
}

function challengeRow(record: Prepared<'challenge'>) {
  const { demandLocalId, poster, winner, amount, mode, status, postedOn, closesOn } = record.fields
  return {
    ...recordRow(record, poster?.text ?? '', [['B', winner?.text]]),
    demandId: demandLocalId && recordId('hl-demand', 'demand', demandLocalId),
    mode: mode && modes[mode],
    modeText: mode,
    stage: status && stages[status],
    statusText: status,
    posterId: poster && organizationId(poster),
    posterText: poster?.text,
    winnerId: winner && organizationId(winner),
    winnerText: winner?.text,
    amount: amount?.yuan,
    amountText: amount?.text,
    postedOn,
    closesOn,
  }
}

const modes: Readonly<Record<string, string>> = { 揭榜挂帅: 'OPEN_CALL', 赛马: 'HORSE_RACE' }

const stages: Readonly<Record<string, ChallengeStage>> = {
  征集: 'COLLECTED',
  定榜: 'LISTED',
  发榜: 'POSTED',
  揭榜: 'TAKEN',
  签约: 'SIGNED',
  验收: 'ACCEPTED',
}

function ledgerRow(record: Prepared<'ledger'>) {
  const { unit, investment, output, ...fields } = record.fields
  return {
    ...fields,
    ...recordRow(record, unit?.text ?? '', []),
    unitId: unit && organizationId(unit),
    unitText: unit?.text,
    investment: investment?.yuan,
    investmentText: investment?.text,
    output: output?.yuan,
    outputText: output?.text,
  }
}

function itemSink<K extends 'demand' | 'achievement'>(kind: K, kindOf: (record: Prepared<K>) => string): Sink<K> {
  return {
    kind,
    async save(tx, records) {
      const own = records.filter(({ library }) => library.province === 'HEILONGJIANG')
      await tx.delete(items).where(
        anyOf(
          items.id,
          own.map(({ id }) => id),
        ),
      )
      const shown = own.filter(({ restricted }) => !restricted)
      if (shown.length === 0) return
      const rows = shown.map((record) => {
        const { period, industries } = record.fields as Partial<Fields['demand']>
        return {
          id: record.id,
          library: record.library.id,
          kind: kindOf(record),
          period,
          industries: codes(industries),
        }
      })
      await insertRows(tx, items, rows)
    },
    remove: async (tx, ids) => void (await tx.delete(items).where(anyOf(items.id, ids))),
  }
}

function codes(industries: Fields['demand']['industries'] = []) {
  return industries.flatMap(({ scheme, code }) => (scheme === heilongjiang4567.scheme && code ? [code] : []))
}
