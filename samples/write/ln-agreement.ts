import { spoil } from '../defects.ts'
import { type Agreement, inventLiaoning } from '../liaoning.ts'
import { trueMoney, trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable } from './ln-table.ts'

const rates = { bareAmount: 0.1, fairMissing: 0.05 } as const

type Defect = keyof typeof rates

/** `XY_BA`: the agreements of alliances, filed or not. */
export function* writeLnAgreement(world: World): Generator<Sample> {
  const { agreements } = inventLiaoning(world)
  const plan = spoil(agreements.length, rates, world.random('ln-agreement'))
  const lines = agreements.map((agreement, i) => lineOf(agreement, i, plan[i]))
  yield lnTable('ln-agreement', 'XY_BA', 'XYBH XYMC JFDWH YFDWH HYBH HTJE BADW BAH BARQ', lines)
}

function lineOf(agreement: Agreement, i: number, defect: Defect | undefined): Line {
  const { filedOn, enterprise, university } = agreement
  const count = String(agreement.yuan / 10_000)
  const bare = defect === 'bareAmount'
  const amount = bare ? count : i % 3 === 0 ? `${agreement.yuan}元` : `${count}万元`
  const filing = filedOn && `辽教备〔${filedOn.slice(0, 4)}〕${i + 1}号`
  const cells = {
    XYBH: agreement.id,
    XYMC: agreement.name,
    JFDWH: enterprise,
    YFDWH: university,
    HYBH: defect === 'fairMissing' ? '' : agreement.fair.id,
    HTJE: amount,
    BADW: filedOn ? '辽宁省教育厅' : '',
    BAH: filing ?? '',
    BARQ: compact(filedOn),
  }
  const record = trueRecord('agreement', agreement.id, {
    name: agreement.name,
    partyA: { code: enterprise, uscc: enterprise },
    partyB: { code: university },
    fairLocalId: defect === 'fairMissing' ? undefined : agreement.fair.id,
    amount: bare ? { text: count } : trueMoney(agreement.yuan, amount),
    filedWith: filedOn && '辽宁省教育厅',
    filingNumber: filing,
    filedOn,
  })
  const unfiled = filedOn ? [] : (['AGREEMENT_NOT_FILED'] as const)
  const flags = [...unfiled, ...(bare ? (['AMOUNT_UNIT_ASSUMED'] as const) : [])]
  return { cells, truth: { records: [record], flags, ...(defect && { defect }) } }
}
