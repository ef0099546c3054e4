import { regions } from '#schema/codes/regions.ts'
import { inventLiaoning } from '../liaoning.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'

/** `CSYJY`: an institute of a university in every city. */
export function* writeLnInstitute(world: World): Generator<Sample> {
  const lines = inventLiaoning(world).institutes.map((institute) => {
    const region = institute.city.code.slice(0, 4)
    const cells = {
      YJYBH: institute.id,
      YJYMC: institute.name,
      DWH: institute.university,
      SSCS: region,
      CLRQ: compact(institute.foundedOn),
      FYS: String(institute.branches),
    }
    const record = trueRecord('institute', institute.id, {
      name: institute.name,
      organization: { code: institute.university },
      region: trueCode(regions, institute.city.code, region),
      foundedOn: institute.foundedOn,
      branches: institute.branches,
    })
    return { cells, truth: rowTruth([record], undefined, {}) }
  })
  yield lnTable('ln-institute', 'CSYJY', 'YJYBH YJYMC DWH SSCS CLRQ FYS', lines)
}
