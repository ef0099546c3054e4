/*
 * Parts of a workbook are patched as they stand, bytes as characters of Latin-1: what is not touched keeps every byte,
 * and memory holds one byte a character.
 */

/** The bytes of a part as characters. */
export function fromBytes(bytes: Buffer): string {
  return bytes.toString('latin1')
}

/** Text to be put into a part, escaped and in UTF-8. Characters XML cannot hold are left out. */
export function toPart(text: string): string {
  const escaped = text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (it) => entities[it]!)
  return Buffer.from(escaped, 'utf8').toString('latin1')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that stands in a part. */
export function fromPart(part: string): string {
  const text = Buffer.from(part, 'latin1').toString('utf8')
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return named[name] ?? whole
  })
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A namespace prefix as elements of this root carry it, `x:` or nothing. */
export function prefixOf(part: string, root: string): string | undefined {
  return new RegExp(`<((?:[\\w.-]+:)?)${root}[\\s/>]`).exec(part)?.[1]
}

/** An attribute of a start tag, as it stands. */
export function attribute(tag: string, name: string): string | undefined {
  const [, , value] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(tag) ?? []
  return value
}

/** Every element of this name with its start tag, empty or not; elements of one name must not nest. */
export function elements(
  part: string,
  name: string,
): { readonly tag: string; readonly whole: string; readonly at: number }[] {
  const found = []
  const pattern = new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g')
  for (const match of part.matchAll(pattern)) {
    const [tag] = match
    const close = `</${name}>`
    const end = tag.endsWith('/>') ? match.index + tag.length : part.indexOf(close, match.index) + close.length
    found.push({ tag, whole: part.slice(match.index, end), at: match.index })
  }
  return found
}

/** The part with a text put in front of the last occurrence of another. */
export function insertBefore(part: string, mark: string, text: string): string {
  const at = part.lastIndexOf(mark)
  if (at < 0) throw new TypeError(`A part of the workbook has no ${mark}.`)
  return part.slice(0, at) + text + part.slice(at)
}
