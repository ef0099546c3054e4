import { regions } from '#schema/codes/regions.ts'
import { spoil } from '../defects.ts'
import { type Fair, inventLiaoning } from '../liaoning.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'

const rates = { attendeesWorded: 0.05 } as const

type Defect = keyof typeof rates

/** `DJH_XX`: a large fair in every city, and smaller ones. */
export function* writeLnFair(world: World): Generator<Sample> {
  const { fairs } = inventLiaoning(world)
  const plan = spoil(fairs.length, rates, world.random('ln-fair'))
  const lines = fairs.map((fair, i) => lineOf(fair, plan[i]))
  yield lnTable('ln-fair', 'DJH_XX', 'HYBH HYMC HYLB SSCS JBRQ CHDWS', lines)
}

const scales = { LARGE: '1', SMALL: '2', SPECIAL: '3' } as const

function lineOf(fair: Fair, defect: Defect | undefined): Line {
  const region = fair.city.code.slice(0, 4)
  const worded = defect === 'attendeesWorded'
  const cells = {
    HYBH: fair.id,
    HYMC: fair.name,
    HYLB: scales[fair.scale],
    SSCS: region,
    JBRQ: compact(fair.heldOn),
    CHDWS: worded ? `${fair.attendees}余家` : String(fair.attendees),
  }
  const record = trueRecord('fair', fair.id, {
    name: fair.name,
    scale: fair.scale,
    region: trueCode(regions, fair.city.code, region),
    heldOn: fair.heldOn,
    attendees: worded ? undefined : fair.attendees,
  })
  return { cells, truth: rowTruth([record], defect, { attendeesWorded: ['NUMBER_TEXT_MIXED'] }) }
}
