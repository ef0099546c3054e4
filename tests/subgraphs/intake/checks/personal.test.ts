import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkClassification,
  findClassificationMarks,
  stripPersonal,
} from '../../../../subgraphs/intake/checks/personal.ts'

/** Identity numbers made here, with the check character of the standard; the area codes are those of no county. */
const residentIds = fc
  .tuple(
    fc.constantFrom('420199', '230199', '210299'),
    fc.date({ min: new Date('1940-01-01'), max: new Date('2005-12-31'), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([area, born, serial]) => {
    const body = area + born.toISOString().slice(0, 10).replaceAll('-', '') + String(serial).padStart(3, '0')
    const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0)
    return body + '10X98765432'[sum % 11]
  })

const mobiles = fc
  .tuple(fc.integer({ min: 130, max: 199 }), fc.nat(99_999_999))
  .map(([head, rest]) => `${head}${String(rest).padStart(8, '0')}`)

const wide = (text: string) => text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0))

describe('text that names a person', () => {
  it('loses every identity number and mobile number, and nothing else', () => {
    fc.assert(
      fc.property(residentIds, mobiles, fc.boolean(), (id, mobile, fullWidth) => {
        const [written, called] = fullWidth ? [wide(id), wide(mobile)] : [id, mobile]
        const { value, flags } = stripPersonal(`联系人：示例，身份证${written}，手机 ${called}，座机 027-87654321。`)
        expect(value).toBe('联系人：示例，身份证［身份证号码已去除］，手机 ［手机号码已去除］，座机 027-87654321。')
        expect(flags.map((flag) => flag.code)).toEqual(['PERSONAL_ID_STRIPPED', 'PHONE_STRIPPED'])
        // A doubt is stored and shown, so it may not carry what was just removed.
        expect(JSON.stringify(flags)).not.toMatch(/\d{4}/)
      }),
    )
  })

  it('loses numbers written in groups, with a country code, or mistyped in the last place', () => {
    expect(stripPersonal('13800000000；+86 138-0000-0000；138 0000 0000').value).toBe(
      '［手机号码已去除］；［手机号码已去除］；［手机号码已去除］',
    )
    expect(stripPersonal('420199 19900307 1234').value).toBe('［身份证号码已去除］')
  })

  it.each([
    '统一社会信用代码 914201002000000052',
    'ZL202010123456.2',
    '合同额 20230000000 元',
    '027-87654321',
    '工号 20138000000001',
  ])('keeps %s', (text) => expect(stripPersonal(text)).toEqual({ value: text, flags: [] }))
})

describe('a classification', () => {
  it.each(['公开', '否', '无', '非密', ' 公 开 '])('%s may be published', (mark) => {
    expect(checkClassification(mark)).toEqual({ value: 'PUBLIC', flags: [] })
  })

  it('of 内部 is kept unpublished, and so is a record that says nothing', () => {
    expect(checkClassification('内部')).toEqual({
      value: 'INTERNAL',
      flags: [{ code: 'INTERNAL_NOT_PUBLISHED', original: '内部' }],
    })
    expect(checkClassification('')).toEqual({ value: 'INTERNAL', flags: [{ code: 'VALUE_MISSING', original: '' }] })
  })

  it.each([
    ['绝密', '绝密'],
    ['机密★10年', '机密'],
    ['秘密', '秘密'],
    ['是', '涉密'],
    ['工作秘密', '秘密'],
    ['待定', '涉密'],
  ])('of %s is refused', (mark, original) => {
    expect(checkClassification(mark)).toEqual({ flags: [{ code: 'CLASSIFIED_REFUSED', original }] })
  })

  it('is found as a mark in a text, and not in speech about secrets', () => {
    expect(findClassificationMarks('机密 ★ 10年\n某型装备')).toEqual([{ code: 'CLASSIFIED_REFUSED', original: '机密' }])
    expect(findClassificationMarks('【秘密】\n试制报告')).toEqual([{ code: 'CLASSIFIED_REFUSED', original: '秘密' }])
    expect(findClassificationMarks('保护商业秘密的数据安全技术，不涉及国家秘密。')).toEqual([])
  })
})
