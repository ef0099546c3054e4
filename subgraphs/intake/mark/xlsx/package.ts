import { posix } from 'node:path'
import { attribute, elements, fromPart, insertBefore, prefixOf } from './xml.ts'

/** The parts of a workbook by their path, as they will be written. */
export type Package = {
  readonly get: (path: string) => string | undefined
  readonly set: (path: string, part: string) => void
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** What a part is related to; targets as paths inside the package. */
export function relationsOf(book: Package, path: string): Relation[] {
  const part = book.get(relationsPath(path))
  if (part === undefined) return []
  return elements(part, `${prefixOf(part, 'Relationships') ?? ''}Relationship`).map(({ tag }) => {
    const target = fromPart(attribute(tag, 'Target') ?? '')
    const inside = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(path), target)
    return { id: attribute(tag, 'Id') ?? '', type: (attribute(tag, 'Type') ?? '').split('/').at(-1)!, target: inside }
  })
}

/** Relates a part to another; gives back the id. */
export function relate(book: Package, path: string, type: string, target: string): string {
  const at = relationsPath(path)
  const part = book.get(at) ?? `${declaration}<Relationships xmlns="${relationships}"></Relationships>`
  const prefix = prefixOf(part, 'Relationships') ?? ''
  const taken = new Set(relationsOf(book, path).map(({ id }) => id))
  const id = freshName(taken, 'rIdLianku')
  const entry = `<${prefix}Relationship Id="${id}" Type="${officeRelations}/${type}" Target="/${target}"/>`
  const open = part.replace(
    new RegExp(`<${prefix}Relationships([^>]*)/>`),
    `<${prefix}Relationships$1></${prefix}Relationships>`,
  )
  book.set(at, insertBefore(open, `</${prefix}Relationships>`, entry))
  return id
}

/** Declares the content type of a new part. */
export function declareType(book: Package, path: string, type: string) {
  addType(book, `PartName="/${path}"`, `Override PartName="/${path}" ContentType="${type}"`)
}

/** Declares the content type of every part whose name ends so. */
export function declareEnding(book: Package, ending: string, type: string) {
  addType(book, `Extension="${ending}"`, `Default Extension="${ending}" ContentType="${type}"`)
}

/** A path nothing stands at yet. */
export function freshPath(book: Package, stem: string, ending: string): string {
  for (let number = 1; ; number++) {
    const path = `${stem}${number}.${ending}`
    if (book.get(path) === undefined) return path
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

function addType(book: Package, known: string, entry: string) {
  const part = book.get('[Content_Types].xml')!
  if (part.toLowerCase().includes(known.toLowerCase())) return
  const prefix = prefixOf(part, 'Types') ?? ''
  book.set('[Content_Types].xml', insertBefore(part, `</${prefix}Types>`, `<${prefix}${entry}/>`))
}

function relationsPath(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)
}

function freshName(taken: ReadonlySet<string>, stem: string): string {
  let number = 1
  while (taken.has(`${stem}${number}`)) number++
  return `${stem}${number}`
}
