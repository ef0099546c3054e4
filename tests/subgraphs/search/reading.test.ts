import { expect, it } from 'vitest'
import { readSearch, searchedWords } from '../../../subgraphs/search/reading.ts'

const shares: Readonly<Record<string, number>> = {
  装置: 0.15,
  检测: 0.03,
  激光: 0.01,
  熔覆: 0.0005,
  齿轮: 0.002,
  面: 0.05,
}
const known = (rows: number) => ({
  rows,
  shareOf: (word: string) => shares[word] ?? 0.0001,
  leadingShareOf: (word: string) => (shares[word] ?? 0.0001) / 2,
})

it('asks for all words of a short search', () => {
  expect(readSearch(['激光', '检测', '装置'], known(1_000_000))).toEqual({
    required: "'激光' & '检测' & '装置'",
    ranking: "'激光' | '检测' | '装置'",
    isCommon: false,
    findsOften: false,
    leadsOften: false,
  })
})

it('asks for the rarest words of a long search, as many as leave few records to rank', () => {
  const words = ['装置', '检测', '激光', '齿轮', '面']

  expect(readSearch([...words, '熔覆'], known(1_000_000)).required).toBe("'熔覆' & '齿轮'")
  expect(readSearch(words, known(100_000_000)).required).toBe("'齿轮' & '激光' & '检测' & '面' & '装置'")
})

it('says when a search finds too many records to rank, and when its words lead in many', () => {
  const read = (word: string, rows: number) => {
    const { isCommon, findsOften, leadsOften } = readSearch([word], known(rows))
    return { isCommon, findsOften, leadsOften }
  }

  expect(read('检测', 1_000_000)).toEqual({ isCommon: true, findsOften: true, leadsOften: true })
  expect(read('激光', 1_000_000)).toEqual({ isCommon: true, findsOften: false, leadsOften: false })
  expect(read('检测', 10_000)).toEqual({ isCommon: false, findsOften: true, leadsOften: true })
  expect(read('熔覆', 1_000_000)).toEqual({ isCommon: false, findsOften: false, leadsOften: false })
})

it('refuses a search without words, and one that is too long', () => {
  expect(() => searchedWords('，。！')).toThrow('search 中没有可以检索的词')
  expect(() => searchedWords('激光'.repeat(101))).toThrow('search 最多 200 个字，收到 202 个。')
})
