import { afterEach, describe, expect, it } from 'vitest'
import { codeLists, useFullerList } from '#schema/codes/catalog.ts'
import {
  type CodeList,
  childrenOf,
  findCode,
  findNamed,
  knowsChildrenOf,
  replaceList,
} from '#schema/codes/code-list.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { industries } from '#schema/codes/industries.ts'
import { heilongjiang4567, heilongjiangTen, hubeiFive } from '#schema/codes/industry-schemes.ts'
import { ipc } from '#schema/codes/ipc.ts'
import { regions } from '#schema/codes/regions.ts'
import { subjects } from '#schema/codes/subjects.ts'

describe.each(codeLists.map((list) => [list.scheme, list] as const))('the list %s', (_, list) => {
  it('says its edition and source, gives no code twice, and points only at codes it has', () => {
    const codes = list.entries.map((entry) => entry.code)
    const pointed = list.entries
      .flatMap(({ parent, successor }) => [parent, successor])
      .filter((code) => code !== undefined)
    expect(list.edition).toMatch(/^\d/)
    expect(list.source).toMatch(/\p{Script=Han}/u)
    expect(codes).toEqual([...new Set(codes)])
    expect(pointed.filter((code) => !codes.includes(code))).toEqual([])
    expect(list.entries.filter((entry) => entry.zh === '' || entry.also?.includes(entry.zh))).toEqual([])
    expect(list.entries.filter((entry) => entry.successor && findCode(list, entry.successor)?.until)).toEqual([])
  })
})

describe('the lists', () => {
  it('are as long as their standards', () => {
    const roots = (list: CodeList) => list.entries.filter((entry) => !entry.parent && !entry.until)
    const size = (list: CodeList) => [roots(list).length, list.entries.filter((entry) => entry.parent).length]
    expect({
      provinces: roots(regions).length,
      hubei: childrenOf(regions, '420000').length,
      heilongjiang: childrenOf(regions, '230000').length,
      liaoning: childrenOf(regions, '210000').length,
      industries: size(industries),
      disciplines: size(disciplines),
      subjects: size(subjects),
      ipc: size(ipc),
      hubei5: size(hubeiFive),
      heilongjiang4567: size(heilongjiang4567),
      heilongjiang10: size(heilongjiangTen),
    }).toEqual({
      provinces: 34,
      hubei: 17,
      heilongjiang: 13,
      liaoning: 14,
      industries: [20, 97],
      disciplines: [5, 62],
      subjects: [13, 111],
      ipc: [8, 132],
      hubei5: [5, 0],
      heilongjiang4567: [4, 22],
      heilongjiang10: [10, 0],
    })
  })

  it('hold every division under the section its number belongs to', () => {
    const ranges =
      'A01-05 B06-12 C13-43 D44-46 E47-50 F51-52 G53-60 H61-62 I63-65 J66-69 K70-70 L71-72 M73-75 N76-79 O80-82 P83-83 Q84-85 R86-90 S91-96 T97-97'
    const found = childrenBySection().map(([section, codes]) => `${section}${codes[0]}-${codes.at(-1)}`)
    expect(found.join(' ')).toBe(ranges)
  })

  it('find an entry by its present and its former name, and none by a retired one', () => {
    expect(findNamed(regions, '襄樊').map((entry) => entry.code)).toEqual(['420600'])
    expect(findNamed(regions, '黄冈地区')).toEqual([])
    expect(findNamed(industries, '农业').map((entry) => entry.code)).toEqual(['01'])
  })

  it('say where they are complete', () => {
    expect([knowsChildrenOf(regions, '420000'), knowsChildrenOf(regions, '420100')]).toEqual([true, false])
  })
})

describe('a fuller list', () => {
  afterEach(() => replaceList(industries.scheme))

  it('takes the place of the core list of its scheme', () => {
    const csv = '\ufeffcode,name,parent\n391,计算机制造,39\n3911,计算机整机制造,391\n'
    const columns = { code: 'code', zh: 'name', parent: 'parent' }
    expect(useFullerList(industries.scheme, csv, columns)).toBe(industries.entries.length + 2)
    expect(findCode(industries, '3911')).toEqual({ code: '3911', zh: '计算机整机制造', parent: '391' })
    expect([knowsChildrenOf(industries, '39'), knowsChildrenOf(industries, '40')]).toEqual([true, false])
    replaceList(industries.scheme)
    expect(findCode(industries, '3911')).toBeUndefined()
  })

  it('needs a scheme the hub has', () => {
    expect(() => useFullerList('NACE', 'code,name\n01,Agriculture', { code: 'code', zh: 'name' })).toThrow(
      'There is no list "NACE"; the hub has GB/T 2260, ',
    )
  })
})

function childrenBySection(): [string, string[]][] {
  const sections = industries.entries.filter((entry) => !entry.parent)
  return sections.map(({ code }) => [code, childrenOf(industries, code).map((entry) => entry.code)])
}
