import { describe, expect, it } from 'vitest'
import { coded, findCode } from '#schema/codes/code-list.ts'
import { unmapped } from '#schema/codes/coded-value.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { subjects } from '#schema/codes/subjects.ts'
import { disciplineCodes, disciplineKeys, disciplineLabel } from '../../subgraphs/discipline-codes.ts'
import { liaoningStudies } from '../../subgraphs/intake/styles/liaoning-cells.ts'

const computing = coded(subjects, findCode(subjects, '0812')!, '0812')
const machinery = coded(disciplines, findCode(disciplines, '460')!, '机械工程')
const study = coded(liaoningStudies, liaoningStudies.entries[0]!, '01')

describe('codes of disciplines', () => {
  it('are found bare, with their scheme, and by the wider codes of their scheme', () => {
    expect(disciplineCodes([computing, machinery])).toEqual([
      '0812',
      'MOE:0812',
      'MOE:08',
      '460',
      'GB/T 13745-2009:460',
      'GB/T 13745-2009:D',
    ])
  })

  it('are counted once each under their own scheme, without words no list has', () => {
    expect(disciplineKeys([computing, computing, machinery, unmapped('MOE', '激光学')])).toEqual([
      'MOE:0812',
      'GB/T 13745-2009:460',
    ])
  })

  it('have a Chinese name in every scheme the libraries use', () => {
    expect([computing, machinery, study].map((it) => disciplineLabel(disciplineKeys([it])[0]!))).toEqual([
      '计算机科学与技术',
      '机械工程',
      liaoningStudies.entries[0]!.zh,
    ])
    expect(disciplineLabel('某校自编:01')).toBeUndefined()
  })
})
