import { describe, expect, it } from 'vitest'
import { coded } from '#schema/codes/code-list.ts'
import { demandCategories } from '#schema/codes/contracts.ts'
import { heilongjiang4567, heilongjiangTen, hubeiFive, liaoningList } from '#schema/codes/industry-schemes.ts'
import { checkContractKind, checkContractNumber } from '../../../../subgraphs/intake/checks/contract.ts'
import { checkDemandCategory } from '../../../../subgraphs/intake/checks/demand.ts'
import { checkDiscipline } from '../../../../subgraphs/intake/checks/discipline.ts'
import { checkIndustry } from '../../../../subgraphs/intake/checks/industry.ts'
import { checkIpc } from '../../../../subgraphs/intake/checks/ipc.ts'
import { checkMaturity } from '../../../../subgraphs/intake/checks/maturity.ts'

describe('an industry', () => {
  it.each(['C39', '39', 'Ｃ３９', '计算机、通信和其他电子设备制造业'])('reads %s as division 39', (original) => {
    expect(checkIndustry(original)).toEqual({
      value: {
        scheme: 'GB/T 4754-2017',
        code: '39',
        label: '计算机、通信和其他电子设备制造业',
        labelEn: 'Computers, communication and other electronics',
        original,
        match: 'EXACT',
      },
      key: '39',
      flags: [],
    })
  })

  it('answers a group with its division while the list does not go deeper', () => {
    expect(checkIndustry('C3911')).toMatchObject({ key: '39', value: { match: 'BROAD' }, flags: [] })
  })

  it('doubts a section letter that does not fit, and knows which would', () => {
    expect(checkIndustry('A39').flags).toEqual([
      { code: 'INDUSTRY_SECTION_MISMATCH', original: 'A39', interpreted: 'C39' },
    ])
    expect(checkIndustry('99').flags).toEqual([{ code: 'INDUSTRY_CODE_UNKNOWN', original: '99' }])
  })

  it.each([
    [hubeiFive, '光电子信息', '1'],
    [heilongjiang4567, '52', '52'],
    [heilongjiang4567, '电子信息', '52'],
    [heilongjiangTen, '高端智能装备', '06'],
    [liaoningList, '新一代信息技术', '104'],
  ])('keeps a provincial term in its own scheme: %#', (list, original, code) => {
    const entry = list.entries.find((candidate) => candidate.code === code)!
    expect(checkIndustry(original, { list })).toEqual({ value: coded(list, entry, original), key: code, flags: [] })
  })

  it('keeps a term no scheme has, in its own words', () => {
    expect(checkIndustry('低空经济', { list: hubeiFive })).toEqual({
      value: { scheme: 'HUBEI-5', code: null, label: '低空经济', original: '低空经济', match: 'UNMAPPED' },
      flags: [{ code: 'VOCABULARY_TERM_UNMAPPED', original: '低空经济' }],
    })
  })
})

describe('a discipline', () => {
  const computing = {
    scheme: 'MOE',
    code: '0812',
    label: '计算机科学与技术',
    labelEn: 'Computer science and technology',
    match: 'EXACT',
  }

  it.each(['0812', '0812 计算机科学与技术', '计算机科学与技术(0812)', '计算机科学与技术'])(
    'reads %s as a subject of the Ministry',
    (original) => {
      expect(checkDiscipline(original)).toEqual({ value: { ...computing, original }, key: 'MOE:0812', flags: [] })
    },
  )

  it('restores a zero the spreadsheet ate, and says what it took the code for', () => {
    const read = {
      value: { ...computing, original: '812' },
      key: 'MOE:0812',
      flags: [{ code: 'DISCIPLINE_SCHEME_ASSUMED', original: '812', interpreted: 'MOE 0812 计算机科学与技术' }],
    }
    expect(checkDiscipline('812')).toEqual(read)
    expect(checkDiscipline(812, { scheme: 'MOE' })).toEqual(read)
  })

  it.each([
    ['520', '520', 'EXACT'],
    ['510.1010', '510', 'BROAD'],
    ['5101010', '510', 'BROAD'],
  ])('reads %s as the national discipline %s', (original, code, match) => {
    expect(checkDiscipline(original)).toMatchObject({ key: `GB/T 13745-2009:${code}`, value: { match }, flags: [] })
  })

  it('flags three digits that both schemes could mean', () => {
    expect(checkDiscipline('710')).toMatchObject({
      key: 'GB/T 13745-2009:710',
      flags: [{ code: 'DISCIPLINE_SCHEME_ASSUMED', interpreted: 'GB/T 13745-2009 710 马克思主义' }],
    })
    expect(checkDiscipline('710', { scheme: 'GB/T 13745-2009' }).flags).toEqual([])
    expect(checkDiscipline('710', { scheme: 'MOE' }).value?.label).toBe('生物学')
  })

  it('reads the four families of the Hubei template, and keeps the fifth as it is', () => {
    expect(['理', '工', '农', '医'].map((word) => checkDiscipline(word, { scheme: 'MOE' }).key)).toEqual([
      'MOE:07',
      'MOE:08',
      'MOE:09',
      'MOE:10',
    ])
    expect(checkDiscipline('其他', { scheme: 'MOE' }).value?.match).toBe('UNMAPPED')
  })
})

