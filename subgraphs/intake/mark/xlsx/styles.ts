import type { Severity } from '#schema/flags.ts'
import type { Package } from './package.ts'
import { attribute, elements, prefixOf } from './xml.ts'

/** Gives the number of a cell format that looks like another one and is filled. */
export type Filler = (format: number, severity: Severity) => number

// Light red, yellow and blue, as spreadsheets fill bad, neutral and noted cells.
const colors: Readonly<Record<Severity, string>> = {
  BLOCK: 'FFFFC7CE',
  ERROR: 'FFFFC7CE',
  WARN: 'FFFFEB9C',
  INFO: 'FFDDEBF7',
}

/** Adds filled formats to the styles of a workbook as they are asked for; `close` writes them down. */
export function openStyles(book: Package, path: string): { readonly fill: Filler; readonly close: () => void } {
  const part = book.get(path)
  const prefix = part && prefixOf(part, 'styleSheet')
  const fills = part && section(part, `${prefix}fills`)
  const formats = part && section(part, `${prefix}cellXfs`)
  if (!part || !fills || !formats) return { fill: (format) => format, close: () => undefined }
  const before = elements(formats.whole, `${prefix}xf`).map(({ whole }) => whole)
  const fillCount = elements(fills.whole, `${prefix}fill`).length
  const newFills: string[] = []
  const newFormats: string[] = []
  const known = new Map<string, number>()

  function fillOf(color: string): number {
    const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${color}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
    if (!newFills.includes(fill)) newFills.push(fill)
    return fillCount + newFills.indexOf(fill)
  }

  return {
    fill(format, severity) {
      const key = `${format} ${colors[severity]}`
      const made = known.get(key)
      if (made !== undefined) return made
      const like = before[format] ?? before[0] ?? `<${prefix}xf numFmtId="0" fontId="0" borderId="0"/>`
      newFormats.push(filled(like, fillOf(colors[severity])))
      known.set(key, before.length + newFormats.length - 1)
      return known.get(key)!
    },
    close() {
      if (newFormats.length === 0) return
      const end = part.replace(fills.whole, () => grown(fills, newFills, fillCount))
      book.set(
        path,
        end.replace(formats.whole, () => grown(formats, newFormats, before.length)),
      )
    },
  }
}

type Section = { readonly tag: string; readonly whole: string; readonly name: string }

function section(part: string, name: string): Section | undefined {
  const [found] = elements(part, name)
  return found && !found.tag.endsWith('/>') ? { ...found, name } : undefined
}

function grown({ tag, whole, name }: Section, added: readonly string[], count: number): string {
  const counted =
    attribute(tag, 'count') === undefined ? tag : tag.replace(/(\scount\s*=\s*["'])\d+/, `$1${count + added.length}`)
  return whole.replace(tag, () => counted).replace(new RegExp(`</${name}>$`), () => `${added.join('')}</${name}>`)
}

function filled(format: string, fill: number): string {
  const end = format.indexOf('>')
  const isEmpty = format[end - 1] === '/'
  const tag = format.slice(0, isEmpty ? end - 1 : end).replace(/\s(fillId|applyFill)\s*=\s*(["']).*?\2/g, '')
  return `${tag} fillId="${fill}" applyFill="1"${format.slice(isEmpty ? end - 1 : end)}`
}
