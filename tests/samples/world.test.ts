import { describe, expect, it } from 'vitest'
import { type CodeList, findCode } from '#schema/codes/code-list.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { industries } from '#schema/codes/industries.ts'
import { heilongjiang4567, hubeiFive, liaoningList } from '#schema/codes/industry-schemes.ts'
import { ipc } from '#schema/codes/ipc.ts'
import { regions } from '#schema/codes/regions.ts'
import { subjects } from '#schema/codes/subjects.ts'
import { fields } from '../../samples/fields.ts'
import { counts, inventWorld } from '../../samples/invent-world.ts'
import { places, type SampleProvince } from '../../samples/places.ts'
import type { World } from '../../samples/world.ts'
import { checkCreditCode } from '../../subgraphs/intake/checks/credit-code.ts'
import { checkIpc } from '../../subgraphs/intake/checks/ipc.ts'
import { checkPatentNumber } from '../../subgraphs/intake/checks/patent-number.ts'

const worlds = (Object.keys(places) as SampleProvince[]).map((province) => inventWorld(province, 1, 'a test'))

describe('an invented province', () => {
  it('has the promised number of records, and multiples of it', () => {
    expect(worlds.map(sizes)).toEqual(worlds.map(() => counts))
    expect(sizes(inventWorld('HUBEI', 3, 'a test'))).toEqual(
      Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count * 3])),
    )
  })

  it('changes with the seed and with nothing else', () => {
    expect(names(inventWorld('HUBEI', 1, 'a test'))).toEqual(names(worlds[0]!))
    expect(names(inventWorld('HUBEI', 1, 'another test'))).not.toEqual(names(worlds[0]!))
  })

  it('cannot be mistaken for a real one', () => {
    for (const { enterprises, talents, patents } of worlds) {
      expect(enterprises.filter(({ name, uscc }) => !name.includes('示例') || uscc.slice(8, 12) !== 'MAYY')).toEqual([])
      expect(talents.filter(({ leader }) => leader[1] !== '拟')).toEqual([])
      expect(patents.filter(({ number }) => Number(number.slice(5, 12)) < 9_000_000)).toEqual([])
    }
  })

  it('gives its enterprises and patents numbers that check, each to one only', () => {
    const codes = worlds.flatMap(({ enterprises }) => enterprises.map(({ uscc }) => uscc))
    expect(codes.filter((code) => checkCreditCode(code).flags.length > 0)).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
    const own = worlds.flatMap(({ patents }) => patents.filter(({ shared }) => !shared).map(({ key }) => key))
    expect(own.filter((key) => checkPatentNumber(key).flags.length > 0)).toEqual([])
    expect(new Set(own).size).toBe(own.length)
  })

  it('shares some granted patents with the other provinces, on offer in each', () => {
    const shared = worlds.map(({ patents }) => patents.filter((patent) => patent.shared))
    expect(shared[1]).toEqual(shared[0])
    expect(shared[2]).toEqual(shared[0])
    expect(shared[0]!.every(({ status }) => status === 'GRANTED')).toBe(true)
    for (const { licenses } of worlds) {
      expect(licenses.filter(({ patent }) => patent.shared).length).toBe(shared[0]!.length)
    }
    const prices = worlds.map(({ licenses }) =>
      licenses.flatMap(({ patent, fixedYuan }) => (patent.shared ? [fixedYuan] : [])),
    )
    expect(prices.flat()).not.toContain(undefined)
    expect(new Set(prices.map((list) => list.join())).size).toBe(worlds.length)
  })

  it('lets every enterprise ask for something', () => {
    for (const { enterprises, demands } of worlds) {
      expect(new Set(demands.map(({ enterprise }) => enterprise))).toEqual(new Set(enterprises))
    }
  })

  it('joins talents, achievements and patents in both directions', () => {
    for (const { achievements, patents } of worlds) {
      for (const achievement of achievements) {
        for (const talent of achievement.talents) expect(talent.achievements).toContain(achievement)
      }
      for (const patent of patents.filter(({ achievement }) => achievement)) {
        expect(patent.achievement!.patents).toContain(patent)
        expect(patent.achievement!.leader.patents).toContain(patent)
      }
    }
  })
})

describe('the fields of technology', () => {
  it('stand in every code list under the label the list gives', () => {
    const label = (list: CodeList, code: string) => findCode(list, code)?.zh
    for (const field of fields) {
      expect({
        moe: label(subjects, field.moe.code),
        gbt13745: label(disciplines, field.gbt13745.code),
        gbt4754: label(industries, field.gbt4754.code.slice(1)),
        heilongjiang: label(heilongjiang4567, field.heilongjiang.code),
        hubei: hubeiFive.entries.find(({ zh }) => zh === field.hubei)?.zh,
        liaoning: liaoningList.entries.find(({ zh }) => zh === field.liaoning)?.zh,
      }).toEqual({
        moe: field.moe.label,
        gbt13745: field.gbt13745.label,
        gbt4754: field.gbt4754.label,
        heilongjiang: field.heilongjiang.label,
        hubei: field.hubei,
        liaoning: field.liaoning,
      })
    }
  })

  it('use classes the IPC has', () => {
    const symbols = fields.flatMap((field) => field.ipc)
    expect(symbols.filter((symbol) => checkIpc(symbol).flags.length > 0 || !findCode(ipc, symbol.slice(0, 3)))).toEqual(
      [],
    )
  })
})

describe('the places', () => {
  it('are cities in force, and every university is in one and works in known fields', () => {
    for (const { cities, universities } of Object.values(places)) {
      expect(cities.map(({ code }) => findCode(regions, code)?.zh)).toEqual(cities.map(({ name }) => name))
      for (const university of universities) {
        expect(cities.map(({ code }) => code)).toContain(university.city)
        expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining([...university.fields]))
      }
    }
  })
})

function sizes({ enterprises, talents, achievements, patents, licenses, demands }: World) {
  return {
    enterprises: enterprises.length,
    talents: talents.length,
    achievements: achievements.length,
    patents: patents.length,
    licenses: licenses.length,
    demands: demands.length,
  }
}

function names({ enterprises, talents, achievements }: World) {
  return [...enterprises, ...talents].map(({ name }) => name).concat(achievements.map(({ title }) => title))
}
