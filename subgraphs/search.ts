import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { fold } from './intake/text/fold.ts'
import { pinyinInitials } from './intake/text/pinyin.ts'

/** Weight of a text in a record: A names and titles, B key words, C descriptions. */
export type Weight = 'A' | 'B' | 'C'

/**
 * The words of a record as a `tsvector` literal; names and titles are also found by their pinyin initials. Of a text as
 * long as a book the first words are taken: a vector holds no more.
 */
export function tokensOf(texts: readonly (readonly [Weight, string | undefined])[]): string {
  const weights = new Map<string, Weight>()
  for (const [weight, text] of texts) {
    if (!text) continue
    const folded = fold(text).slice(0, longestText)
    for (const part of jieba().cutForSearch(folded, true)) {
      const { token, initials } = understand(part)
      if (token === undefined) continue
      keepHeaviest(weights, token, weight)
      if (weight === 'A' && initials !== undefined) keepHeaviest(weights, initials, weight)
    }
    if (weight !== 'A' || [...text].length > longestInitials) continue
    const whole = initialsOf(folded)
    if (whole !== undefined) keepHeaviest(weights, whole, weight)
  }
  let literal = ''
  for (const [token, weight] of weights) literal += `${token}:1${weight} `
  return literal.trimEnd()
}

/** Words of a search, without those that tell nothing where others do. */
export function queryWords(search: string): string[] {
  const words = jieba().cut(fold(search), true).filter(isWord)
  const telling = words.filter((word) => !commonWords.has(word))
  return telling.length > 0 ? telling : words
}

/** A word as a tsquery; a Latin one may also be the initials of a Chinese one. */
export function termOf(word: string): string {
  return /^[a-z]{2,}$/.test(word) ? `(${quote(word)} | ${quote(`~${word}`)})` : quote(word)
}

/** A part of a segmented text: as a quoted term if it is a word, and its pinyin initials as another if it has some. */
type Part = { readonly token?: string; readonly initials?: string }

/** What a part is; records share most of their words, so each is understood once. */
function understand(part: string): Part {
  const before = understood.get(part)
  if (before) return before
  const known = look(part)
  if (understood.size < rememberedParts && part.length <= longestWord) understood.set(part, known)
  return known
}

function look(part: string): Part {
  if (part.length > longestWord || !isWord(part)) return {}
  const isName = part.length > 1 && /\p{Script=Han}/u.test(part)
  const initials = isName ? initialsOf(part) : undefined
  return { token: quote(part), ...(initials !== undefined && { initials }) }
}

const understood = new Map<string, Part>()
// Some 20 MB at most.
const rememberedParts = 100_000
// Nobody types a longer one; a vector holds none above 2,046 bytes.
const longestWord = 200
const longestText = 50_000
// Nobody types the initials of a whole sentence.
const longestInitials = 20

function initialsOf(text: string): string | undefined {
  const initials = pinyinInitials(text)
  return initials.length > 1 ? quote(`~${initials}`) : undefined
}

const commonWords = new Set(['的', '一种', '及', '其', '和', '与', '在', '用', '了', '为'])

const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word)

function keepHeaviest(weights: Map<string, Weight>, word: string, weight: Weight) {
  const known = weights.get(word)
  if (known === undefined || weight < known) weights.set(word, weight)
}

function quote(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

const require = createRequire(import.meta.url)
let segmenter: Jieba | undefined

// The dictionary takes a quarter of a second to load, so it comes with the first search or import.
function jieba(): Jieba {
  segmenter ??= Jieba.withDict((require('@node-rs/jieba/dict') as { dict: Uint8Array }).dict)
  return segmenter
}
