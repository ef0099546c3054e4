import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, isTraditional } from '../../../../subgraphs/intake/text/fold.ts'
import { pinyinInitials, pinyinKey } from '../../../../subgraphs/intake/text/pinyin.ts'

describe('folding', () => {
  it.each([
    ['創新聯合體', '创新联合体'],
    ['ＡＢＣ　北斗', 'abc 北斗'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提‧艾力', '买买提·艾力'],
    ['乾隆', '乾隆'],
    ['  GPS  接收机 ', 'gps 接收机'],
  ])('makes %s and %s the same key', (written, key) => expect(fold(written)).toBe(key))

  it('changes nothing the second time', () => {
    const characters = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'國产發业乾著瞭藉餘ＡｂＣ·•‧・　 東湖１２') }),
    )
    fc.assert(
      fc.property(characters, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('knows Traditional script when it sees it', () => {
    expect([isTraditional('揭榜掛帥'), isTraditional('揭榜挂帅'), isTraditional('GPS-3')]).toEqual([true, false, false])
  })
})

describe('pinyin', () => {
  it('sorts names as a Chinese reader expects, by bytes', () => {
    const names = ['赵敏', '阿依古丽', '李娜', '黎明', '李安', '欧阳修', '单雄信', '吕布', '王伟', 'Smith']
    const sorted = names.toSorted((a, b) => (pinyinKey(a) < pinyinKey(b) ? -1 : 1))
    expect(sorted).toEqual(['阿依古丽', '李安', '黎明', '李娜', '吕布', '欧阳修', '单雄信', 'Smith', '王伟', '赵敏'])
  })

  it('writes toneless syllables and keeps what is not Chinese', () => {
    expect([pinyinKey('單雄信'), pinyinKey('重庆大学'), pinyinKey('北斗GPS-3 接收机')]).toEqual([
      'shan xiong xin',
      'chong qing da xue',
      'bei dou gps-3 jie shou ji',
    ])
  })

  it('gives the initials people type', () => {
    expect([pinyinInitials('北斗导航'), pinyinInitials('武汉大学'), pinyinInitials('5G 通信')]).toEqual([
      'bddh',
      'whdx',
      '5gtx',
    ])
  })
})
