import { describe, expect, it } from 'vitest'
import type { CanonicalOf, Kind } from '../../subgraphs/intake/record.ts'
import { truthOf } from './read-back.ts'

/** What the true records of a folder say of each patent; of Heilongjiang the second bundle, which is in force. */
function byPatent<K extends Kind>(folder: string, kind: K, show: (fields: CanonicalOf<K>['fields']) => unknown) {
  const rows = [...truthOf(folder)].filter(([place]) => folder !== 'hl-halfyear' || place.startsWith('HLJ_2023H2'))
  return new Map(
    rows.flatMap(([, { records }]) =>
      records.flatMap((record): [string, unknown][] => {
        if (record.kind !== kind) return []
        const fields = record.fields as CanonicalOf<K>['fields'] & { applicationNumber?: string; patentNumber?: string }
        return [[fields.applicationNumber ?? fields.patentNumber ?? '', show(fields)]]
      }),
    ),
  )
}

function conflicts(one: Map<string, unknown>, other: Map<string, unknown>): number {
  return [...one].filter(([patent, value]) => other.has(patent) && other.get(patent) !== value).length
}

describe('patents of owners in several provinces', () => {
  it('are described differently by each of them', () => {
    const titles = (folder: string) => byPatent(folder, 'patent', ({ title }) => title)
    expect(conflicts(titles('hl-halfyear'), titles('ln-patent'))).toBeGreaterThan(0)
    const statuses = (folder: string) => byPatent(folder, 'patent', ({ legalStatus }) => legalStatus)
    expect(conflicts(statuses('hl-halfyear'), statuses('hb-ip-patent'))).toBeGreaterThan(0)
    const days = (folder: string) => byPatent(folder, 'patent', ({ filedOn }) => filedOn)
    expect(conflicts(days('ln-patent'), days('hb-ip-patent'))).toBeGreaterThan(0)
  })

  it('are offered at different prices', () => {
    const prices = (folder: string) => byPatent(folder, 'openLicense', ({ fixedFee }) => fixedFee?.yuan)
    expect(conflicts(prices('hl-halfyear'), prices('ln-license'))).toBeGreaterThan(0)
    expect(conflicts(prices('hb-ip-license'), prices('ln-license'))).toBeGreaterThan(0)
  })
})