describe('an IPC symbol', () => {
  it.each(['F16H 1/28', 'F16H1/28', 'f16h 1/28 (2006.01)I', 'Ｆ１６Ｈ　１／２８', 'F16H 0001/28', 'Int.Cl. F16H 1/28'])(
    'reads %s with its fixed form',
    (original) => {
      expect(checkIpc(original)).toEqual({
        value: {
          scheme: 'IPC',
          code: 'F16H 1/28',
          label: '工程元件',
          labelEn: 'Engineering elements',
          original: original.trim(),
          match: 'EXACT',
          fixed: 'F16H0001280000',
        },
        key: 'F16H0001280000',
        flags: [],
      })
    },
  )

  it.each([
    ['G06F', 'G06F'],
    ['G06', 'G06'],
    ['G', 'G'],
    ['A61K 31/4985', 'A61K0031498500'],
  ])('reads %s by its fixed form %s', (original, key) => expect(checkIpc(original)).toMatchObject({ key, flags: [] }))

  it.each(['Z06F 1/00', 'A77B 1/00', 'G06F 1/1', '机器人', 'G06F 1'])('finds %s invalid', (original) => {
    expect(checkIpc(original)).toEqual({ flags: [{ code: 'IPC_INVALID', original }] })
  })
})

describe('a contract', () => {
  it.each([
    ['技术开发合同', 'DEVELOPMENT'],
    ['委托开发', 'DEVELOPMENT'],
    ['转让', 'TRANSFER'],
    ['咨询', 'CONSULTING'],
    ['技术培训', 'SERVICE'],
  ])('of %s is %s', (written, key) => expect(checkContractKind(written)).toMatchObject({ key, flags: [] }))

  it('of license counts as transfer before the Civil Code, and as itself since', () => {
    expect(checkContractKind('技术许可', { signedOn: '2020-08-31' })).toMatchObject({
      key: 'TRANSFER',
      value: { code: 'TRANSFER', original: '技术许可', match: 'BROAD' },
      flags: [{ code: 'CONTRACT_TYPE_ERA', original: '技术许可', interpreted: '技术转让' }],
    })
    expect(checkContractKind('技术许可', { signedOn: '2021-01-01' })).toMatchObject({ key: 'LICENSE', flags: [] })
  })

  it('has a number of 14 or 16 digits with a region inside', () => {
    expect(checkContractNumber('2023420100000123').flags).toEqual([])
    expect(checkContractNumber('20420100000123').flags).toEqual([])
    expect(checkContractNumber('2023990100000123').flags).toEqual([
      { code: 'CONTRACT_NUMBER_FORMAT', original: '2023990100000123' },
    ])
    expect(checkContractNumber('20234201').flags).toHaveLength(1)
  })
})

describe('readiness', () => {
  it('keeps a level and bridges it to a stage, closely but never exactly', () => {
    expect(checkMaturity('TRL 6')).toMatchObject({ value: { trl: 6, stage: { code: 'MIDDLE', match: 'CLOSE' } } })
    expect(checkMaturity('九级')).toMatchObject({ value: { trl: 9, stage: { code: 'MATURE', match: 'CLOSE' } } })
    expect(checkMaturity('11')).toMatchObject({ value: { commercialLevel: 11, stage: { code: 'MATURE' } } })
    expect(checkMaturity('14')).toEqual({ flags: [{ code: 'TRL_OUT_OF_RANGE', original: '14' }] })
  })

  it.each([
    ['小试', 'INITIAL'],
    ['中试', 'MIDDLE'],
    ['产业化', 'MATURE'],
    ['成熟应用阶段', 'MATURE'],
  ])('reads the word %s as %s and invents no level', (original, code) => {
    const { value, flags } = checkMaturity(original)
    expect([Object.keys(value!), value!.stage.code, value!.stage.match, flags]).toEqual([['stage'], code, 'EXACT', []])
  })
})

describe('a demand category', () => {
  it.each(['4', '４', '4 共建研发平台类', '共建研发平台'])('reads %s as the fourth', (original) => {
    const entry = demandCategories.entries[3]!
    expect(checkDemandCategory(original)).toEqual({
      value: coded(demandCategories, entry, original),
      key: '4',
      flags: [],
    })
  })

  it('takes no kind of contract for a category', () => {
    expect(checkDemandCategory('技术开发')).toEqual({
      value: { scheme: '湖北专项需求类别', code: null, label: '技术开发', original: '技术开发', match: 'UNMAPPED' },
      flags: [{ code: 'DEMAND_CATEGORY_UNKNOWN', original: '技术开发' }],
    })
  })
})
