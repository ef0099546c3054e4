import { HubError } from '#schema/errors.ts'
import { areaOf, readSheet } from './sheet.ts'
import { batchRows, type Merge, type RawRow, type ReadEvent } from './table.ts'
import { readParts } from './workbook-parts.ts'
import { type Archive, openZip, type ZipEntry } from './zip.ts'

// What every cell may refer to is held in memory, so it may not inflate to more than this.
const mostHeld = 128 * 2 ** 20

/** Reads the visible sheets of a workbook as streams: cells as shown with their typed values, merged cells. */
export async function* readWorkbook(
  source: string | Buffer,
  file: string,
  synthetic: boolean,
): AsyncGenerator<ReadEvent> {
  const archive = await openZip(source, file)
  try {
    yield* readSheets(archive, file, synthetic)
  } finally {
    archive.close()
  }
}

async function* readSheets(archive: Archive, file: string, synthetic: boolean): AsyncGenerator<ReadEvent> {
  if (archive.entries.some(({ path }) => path.endsWith('workbook.bin'))) {
    throw new HubError('BAD_FILE', `${file}：这是二进制工作簿 (.xlsb)，请另存为 .xlsx。`, { file })
  }
  const areas = new Map<string, Merge[]>()
  for (const entry of archive.entries) areas.set(entry.path, await inspect(entry, file))
  const book = await readParts(archive, file)
  for (const { name, hidden, part } of book.sheets) {
    if (hidden || !part) {
      yield { type: 'ignored', file, why: `工作表 ${name} ${hidden ? '是隐藏的' : '不是表格'}，未读取。` }
      continue
    }
    const merges = areas.get(part.path) ?? []
    const near = merges.filter(({ top }) => top < 30)
    yield {
      type: 'table',
      table: {
        file,
        sheet: name,
        form: 'xlsx',
        date1904: book.date1904,
        synthetic: synthetic || book.synthetic,
        merges: near,
      },
    }
    let rows: RawRow[] = []
    for await (const more of readSheet({ name, hidden, part }, merges, book)) {
      rows.push(...more)
      for (; rows.length >= batchRows; rows = rows.slice(batchRows)) {
        yield { type: 'rows', rows: rows.slice(0, batchRows) }
      }
    }
    if (rows.length > 0) yield { type: 'rows', rows }
    yield { type: 'end' }
  }
}

/**
 * Inflates a part once and throws it away: what is cut off, lies about its size or declares entities stops here, before
 * the first row. Gives back the merged areas, which stand behind the rows they are about.
 */
async function inspect({ path, bytes, open }: ZipEntry, file: string): Promise<Merge[]> {
  if (/\/(sharedStrings|styles)\.xml$/i.test(path) && bytes > mostHeld) {
    const most = `${mostHeld / 2 ** 20} MB`
    throw new HubError('BAD_FILE', `${file}：内部文件 ${path} 解压后超过 ${most}；请拆分后重新提交，或改用 CSV。`, {
      file,
    })
  }
  const areas: Merge[] = []
  let head = ''
  let tail = ''
  for await (const chunk of open()) {
    if (head.length < 4096) head += chunk.toString('latin1')
    if (!path.endsWith('.xml')) continue
    const text = tail + chunk.toString('latin1')
    for (const [, reference] of text.matchAll(mergeCell)) {
      const area = areaOf(reference!)
      if (area) areas.push(area)
    }
    if (areas.length > mostAreas) {
      throw new HubError('BAD_FILE', `${file}：内部文件 ${path} 的合并单元格超过 ${mostAreas} 处，请取消合并。`, {
        file,
      })
    }
    const opened = text.lastIndexOf('<')
    tail = opened < 0 || text.indexOf('>', opened) >= 0 ? '' : text.slice(opened).slice(0, 200)
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(head)) {
    throw new HubError('BAD_FILE', `${file}：内部文件 ${path} 含有文档类型声明，正常的工作簿不会有，拒绝读取。`, {
      file,
    })
  }
  return areas
}

const mergeCell = /<(?:\w+:)?mergeCell\s[^<>]*?\bref="([^"<>]*)"/g
const mostAreas = 200_000
