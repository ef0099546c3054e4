import { type CodeList, coded, findCode } from './code-list.ts'
import type { CodedValue, Match } from './coded-value.ts'
import { industries } from './industries.ts'
import { heilongjiang4567, heilongjiangTen, hubeiFive, hubFields, liaoningList } from './industry-schemes.ts'

/** Two codes of two schemes that mean much the same; BROAD says the second is the wider one, as in SKOS. */
export type Correspondence = {
  readonly from: readonly [scheme: string, code: string]
  readonly to: readonly [scheme: string, code: string]
  readonly match: Exclude<Match, 'UNMAPPED'>
}

/** Codes of another scheme for one code, strongest first; a code without its own row answers through its parent. */
export function corresponding(value: { scheme: string; code: string | null }, to: CodeList): CodedValue[] {
  const source = schemes.find(({ scheme }) => scheme === value.scheme)
  for (let code = value.code, own = true; source && code; code = parentOf(source, code), own = false) {
    const found = rowsOf(source.scheme, code, to.scheme)
    if (found.length > 0) return found.map(([target, match]) => answer(source, value.code!, to, target, own, match))
  }
  return []
}

/** The hub's fields for an industry of any scheme. */
export function fieldsOf(industry: { scheme: string; code: string | null }): CodedValue[] {
  return corresponding(industry, hubFields)
}

// One field a block, in the order of the printed table: Hubei, Heilongjiang (4567, ten), Liaoning, GB/T 4754.
const table: readonly (readonly [field: string, list: CodeList, codes: string, match: Correspondence['match']])[] = [
  ['OPTO_INFO', hubeiFive, '1', 'EXACT'],
  ['OPTO_INFO', heilongjiang4567, '52', 'CLOSE'],
  ['OPTO_INFO', heilongjiang4567, '41', 'BROAD'],
  ['OPTO_INFO', heilongjiangTen, '05', 'CLOSE'],
  ['OPTO_INFO', heilongjiangTen, '01', 'BROAD'],
  ['OPTO_INFO', liaoningList, '104', 'CLOSE'],
  ['OPTO_INFO', industries, '39 63 64 65', 'CLOSE'],
  ['SMART_AUTO', hubeiFive, '2', 'EXACT'],
  ['SMART_AUTO', heilongjiang4567, '65', 'BROAD'],
  ['SMART_AUTO', liaoningList, '109', 'EXACT'],
  ['SMART_AUTO', industries, '36', 'BROAD'],
  ['LIFE_HEALTH', hubeiFive, '3', 'EXACT'],
  ['LIFE_HEALTH', heilongjiang4567, '64', 'CLOSE'],
  ['LIFE_HEALTH', heilongjiang4567, '42', 'BROAD'],
  ['LIFE_HEALTH', heilongjiangTen, '09', 'CLOSE'],
  ['LIFE_HEALTH', heilongjiangTen, '02', 'BROAD'],
  ['LIFE_HEALTH', liaoningList, '105', 'CLOSE'],
  ['LIFE_HEALTH', industries, '27 84', 'CLOSE'],
  ['LIFE_HEALTH', industries, '73', 'BROAD'],
  ['HIGH_EQUIP', hubeiFive, '4', 'EXACT'],
  ['HIGH_EQUIP', heilongjiang4567, '54', 'EXACT'],
  ['HIGH_EQUIP', heilongjiangTen, '06', 'CLOSE'],
  ['HIGH_EQUIP', liaoningList, '103', 'EXACT'],
  ['HIGH_EQUIP', industries, '34 35 37 40', 'CLOSE'],
  ['BEIDOU', hubeiFive, '5', 'EXACT'],
  ['BEIDOU', heilongjiang4567, '51', 'CLOSE'],
  ['BEIDOU', industries, '39 63', 'CLOSE'],
  ['AERO', hubeiFive, '4 5', 'BROAD'],
  ['AERO', heilongjiang4567, '51', 'CLOSE'],
  ['AERO', liaoningList, '103', 'BROAD'],
  ['AERO', industries, '37', 'CLOSE'],
  ['NEW_MATERIAL', heilongjiang4567, '53', 'EXACT'],
  ['NEW_MATERIAL', heilongjiangTen, '08', 'EXACT'],
  ['NEW_MATERIAL', liaoningList, '106', 'EXACT'],
  ['NEW_MATERIAL', industries, '26 27 28 29 30 31 32 33', 'BROAD'],
  ['AGRI_EQUIP', heilongjiang4567, '55', 'CLOSE'],
  ['AGRI_EQUIP', heilongjiangTen, '07', 'CLOSE'],
  ['AGRI_EQUIP', liaoningList, '202', 'CLOSE'],
  ['AGRI_EQUIP', industries, '357', 'CLOSE'],
  ['NEW_ENERGY', heilongjiang4567, '61', 'BROAD'],
  ['NEW_ENERGY', liaoningList, '107', 'EXACT'],
  ['NEW_ENERGY', industries, '44', 'BROAD'],
  ['ENV', liaoningList, '108', 'EXACT'],
  ['ENV', industries, '77', 'BROAD'],
  ['STEEL', liaoningList, '101', 'EXACT'],
  ['STEEL', industries, '31 32', 'BROAD'],
  ['PETROCHEM', heilongjiang4567, '62', 'BROAD'],
  ['PETROCHEM', liaoningList, '102', 'EXACT'],
  ['PETROCHEM', industries, '25 26', 'BROAD'],
  ['FOOD', heilongjiang4567, '63', 'CLOSE'],
  ['FOOD', heilongjiangTen, '10', 'CLOSE'],
  ['FOOD', liaoningList, '204', 'CLOSE'],
  ['FOOD', industries, '13 14 15', 'CLOSE'],
  ['ICE_SNOW', heilongjiang4567, '43', 'EXACT'],
  ['ICE_SNOW', heilongjiangTen, '03', 'EXACT'],
  ['ICE_SNOW', liaoningList, '305', 'BROAD'],
  ['ICE_SNOW', industries, '89', 'BROAD'],
  ['DESIGN', heilongjiang4567, '44', 'EXACT'],
  ['DESIGN', heilongjiangTen, '04', 'EXACT'],
  ['DESIGN', industries, '74', 'BROAD'],
  ['MODERN_SERVICE', heilongjiang4567, '7', 'CLOSE'],
  ['MODERN_SERVICE', liaoningList, '3', 'CLOSE'],
  ['MODERN_SERVICE', industries, 'G H I J', 'CLOSE'],
  ['GRAIN', liaoningList, '201', 'EXACT'],
  ['GRAIN', industries, '01', 'BROAD'],
]

