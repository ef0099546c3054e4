import { damagedCreditCode, spoil } from '../defects.ts'
import { inventLiaoning, talentId, type Visit } from '../liaoning.ts'
import { trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { lnTable, rowTruth } from './ln-table.ts'

const rates = { creditDamaged: 0.03, timesWorded: 0.03 } as const

type Defect = keyof typeof rates

/** `ZJJQ`: experts in enterprises. */
export function* writeLnVisit(world: World): Generator<Sample> {
  const { visits } = inventLiaoning(world)
  const plan = spoil(visits.length, rates, world.random('ln-visit'))
  const lines = visits.map((visit, i) => lineOf(visit, i, plan[i]))
  yield lnTable('ln-visit', 'ZJJQ', 'RYBH JZGH QYXYDM NF RC(人次) GJYFJG', lines)
}

function lineOf({ talent, enterprise, ...visit }: Visit, i: number, defect: Defect | undefined): Line {
  const damaged = defect === 'creditDamaged'
  const cells = {
    RYBH: talentId(talent),
    JZGH: `S${String(i + 1).padStart(6, '0')}`,
    QYXYDM: damaged ? damagedCreditCode(enterprise.city.code) : enterprise.uscc,
    NF: visit.year,
    'RC(人次)': defect === 'timesWorded' ? '若干' : String(visit.times),
    GJYFJG: visit.jointBody ? '是' : '否',
  }
  const record = trueRecord('visit', undefined, {
    talentLocalId: talentId(talent),
    enterprise: damaged ? undefined : { uscc: enterprise.uscc },
    year: visit.year,
    visits: defect === 'timesWorded' ? undefined : visit.times,
    jointBody: visit.jointBody,
  })
  return { cells, truth: rowTruth([record], defect, raised) }
}

const raised = { creditDamaged: ['IDENTIFIER_PRECISION_LOST'], timesWorded: ['NUMBER_TEXT_MIXED'] } as const
