import { describe, expect, it } from 'vitest'
import type { Truth } from '../../../../samples/truth.ts'
import type { Style } from '../../../../subgraphs/intake/style.ts'
import { hbEduAchievement } from '../../../../subgraphs/intake/styles/hb-edu-achievement.ts'
import { hbEduTalent } from '../../../../subgraphs/intake/styles/hb-edu-talent.ts'
import { hbIpLicense } from '../../../../subgraphs/intake/styles/hb-ip-license.ts'
import { hbIpPatent } from '../../../../subgraphs/intake/styles/hb-ip-patent.ts'
import { hbStdDemand } from '../../../../subgraphs/intake/styles/hb-std-demand.ts'
import { readBack, truthOf } from '../../../samples/read-back.ts'

const styles: readonly Style[] = [hbEduTalent, hbEduAchievement, hbStdDemand, hbIpPatent, hbIpLicense]

describe.each(styles)('$title', (style) => {
  it('comes back from intake as the truth has it, row by row: records, doubts and refusals', async () => {
    const truth = truthOf(style.id)
    const read = await readBack(style, style.id)
    expect([...read.keys()].sort()).toEqual([...truth.keys()].sort())
    for (const [place, row] of truth) {
      const { library, records, flags, refused } = read.get(place)!
      expect({ place, library, records, flags, refused }).toEqual({ place, ...expected(row) })
    }
  })

  it('is known as invented in every row', async () => {
    const rows = [...(await readBack(style, style.id)).values()]
    expect(rows.filter(({ synthetic, refused }) => !synthetic && !refused)).toEqual([])
  })
})

describe('Hubei', () => {
  it('keeps demands out of sight until they are published', async () => {
    const rows = [...(await readBack(hbStdDemand, 'hb-std-demand')).values()]
    const demands = rows.map(({ records }) => records[0] as { fields: { status: string }; restricted: boolean })
    const hidden = new Set(['DRAFT', 'IN_REVIEW', 'RETURNED'])
    expect(demands.filter(({ fields, restricted }) => restricted !== hidden.has(fields.status))).toEqual([])
    expect(new Set(demands.map(({ restricted }) => restricted))).toEqual(new Set([true, false]))
  })

  it('funds an enterprise once, but where a second subsidy is planted', () => {
    const funded = [...truthOf('hb-std-demand').values()].filter(({ records: [record] }) => {
      return record?.kind === 'demand' && record.fields.contract?.subsidy !== undefined
    })
    const enterprises = funded.map(
      ({ records: [record] }) => record?.kind === 'demand' && record.fields.enterprise?.text,
    )
    const again = funded.filter((_, i) => enterprises.indexOf(enterprises[i]!) !== i)
    expect(again.map(({ defect }) => defect)).toEqual(['secondSubsidy'])
  })

  it('points from achievements to portraits and patents that are there', () => {
    const talents = recordsOf('hb-edu-talent', 'talent').map(({ localId }) => localId)
    const patents = recordsOf('hb-ip-patent', 'patent').map(({ localId }) => localId)
    const achievements = recordsOf('hb-edu-achievement', 'achievement')
    const people = achievements.flatMap(
      (record) => (record.kind === 'achievement' && record.fields.talentLocalIds) || [],
    )
    const numbers = achievements.flatMap(
      (record) => (record.kind === 'achievement' && record.fields.patentNumbers) || [],
    )
    const found = (wanted: readonly string[], known: readonly (string | undefined)[]) =>
      wanted.filter((id) => known.includes(id)).length / wanted.length
    // Refused portraits and mistyped numbers are planted, so a few lead nowhere.
    expect(found(people, talents)).toBeGreaterThan(0.9)
    expect(found(numbers, patents)).toBeGreaterThan(0.9)
  })
})

function expected({ library, records, flags, refused }: Truth) {
  return { library, records, flags, refused }
}

function recordsOf(folder: string, kind: string) {
  return [...truthOf(folder).values()].flatMap(({ records }) => records.filter((record) => record.kind === kind))
}