/** Every row of the crosswalk: hub fields to the four provincial schemes and GB/T 4754, and Heilongjiang's two. */
export const crosswalk: readonly Correspondence[] = [
  ...table.flatMap(([field, list, codes, match]) => rows([hubFields.scheme, field], list, codes, match)),
  // The preferred ten are a scheme of their own: related to the 4567, never merged with it.
  ...rows([heilongjiangTen.scheme, '06'], heilongjiang4567, '54', 'CLOSE'),
  ...rows([heilongjiangTen.scheme, '09'], heilongjiang4567, '64', 'CLOSE'),
  ...rows([heilongjiangTen.scheme, '09'], heilongjiang4567, '42', 'BROAD'),
  ...rows([heilongjiangTen.scheme, '10'], heilongjiang4567, '63', 'BROAD'),
]

const schemes = [hubFields, hubeiFive, heilongjiang4567, heilongjiangTen, liaoningList, industries]
const strengths = ['EXACT', 'CLOSE', 'NARROW', 'BROAD', 'UNMAPPED']
const inverse = { EXACT: 'EXACT', CLOSE: 'CLOSE', BROAD: 'NARROW', NARROW: 'BROAD' } as const

function rows(from: Correspondence['from'], list: CodeList, codes: string, match: Correspondence['match']) {
  return codes.split(' ').map((code): Correspondence => ({ from, to: [list.scheme, code], match }))
}

function rowsOf(scheme: string, code: string, target: string): readonly [code: string, match: Match][] {
  const key = `${scheme} ${code} ${target}`
  const before = rowsFound.get(key)
  if (before) return before
  const found = findRows(scheme, code, target)
  if (rowsFound.size < rememberedRows) rowsFound.set(key, found)
  return found
}

const rowsFound = new Map<string, readonly [code: string, match: Match][]>()
// Every code of every scheme; what else is asked comes from files.
const rememberedRows = 10_000

function findRows(scheme: string, code: string, target: string): [code: string, match: Match][] {
  return crosswalk
    .flatMap(({ from, to, match }): [string, Match][] => {
      if (from[0] === scheme && from[1] === code && to[0] === target) return [[to[1], match]]
      if (to[0] === scheme && to[1] === code && from[0] === target) return [[from[1], inverse[match]]]
      return []
    })
    .sort((a, b) => strengths.indexOf(a[1]) - strengths.indexOf(b[1]))
}

/** 3911 → 391 → 39 → C; 71 → 7. */
function parentOf(list: CodeList, code: string): string | null {
  const parent = findCode(list, code)?.parent
  if (parent) return parent
  return list === industries && code.length > 2 ? code.slice(0, -1) : null
}

function answer(source: CodeList, code: string, to: CodeList, target: string, own: boolean, match: Match): CodedValue {
  const original = findCode(source, code)?.zh ?? code
  const entry = findCode(to, target) ?? { code: target, zh: target }
  return coded(to, entry, original, own ? match : 'BROAD')
}
