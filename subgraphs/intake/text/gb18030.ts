/** Text as GB18030 bytes, which are GBK for every character GBK has. Node decodes this encoding but cannot write it. */
export function gb18030(text: string): Buffer {
  const known = sequences()
  const parts: Uint8Array[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) parts.push(Uint8Array.of(code))
    else parts.push(known.get(character) ?? beyondBasicPlane(code))
  }
  return Buffer.concat(parts)
}

function beyondBasicPlane(code: number): Uint8Array {
  // A few private characters of the basic plane have lost their place in the encoding.
  if (code < 0x10000) throw new TypeError(`GB18030 has no place for U+${code.toString(16).toUpperCase()}.`)
  return fourBytes(code - 0x10000 + 189000)
}

let learned: Map<string, Uint8Array> | undefined

/** Every character of the basic plane by its two or four bytes, learned from the decoder. */
function sequences(): Map<string, Uint8Array> {
  if (learned) return learned
  learned = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let linear = 0; linear < 39420; linear++) {
    const bytes = fourBytes(linear)
    learned.set(decoder.decode(bytes), bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Uint8Array.of(lead, trail)
      const character = decoder.decode(bytes)
      if (trail !== 0x7f && [...character].length === 1) learned.set(character, bytes)
    }
  }
  return learned
}

function fourBytes(linear: number): Uint8Array {
  return Uint8Array.of(
    0x81 + Math.floor(linear / 12600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  )
}
