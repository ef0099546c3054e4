import {
  type Code,
  type CodeList,
  coded,
  findCode,
  findNamed,
  knowsChildrenOf,
  listInForce,
} from '#schema/codes/code-list.ts'
import { type CodedValue, unmapped } from '#schema/codes/coded-value.ts'
import { contractAreas, regionLevel, regions } from '#schema/codes/regions.ts'
import type { Doubt } from '#schema/flags.ts'
import { type Checked, isEmpty, plain } from './checked.ts'

/**
 * A region written as a 6-, 4- or 2-digit code or as a name; the key is its 6-digit code in force. `province` is the
 * two digits of the library's province, `date` the record's date (any precision).
 */
export function checkRegion(raw: unknown, options: { province?: string; date?: string } = {}): Checked<CodedValue> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const text = plain(raw).replace(/\s/g, '')
  const read = /^\d+$/.test(text) ? readCode(text, original, options.date) : readName(text, original)
  const { key, value } = read
  if (!value || !key || !options.province || key.startsWith(options.province)) return read
  const flag: Doubt = { code: 'REGION_OUTSIDE_LIBRARY_PROVINCE', original, interpreted: value.label }
  return { ...read, flags: [...read.flags, flag] }
}

function readCode(text: string, original: string, date: string | undefined): Checked<CodedValue> {
  const area = findCode(contractAreas, text)
  if (area) return { value: coded(contractAreas, area, original), flags: [] }
  if (!/^(\d\d){1,3}$/.test(text)) return unknown(original)
  const code = text.padEnd(6, '0')
  const entry = findCode(regions, code)
  if (!entry) return readUnlisted(code, original)
  const successor = entry.successor && findCode(regions, entry.successor)
  if (!successor) return { value: coded(regions, entry, original), key: code, flags: [] }
  if (wasInForce(entry, date)) return { value: coded(regions, entry, original), key: successor.code, flags: [] }
  return {
    value: coded(regions, successor, original, 'CLOSE'),
    key: successor.code,
    flags: [{ code: 'REGION_CODE_RETIRED', original, interpreted: `${successor.code} ${successor.zh}` }],
  }
}

/** A code the list need not hold: its city or province answers for it, unless the list is complete there. */
function readUnlisted(code: string, original: string): Checked<CodedValue> {
  for (const parent of [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) {
    const entry = findCode(regions, parent)
    if (!entry || parent === code) continue
    if (knowsChildrenOf(regions, parent)) break
    return { value: coded(regions, entry, original, 'BROAD'), key: parent, flags: [] }
  }
  return unknown(original)
}

function readName(text: string, original: string): Checked<CodedValue> {
  const found = widest(named(text))
  if (found.length > 1) {
    const candidates = found.map((entry) => `${entry.code} ${entry.zh}`).join('；')
    return {
      value: unmapped(regions.scheme, original),
      flags: [{ code: 'REGION_NAME_AMBIGUOUS', original, interpreted: candidates }],
    }
  }
  const [entry] = found
  if (entry) return { value: coded(regions, entry, original), key: entry.code, flags: [] }
  const former = names().former.get(text)
  const current = former?.successor && findCode(regions, former.successor)
  if (current) {
    return {
      value: coded(regions, current, original, 'CLOSE'),
      key: current.code,
      flags: [{ code: 'REGION_CODE_RETIRED', original, interpreted: `${current.code} ${current.zh}` }],
    }
  }
  return readPath(text, original)
}

/** 荆州 is 荆州市 as well as 荆州区 inside it: the city is true of both, so it is no guess. 吉林 stays ambiguous. */
function widest(found: readonly Code[]): readonly Code[] {
  const [city] = found.filter((entry) => regionLevel(entry.code) === 'CITY')
  return city && found.every((entry) => entry.code.startsWith(city.code.slice(0, 4))) ? [city] : found
}

/** `湖北省武汉市洪山区`: the longest beginning that names a region, then the rest below it. */
function readPath(text: string, original: string): Checked<CodedValue> {
  const first = longestBeginning(text)
  // Only a full name or a province opens an address: 朝阳路88号 names no city.
  if (!first || (first.entry.zh !== first.name && regionLevel(first.entry.code) !== 'PROVINCE'))
    return unknown(original)
  let { entry, rest } = first
  for (let next = longestBeginning(rest, entry); next; next = longestBeginning(rest, entry)) ({ entry, rest } = next)
  return { value: coded(regions, entry, original, rest === '' ? 'EXACT' : 'BROAD'), key: entry.code, flags: [] }
}

type Step = { readonly entry: Code; readonly name: string; readonly rest: string }

function longestBeginning(text: string, within?: Code): Step | undefined {
  for (let length = Math.min(text.length, 15); length >= 2; length--) {
    const name = text.slice(0, length)
    const found = named(name).filter((entry) => !within || isInside(entry, within))
    const [entry] = widest(found)
    if (entry && widest(found).length === 1) return { entry, name, rest: text.slice(length) }
  }
  return undefined
}

function isInside(entry: Code, outer: Code): boolean {
  return entry.code !== outer.code && entry.code.startsWith(outer.code.replace(/(00)+$/, ''))
}

/** Regions in force with this name: in full or as it was called before, else without its ending. */
function named(name: string): readonly Code[] {
  const full = findNamed(regions, name)
  return full.length > 0 ? full : (names().short.get(name) ?? [])
}

type Names = { readonly short: ReadonlyMap<string, readonly Code[]>; readonly former: ReadonlyMap<string, Code> }

const namesOf = new WeakMap<CodeList, Names>()

/** Short names, and names of codes no longer in force, of the list that answers now. */
function names(): Names {
  const list = listInForce(regions)
  const known = namesOf.get(list)
  if (known) return known
  const short = Map.groupBy(
    list.entries.filter((entry) => !entry.until),
    (entry) => shortened(entry.zh),
  )
  const former = new Map(list.entries.filter((entry) => entry.until).map((entry) => [entry.zh, entry]))
  const built = { short, former }
  namesOf.set(list, built)
  return built
}

function shortened(name: string): string {
  const short = name.replace(
    /(壮族|维吾尔|回族)?自治区$|特别行政区$|[^\d]{2,6}族自治[州县]$|(省|市|州|地区|林区|区|县|盟)$/,
    '',
  )
  return short.length >= 2 ? short : name
}

function wasInForce(entry: Code, date: string | undefined): boolean {
  return date !== undefined && Number(date.slice(0, 4)) <= entry.until!
}

function unknown(original: string): Checked<CodedValue> {
  return { value: unmapped(regions.scheme, original), flags: [{ code: 'REGION_CODE_UNKNOWN', original }] }
}
