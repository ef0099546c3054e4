import { afterEach, describe, expect, it } from 'vitest'
import { replaceList } from '#schema/codes/code-list.ts'
import { loadList } from '#schema/codes/load-list.ts'
import { regions } from '#schema/codes/regions.ts'
import { checkRegion } from '../../../../subgraphs/intake/checks/region.ts'

const wuhan = { scheme: 'GB/T 2260', code: '420100', label: '武汉市', labelEn: 'Wuhan', match: 'EXACT' }

describe('a region', () => {
  it.each(['420100', '4201', '武汉', '武汉市', '湖北省武汉市', '湖北武汉', '４２０１００', '武 汉 市'])(
    'reads %s as Wuhan',
    (written) => {
      expect(checkRegion(written)).toEqual({ value: { ...wuhan, original: written }, key: '420100', flags: [] })
    },
  )

  it.each([
    ['42', '420000'],
    ['4200', '420000'],
    ['2300', '230000'],
    ['2301', '230100'],
    ['2101', '210100'],
    ['2102', '210200'],
    ['湖北', '420000'],
    ['内蒙古', '150000'],
    ['恩施州', '422800'],
    ['恩施土家族苗族自治州', '422800'],
    ['大兴安岭地区', '232700'],
    ['大兴安岭', '232700'],
    ['神农架林区', '429021'],
    ['仙桃', '429004'],
    ['襄樊', '420600'],
    ['锦西市', '211400'],
  ])('reads %s as %s', (written, code) => {
    expect(checkRegion(written)).toMatchObject({
      key: code,
      value: { code, original: written, match: 'EXACT' },
      flags: [],
    })
  })

  it('keeps the two areas of contract forms that are no division', () => {
    expect(checkRegion('7100')).toEqual({
      value: {
        scheme: '技术合同地区代码',
        code: '7100',
        label: '港澳台地区',
        labelEn: 'Hong Kong, Macao and Taiwan',
        original: '7100',
        match: 'EXACT',
      },
      flags: [],
    })
    expect(checkRegion('8000').value?.label).toBe('其他地区')
  })

  it('gives the successor of a retired code, and takes the code as it was when the record is older', () => {
    expect(checkRegion('422300')).toEqual({
      value: {
        scheme: 'GB/T 2260',
        code: '421200',
        label: '咸宁市',
        labelEn: 'Xianning',
        original: '422300',
        match: 'CLOSE',
      },
      key: '421200',
      flags: [{ code: 'REGION_CODE_RETIRED', original: '422300', interpreted: '421200 咸宁市' }],
    })
    expect(checkRegion('422300', { date: '1996-05' })).toEqual({
      value: { scheme: 'GB/T 2260', code: '422300', label: '咸宁地区', original: '422300', match: 'EXACT' },
      key: '421200',
      flags: [],
    })
    expect(checkRegion('黄冈地区').flags).toEqual([
      { code: 'REGION_CODE_RETIRED', original: '黄冈地区', interpreted: '421100 黄冈市' },
    ])
  })

  it('guesses nothing where a name fits a province and a city', () => {
    expect(checkRegion('吉林')).toEqual({
      value: { scheme: 'GB/T 2260', code: null, label: '吉林', original: '吉林', match: 'UNMAPPED' },
      flags: [{ code: 'REGION_NAME_AMBIGUOUS', original: '吉林', interpreted: '220000 吉林省；220200 吉林市' }],
    })
  })

  it('answers with the city where the list does not go down to its counties', () => {
    expect(checkRegion('420106')).toEqual({
      value: { ...wuhan, original: '420106', match: 'BROAD' },
      key: '420100',
      flags: [],
    })
    expect(checkRegion('湖北省武汉市洪山区')).toMatchObject({ key: '420100', value: { match: 'BROAD' }, flags: [] })
    expect(checkRegion('440300')).toMatchObject({ key: '440000', value: { label: '广东省', match: 'BROAD' } })
  })

  it.each(['990000', '421900', '429099', '42010', '武汉大学', '朝阳路88号', '东湖', '吉林松原'])(
    'does not know %s',
    (written) => {
      expect(checkRegion(written)).toEqual({
        value: { scheme: 'GB/T 2260', code: null, label: written, original: written, match: 'UNMAPPED' },
        flags: [{ code: 'REGION_CODE_UNKNOWN', original: written }],
      })
    },
  )

  it('notes a region outside the province of the library, and keeps it', () => {
    expect(checkRegion('2301', { province: '21' })).toMatchObject({
      key: '230100',
      flags: [{ code: 'REGION_OUTSIDE_LIBRARY_PROVINCE', original: '2301', interpreted: '哈尔滨市' }],
    })
  })
})

describe('a fuller list of regions', () => {
  afterEach(() => replaceList(regions.scheme))

  const csv = [
    'code,name,parent',
    '420100,武汉市,420000',
    '420106,武昌区,420100',
    '421000,荆州市,420000',
    '421002,沙市区,421000',
    '421003,荆州区,421000',
  ].join('\n')

  it('reads counties, and then knows which do not exist', () => {
    replaceList(regions.scheme, loadList(regions, csv, { code: 'code', zh: 'name', parent: 'parent' }))
    expect(checkRegion('湖北省武汉市武昌区')).toEqual({
      value: { scheme: 'GB/T 2260', code: '420106', label: '武昌区', original: '湖北省武汉市武昌区', match: 'EXACT' },
      key: '420106',
      flags: [],
    })
    expect(checkRegion('420199').flags).toEqual([{ code: 'REGION_CODE_UNKNOWN', original: '420199' }])
    // Neither the retired codes nor the other provinces are lost with the core list.
    expect(checkRegion('422400').key).toBe('421000')
    expect(checkRegion('北京').key).toBe('110000')
  })

  it('takes the city where a short name is also a district inside it', () => {
    replaceList(regions.scheme, loadList(regions, csv, { code: 'code', zh: 'name', parent: 'parent' }))
    expect(checkRegion('荆州')).toMatchObject({ key: '421000', flags: [] })
  })

  it('refuses a file that is not such a list, naming what is wrong', () => {
    const columns = { code: 'code', zh: 'name' }
    expect(() => loadList(regions, 'code,label\n420100,武汉市', columns)).toThrow('The list for GB/T 2260 lacks name.')
    expect(() => loadList(regions, 'code,name\n420100,武汉市\n420100,武汉', columns)).toThrow(
      'Row 3 of the list for GB/T 2260 has {"code":"420100","name":"武汉"}.',
    )
  })
})
