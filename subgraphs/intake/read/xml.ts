import { SaxesParser } from 'saxes'
import { HubError } from '#schema/errors.ts'
import type { OpenBytes } from '../decode.ts'

/** What a reader of a part is told; names and attributes come without their prefix, text in pieces. */
export type XmlReader = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** One part of a workbook: where it lies inside, and how its sender knows it. */
export type Part = { readonly path: string; readonly open: OpenBytes; readonly file: string }

/**
 * Parses a part as a stream and pauses after every piece, so that what it gave can be handed on. Entities other than
 * XML's own five are not known, and a document type is refused: no workbook has one.
 */
export async function* parsing({ path, open, file }: Part, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.on('opentag', ({ name, attributes }) => reader.open(local(name), withoutPrefixes(attributes)))
  parser.on('closetag', ({ name }) => reader.close?.(local(name)))
  if (reader.text) {
    parser.on('text', reader.text)
    parser.on('cdata', reader.text)
  }
  parser.on('doctype', () => {
    throw refuse(file, `内部文件 ${path} 含有文档类型声明，正常的工作簿不会有，拒绝读取。`)
  })
  parser.on('error', () => {
    throw refuse(
      file,
      `内部文件 ${path} 第 ${parser.line} 行第 ${parser.columnIndex + 1} 列起不是合法的 XML，工作簿已损坏；请在 Excel 中打开后另存为 .xlsx。`,
    )
  })
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const bytes of open()) {
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
      parser.write(decoder.decode(bytes, { stream: true }))
      yield
    }
    if (decoder) parser.write(decoder.decode())
    parser.close()
    yield
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw refuse(file, `内部文件 ${path} 第 ${parser.line} 行起含有无法解码的字节，工作簿已损坏。`)
  }
}

/** Parses a part whole. */
export async function parse(part: Part, reader: XmlReader): Promise<void> {
  for await (const _ of parsing(part, reader));
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const name in attributes) {
    if (name.includes(':')) {
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
    }
  }
  return attributes
}

function refuse(file: string, sentence: string): HubError {
  return new HubError('BAD_FILE', `${file}：${sentence}`, { file })
}
