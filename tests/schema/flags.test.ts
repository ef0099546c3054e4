import { describe, expect, it } from 'vitest'
import { type Flag, flags } from '#schema/flags.ts'
import { allRules } from '#schema/rules.ts'

const all: [string, Flag][] = Object.entries(flags)

describe('the flag catalogue', () => {
  it('speaks Chinese and English in whole sentences', () => {
    expect(all.filter(([, { zh, en }]) => !/^.*\p{Script=Han}.*。$/u.test(zh) || !/^[A-Z].*\.$/.test(en))).toEqual([])
  })

  it('stops a record for classified content and text that cannot be read, and for nothing else', () => {
    expect(all.filter(([, flag]) => flag.severity === 'BLOCK').map(([code]) => code)).toEqual([
      'TEXT_UNREADABLE',
      'CLASSIFIED_REFUSED',
    ])
  })
})

describe('the rules', () => {
  it('each raise a flag of their own and say since when and by what authority', () => {
    const raised = allRules.map((rule) => rule.flag)
    expect(raised).toEqual([...new Set(raised)])
    expect(allRules.filter(({ validFrom, clause }) => !/^\d{4}/.test(validFrom) || clause === '')).toEqual([])
  })

  it('include the eleven of open licensing in order', () => {
    expect(allRules.map((rule) => rule.id).filter((id) => id.startsWith('OL-'))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((number) => `OL-${number}`),
    )
  })
})
