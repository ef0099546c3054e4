import { HubError } from '#schema/errors.ts'
import { formatsInChina } from './shown.ts'
import { syntheticMark } from './table.ts'
import { type Part, parse } from './xml.ts'
import type { Archive, ZipEntry } from './zip.ts'

/** What a workbook says of itself before its sheets. */
export type Workbook = {
  readonly date1904: boolean
  /** Marked as invented in its properties. */
  readonly synthetic: boolean
  readonly sheets: readonly SheetPart[]
  /** Shared texts by their number. */
  readonly texts: readonly string[]
  /** Number formats by style number. */
  readonly formats: readonly string[]
}

export type SheetPart = {
  readonly name: string
  readonly hidden: boolean
  /** Its part; absent for what is no grid of cells. */
  readonly part?: Part
}

/** Reads the parts of a workbook that its sheets refer to. */
export async function readParts(archive: Archive, file: string): Promise<Workbook> {
  const at = (path: string) => partAt(archive, path, file)
  const main = at(targetOf(await relations(at('_rels/.rels')), 'officeDocument')?.path ?? 'xl/workbook.xml')
  if (!main) throw broken(file)
  const folder = main.path.slice(0, main.path.lastIndexOf('/') + 1)
  const related = await relations(at(`${folder}_rels/${main.path.slice(folder.length)}.rels`), folder)
  const shared = targetOf(related, 'sharedStrings')
  const styles = targetOf(related, 'styles')
  const { date1904, sheets } = await readMain(main)
  if (sheets.length === 0) throw broken(file)
  return {
    date1904,
    synthetic: await isMarked(at('docProps/core.xml')),
    sheets: sheets.map(({ id, ...sheet }) => {
      const relation = related.get(id)
      if (!relation) throw broken(file)
      if (relation.type !== 'worksheet') return sheet
      const part = at(relation.path)
      if (!part) throw broken(file)
      return { ...sheet, part }
    }),
    texts: shared ? await readTexts(at(shared.path)) : [],
    formats: styles ? await readFormats(at(styles.path)) : [],
  }
}

type Relation = { readonly type: string; readonly path: string }

async function relations(part: Part | undefined, folder = ''): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  if (!part) return found
  await parse(part, {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      // What lies outside is never fetched.
      if (name !== 'Relationship' || Id === undefined || TargetMode === 'External') return
      found.set(Id, { type: Type.split('/').at(-1)!, path: resolve(folder, Target) })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function targetOf(relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined {
  return [...relations.values()].find((relation) => relation.type === type)
}

function partAt({ entries }: Archive, path: string, file: string): Part | undefined {
  const same = (entry: ZipEntry) => entry.path.toLowerCase() === path.toLowerCase()
  const entry = entries.find((entry) => entry.path === path) ?? entries.find(same)
  return entry && { path: entry.path, open: entry.open, file }
}

async function readMain(part: Part) {
  const sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = []
  let date1904 = false
  await parse(part, {
    open(tag, { name = '', id = '', state = '', date1904: since }) {
      if (tag === 'sheet') sheets.push({ name, id, hidden: /hidden/i.test(state) })
      if (tag === 'workbookPr') date1904 = since === '1' || since === 'true'
    },
  })
  return { date1904, sheets }
}

async function readTexts(part: Part | undefined): Promise<string[]> {
  const texts: string[] = []
  if (!part) return texts
  const rich = richText()
  await parse(part, {
    open(name) {
      if (name === 'si') rich.begin()
      rich.open(name)
    },
    text: rich.text,
    close(name) {
      rich.close(name)
      if (name === 'si') texts.push(rich.whole())
    },
  })
  return texts
}

/** Gathers the runs of one text; how its characters are pronounced is no part of it. */
export function richText() {
  let text = ''
  let reading = false
  let spoken = false
  return {
    begin: () => {
      text = ''
    },
    open: (name: string) => {
      if (name === 't') reading = !spoken
      if (name === 'rPh') spoken = true
    },
    text: (piece: string) => {
      if (reading) text += piece
    },
    close: (name: string) => {
      if (name === 't') reading = false
      if (name === 'rPh') spoken = false
    },
    whole: () => written(text),
  }
}

/** ST_Xstring: what XML cannot hold stands as `_x000D_`; a line of a cell ends with one character. */
export function written(text: string): string {
  const characters = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
  return characters.replaceAll('\r\n', '\n')
}

async function readFormats(part: Part | undefined): Promise<string[]> {
  const own = new Map<number, string>()
  const styles: string[] = []
  if (!part) return styles
  let inCells = false
  const builtIn = formatsInChina()
  await parse(part, {
    open(name, { numFmtId = '0', formatCode }) {
      const id = Number(numFmtId)
      if (name === 'numFmt' && formatCode !== undefined) own.set(id, written(formatCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(own.get(id) ?? builtIn.get(id) ?? 'General')
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

async function isMarked(part: Part | undefined): Promise<boolean> {
  if (!part) return false
  let marked = false
  let reading = false
  await parse(part, {
    open(name) {
      reading = ['title', 'keywords', 'description'].includes(name)
    },
    text(piece) {
      if (reading && syntheticMark.test(piece)) marked = true
    },
    close() {
      reading = false
    },
  })
  return marked
}

function broken(file: string): HubError {
  return new HubError('BAD_FILE', `${file}：工作簿结构不正确，无法打开；请在 Excel 中打开后另存为 .xlsx。`, { file })
}
