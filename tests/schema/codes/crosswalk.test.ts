import { describe, expect, it } from 'vitest'
import { type CodeList, findCode } from '#schema/codes/code-list.ts'
import { corresponding, crosswalk, fieldsOf } from '#schema/codes/crosswalk.ts'
import { industries } from '#schema/codes/industries.ts'
import {
  heilongjiang4567,
  heilongjiangTen,
  hubeiFive,
  hubFields,
  liaoningList,
} from '#schema/codes/industry-schemes.ts'

const lists = [hubFields, hubeiFive, heilongjiang4567, heilongjiangTen, liaoningList, industries]

const fields = (list: CodeList, code: string) =>
  fieldsOf({ scheme: list.scheme, code }).map((field) => `${field.code} ${field.match}`)

describe('the crosswalk', () => {
  it('names only codes its lists have, save the one group below their depth', () => {
    const ends = crosswalk.flatMap(({ from, to }) => [from, to])
    const missing = ends.filter(([scheme, code]) => !findCode(lists.find((list) => list.scheme === scheme)!, code))
    expect(missing).toEqual([['GB/T 4754-2017', '357']])
  })

  it('relates no pair twice', () => {
    const pairs = crosswalk.map(({ from, to }) => [...from, ...to].join(' '))
    expect(pairs).toEqual([...new Set(pairs)])
  })

  it('brings the same industry of three provinces to one field', () => {
    expect({
      hubei: fields(hubeiFive, '4'),
      heilongjiang: fields(heilongjiang4567, '54'),
      liaoning: fields(liaoningList, '103'),
    }).toEqual({
      hubei: ['HIGH_EQUIP EXACT', 'AERO NARROW'],
      heilongjiang: ['HIGH_EQUIP EXACT'],
      liaoning: ['HIGH_EQUIP EXACT', 'AERO NARROW'],
    })
  })

  it('turns the strength round with the direction', () => {
    const digital = { scheme: heilongjiang4567.scheme, code: '41' }
    expect(fieldsOf(digital)).toEqual([
      {
        scheme: 'HUB-FIELD',
        code: 'OPTO_INFO',
        label: '光电子信息',
        labelEn: 'Optoelectronics and information',
        original: '数字经济',
        match: 'NARROW',
      },
    ])
    const back = corresponding({ scheme: 'HUB-FIELD', code: 'OPTO_INFO' }, heilongjiang4567)
    expect(back.map(({ code, match }) => [code, match])).toEqual([
      ['52', 'CLOSE'],
      ['41', 'BROAD'],
    ])
  })

  it('lets a code without a row of its own answer through its parent, as the wider', () => {
    expect(fields(heilongjiang4567, '75')).toEqual(['MODERN_SERVICE BROAD'])
    expect(fields(industries, '3911')).toEqual(['OPTO_INFO BROAD', 'BEIDOU BROAD'])
    expect(fields(industries, '3571')).toEqual(['AGRI_EQUIP BROAD'])
  })

  it('maps nothing where nothing fits', () => {
    expect([fields(heilongjiang4567, '66'), fields(liaoningList, '203'), fields(industries, '97')]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('keeps the preferred ten of Heilongjiang a scheme beside the 4567', () => {
    const of = (code: string) =>
      corresponding({ scheme: heilongjiangTen.scheme, code }, heilongjiang4567).map((to) => `${to.code} ${to.match}`)
    expect([of('06'), of('09'), of('10')]).toEqual([['54 CLOSE'], ['64 CLOSE', '42 BROAD'], ['63 BROAD']])
  })
})
