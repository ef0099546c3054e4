import { type Code, coded, findCode, findNamed, knowsChildrenOf, listInForce } from '#schema/codes/code-list.ts'
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
  const found = named(text)
  if (found.length > 1) {
    const candidates = found.map((entry) => `${entry.code} ${entry.zh}`).join('；')
    return {
      value: unmapped(regions.scheme, original),
      flags: [{ code: 'REGION_NAME_AMBIGUOUS', original, interpreted: candidates }],
    }
  }
  const [entry] = found
  if (entry) return { value: coded(regions, entry, original), key: entry.code, flags: [] }
  const former = listInForce(regions).entries.find((candidate) => candidate.until && candidate.zh === text)
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

/** `湖北省武汉市洪山区`: the longest beginning that names a region, then the rest below it. */
function readPath(text: string, original: string): Checked<CodedValue> {
  let within: Code | undefined
  let rest = text
  while (rest !== '') {
    const step: [Code, number] | undefined = longestBeginning(rest, within)
    if (!step) break
    within = step[0]
    rest = rest.slice(step[1])
  }
  // A path is understood only from the province down: 朝阳路88号 names no city.
  if (!within || (regionLevel(within.code) !== 'PROVINCE' && !startsFull(text))) return unknown(original)
  return { value: coded(regions, within, original, rest === '' ? 'EXACT' : 'BROAD'), key: within.code, flags: [] }
}

function longestBeginning(text: string, within: Code | undefined): [Code, number] | undefined {
  for (let length = Math.min(text.length, 15); length >= 2; length--) {
    const found = named(text.slice(0, length)).filter((entry) =>
      within ? entry.code !== within.code && entry.code.startsWith(stem(within.code)) : true,
    )
    if (found.length === 1) return [found[0]!, length]
  }
  return undefined
}

/** Whether a text begins with a region's full name or a province's short one. */
function startsFull(text: string): boolean {
  return listInForce(regions).entries.some(
    (entry) =>
      text.startsWith(entry.zh) ||
      (regionLevel(entry.code) === 'PROVINCE' && text.startsWith(shortened(entry.zh)) && !entry.until),
  )
}

/** Regions in force with this name, in full, then without its ending, then as it was called before. */
function named(name: string): readonly Code[] {
  const full = findNamed(regions, name)
  if (full.length > 0) return full
  return listInForce(regions).entries.filter((entry) => !entry.until && shortened(entry.zh) === name)
}

function shortened(name: string): string {
  const short = name.replace(
    /(壮族|维吾尔|回族)?自治区$|特别行政区$|[^\d]{2,6}族自治[州县]$|(省|市|州|地区|林区|区|县|盟)$/,
    '',
  )
  return short.length >= 2 ? short : name
}

function stem(code: string): string {
  return code.replace(/(00)+$/, '')
}

function wasInForce(entry: Code, date: string | undefined): boolean {
  return date !== undefined && Number(date.slice(0, 4)) <= entry.until!
}

function unknown(original: string): Checked<CodedValue> {
  return { value: unmapped(regions.scheme, original), flags: [{ code: 'REGION_CODE_UNKNOWN', original }] }
}
