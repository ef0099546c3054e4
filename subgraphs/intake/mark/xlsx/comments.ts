import { address } from '../../read/table.ts'
import {
  declaration,
  declareEnding,
  declareType,
  freshPath,
  officeRelations,
  type Package,
  relate,
  relationsOf,
} from './package.ts'
import type { Place } from './sheet.ts'
import { attribute, elements, insertBefore, prefixOf, toPart } from './xml.ts'

export type Comment = Place & { readonly text: string }

/** Comments these cells of a sheet, beside the comments it has. */
export function comment(book: Package, sheet: string, comments: readonly Comment[]) {
  if (comments.length === 0) return
  writeTexts(book, sheet, comments)
  const shapes = comments.map(shape).join('')
  const drawn = relationsOf(book, sheet).find(({ type }) => type === 'vmlDrawing')
  const drawing = drawn && book.get(drawn.target)
  if (drawn && drawing !== undefined) book.set(drawn.target, insertBefore(drawing, '</xml>', shapes))
  else addDrawing(book, sheet, shapes)
}

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const author = toPart('联库')

function writeTexts(book: Package, sheet: string, comments: readonly Comment[]) {
  const known = relationsOf(book, sheet).find(({ type }) => type === 'comments')?.target
  const path = known ?? freshPath(book, 'xl/comments_lianku', 'xml')
  if (!known) {
    book.set(
      path,
      `${declaration}<comments xmlns="${spreadsheet}"><authors></authors><commentList></commentList></comments>`,
    )
    declareType(book, path, commentsType)
    relate(book, sheet, 'comments', path)
  }
  let part = book.get(path)!
  const prefix = prefixOf(part, 'comments') ?? ''
  const authorId = elements(part, `${prefix}author`).length
  part = insertBefore(
    opened(part, `${prefix}authors`),
    `</${prefix}authors>`,
    `<${prefix}author>${author}</${prefix}author>`,
  )
  part = opened(part, `${prefix}commentList`)
  const there = new Map(elements(part, `${prefix}comment`).map(({ tag, whole }) => [attribute(tag, 'ref'), whole]))
  const added: string[] = []
  for (const { row, column, text } of comments) {
    const ref = address(row, column)
    const run = `<${prefix}r><${prefix}t xml:space="preserve">${toPart(text)}</${prefix}t></${prefix}r>`
    const before = there.get(ref)
    // A cell has one comment: ours follows what was said before.
    if (before) part = part.replace(before, () => insertBefore(before, `</${prefix}text>`, run))
    else
      added.push(
        `<${prefix}comment ref="${ref}" authorId="${authorId}"><${prefix}text>${run}</${prefix}text></${prefix}comment>`,
      )
  }
  book.set(path, insertBefore(part, `</${prefix}commentList>`, added.join('')))
}

function addDrawing(book: Package, sheet: string, shapes: string) {
  const path = freshPath(book, 'xl/drawings/vmlDrawing_lianku', 'vml')
  book.set(path, `${drawingStart}${shapes}</xml>`)
  declareEnding(book, 'vml', drawingType)
  const id = relate(book, sheet, 'vmlDrawing', path)
  const part = book.get(sheet)!
  const prefix = prefixOf(part, 'worksheet') ?? ''
  const element = `<${prefix}legacyDrawing xmlns:r="${officeRelations}" r:id="${id}"/>`
  // The schema fixes the order of what follows the cells.
  const later = ['legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst']
  const data = Math.max(part.lastIndexOf(`</${prefix}sheetData>`), 0)
  const places = later.map((name) => part.slice(data).search(new RegExp(`<${prefix}${name}[\\s/>]`)) + data)
  const at = Math.min(...places.filter((place) => place >= data), part.lastIndexOf(`</${prefix}worksheet>`))
  book.set(sheet, part.slice(0, at) + element + part.slice(at))
}

function opened(part: string, name: string): string {
  return part.replace(new RegExp(`<${name}([^>]*)/>`), `<${name}$1></${name}>`)
}

const drawingStart =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** The hidden note that spreadsheets show when the pointer rests on the cell. */
function shape({ row, column, text }: Comment, index: number): string {
  const [left, top] = [column, Math.max(0, row - 2)]
  const lines = 3 + Math.ceil(text.length / 18)
  return (
    `<v:shape id="_x0000_s9${String(index + 1).padStart(5, '0')}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto" ` +
    'style="position:absolute;width:220pt;height:90pt;z-index:1;visibility:hidden"><v:fill color2="#ffffe1"/>' +
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${left}, 15, ${top}, 2, ${left + 4}, 15, ${top + lines}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  )
}
