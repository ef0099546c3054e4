import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gb18030 } from '../../../../samples/write/gb18030.ts'
import { checkFiles } from '../../../../subgraphs/intake/intake.ts'
import type { Canonical, CanonicalOf, Kind } from '../../../../subgraphs/intake/record.ts'
import type { Style } from '../../../../subgraphs/intake/style.ts'
import { lnAgreement } from '../../../../subgraphs/intake/styles/ln-agreement.ts'
import { lnAlliance } from '../../../../subgraphs/intake/styles/ln-alliance.ts'
import { lnDemand } from '../../../../subgraphs/intake/styles/ln-demand.ts'
import { lnFair } from '../../../../subgraphs/intake/styles/ln-fair.ts'
import { lnInstitute } from '../../../../subgraphs/intake/styles/ln-institute.ts'
import { lnLicense } from '../../../../subgraphs/intake/styles/ln-license.ts'
import { lnPatent } from '../../../../subgraphs/intake/styles/ln-patent.ts'
import { lnSupply } from '../../../../subgraphs/intake/styles/ln-supply.ts'
import { lnTalent } from '../../../../subgraphs/intake/styles/ln-talent.ts'
import { lnVisit } from '../../../../subgraphs/intake/styles/ln-visit.ts'
import { readBack, truthOf } from '../../../samples/read-back.ts'
import { openFolder } from '../folder.ts'

const styles: readonly Style[] = [
  lnTalent,
  lnSupply,
  lnDemand,
  lnAlliance,
  lnFair,
  lnAgreement,
  lnInstitute,
  lnVisit,
  lnPatent,
  lnLicense,
]

describe.each(styles)('$title', (style) => {
  it('comes back from intake as the truth has it, row by row: records, doubts and refusals', async () => {
    const truth = truthOf(style.id)
    const read = await readBack(style, style.id)
    expect([...read.keys()].sort()).toEqual([...truth.keys()].sort())
    for (const [place, { library, records, flags, refused }] of truth) {
      const row = read.get(place)!
      // The truth leaves out ids that are digests under a key of the hub's own.
      const found = (row.records as readonly Canonical[]).map(({ localId, ...record }, i) =>
        records[i]?.localId === undefined ? record : { ...record, localId },
      )
      expect({ place, library: row.library, found, flags: row.flags, refused: row.refused }).toEqual({
        place,
        library,
        found: records,
        flags,
        refused,
      })
    }
  })

  it('is known as invented in every row', async () => {
    const rows = [...(await readBack(style, style.id)).values()]
    expect(rows.filter(({ synthetic, refused }) => !synthetic && !refused)).toEqual([])
  })
})

describe('Liaoning', () => {
  let folder: Awaited<ReturnType<typeof openFolder>>
  beforeAll(async () => {
    folder = await openFolder()
  })
  afterAll(() => folder.remove())

  it('offers an item at both tiers under two numbers, each with the unit number of its own tier', async () => {
    const items = await recordsOf(lnSupply, 'achievement')
    const byTitle = Map.groupBy(items, ({ fields }) => `${fields.title} ${fields.leader}`)
    const twice = [...byTitle.values()].filter((group) => group.length > 1)
    expect(twice.length).toBeGreaterThan(0)
    for (const [first, second] of twice) {
      expect([first?.fields.tier, second?.fields.tier]).toEqual(['省级', '校级'])
      expect(first?.localId).not.toBe(second?.localId)
      expect(first?.fields.organization?.text).toBe(second?.fields.organization?.text)
      expect(first?.fields.organization?.code).not.toBe(second?.fields.organization?.code)
    }
  })

  it('reads an extract of one tier, which lacks the column of tiers', async () => {
    const file = await folder.write(
      'GY_CGXX_省级.csv',
      gb18030(
        'CGBH,CGMC,DWH,DWMC,FZRXM,XKLYM,CGJJ,CSD,ZLH,ZHFS,LX,GXSJ\r\nLNCG1,热轧带钢板形控制模型,1001,东北大学,王拟安,02,试用,6,,许可,技术成果,20231001\r\n',
      ),
    )
    const { libraries } = await checkFiles({ style: lnSupply, files: [file], today: '2024-01-02' })
    expect(libraries.map(({ library, read, refused }) => ({ library, read, refused }))).toEqual([
      { library: 'ln-supply', read: 1, refused: 0 },
    ])
  })

  it('joins members to alliances, alliances to agreements, agreements to fairs, visits to people', async () => {
    const ids = async <K extends Kind>(style: Style, kind: K) =>
      new Set((await recordsOf(style, kind)).map(({ localId }) => localId))
    const alliances = await recordsOf(lnAlliance, 'alliance')
    const members = await recordsOf(lnAlliance, 'allianceMember')
    expect(
      members.filter(({ fields }) => !alliances.some(({ localId }) => localId === fields.allianceLocalId)),
    ).toEqual([])
    const agreements = await ids(lnAgreement, 'agreement')
    const signed = alliances.flatMap(({ fields }) => fields.agreementNumber ?? [])
    expect(signed.filter((number) => !agreements.has(number))).toEqual([])
    const fairs = await ids(lnFair, 'fair')
    const held = (await recordsOf(lnAgreement, 'agreement')).flatMap(({ fields }) => fields.fairLocalId ?? [])
    expect(held.filter((id) => !fairs.has(id))).toEqual([])
    const people = await ids(lnTalent, 'talent')
    const visits = await recordsOf(lnVisit, 'visit')
    // One person's row is refused for want of a name.
    expect(visits.filter(({ fields }) => !people.has(fields.talentLocalId ?? '')).length).toBeLessThanOrEqual(1)
  })

  it('says of some alliances a mode their members do not have', async () => {
    const members = Map.groupBy(
      await recordsOf(lnAlliance, 'allianceMember'),
      ({ fields }) => fields.allianceLocalId ?? '',
    )
    const wrong = (await recordsOf(lnAlliance, 'alliance')).filter(({ localId, fields }) => {
      const count = (type: string) => members.get(localId)!.filter((member) => member.fields.type === type).length
      const side = (units: number) => (units > 1 ? 'MANY' : 'ONE')
      return fields.mode && fields.mode !== `${side(count('高校'))}_${side(count('企业'))}`
    })
    expect(wrong.length).toBe(
      [...truthOf('ln-alliance').values()].filter(({ defect }) => defect === 'modeWrong').length,
    )
  })

  it('prices licenses out of one field, and leaves the mode open where it is not said', async () => {
    const licenses = await recordsOf(lnLicense, 'openLicense')
    const modes = new Map(licenses.map(({ fields }) => [shapeOf(fields.feeModeText ?? ''), fields.feeMode]))
    expect(Object.fromEntries(modes)).toEqual({
      sum: undefined,
      share: 'ROYALTY_SALES',
      'sum+share': 'ENTRY_PLUS_ROYALTY',
      免费: 'FREE',
      面议: undefined,
    })
  })
})

async function recordsOf<K extends Kind>(style: Style, kind: K): Promise<CanonicalOf<K>[]> {
  const rows = [...(await readBack(style, style.id)).values()]
  const records = rows.flatMap((row) => row.records as readonly Canonical[])
  return records.filter((record): record is CanonicalOf<K> & Canonical => record.kind === kind)
}

function shapeOf(price: string): string {
  return price.replace(/[\d.]+%/, 'share').replace(/[\d.]+(万?元)?/, 'sum')
}
