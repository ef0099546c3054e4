import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { HubError } from '#schema/errors.ts'
import { fold } from './intake/text/fold.ts'
import { pinyinInitials } from './intake/text/pinyin.ts'

/** Weight of a text in a record: A names and titles, B key words, C descriptions. */
export type Weight = 'A' | 'B' | 'C'

/** The words of a record as a `tsvector` literal; names and titles are also found by their pinyin initials. */
export function tokensOf(texts: readonly (readonly [Weight, string | undefined])[]): string {
  const weights = new Map<string, Weight>()
  for (const [weight, text] of texts) {
    if (!text) continue
    for (const word of indexWords(text)) keepHeaviest(weights, word, weight)
    if (weight === 'A') for (const initials of initialsOf(text)) keepHeaviest(weights, initials, weight)
  }
  return Array.from(weights, ([word, weight]) => `${quote(word)}:1${weight}`).join(' ')
}

/** Records that a search finds: those with all words of a short search, or with the two most telling of a long one. */
export function searchCondition(tokens: PgColumn, search: string): SQL {
  const terms = termsOf(search)
  const required = terms.length <= wordsAllRequired ? terms : terms.slice(0, wordsTelling)
  return sql`${tokens} @@ ${required.join(' & ')}::tsquery`
}

/** How well a record fits a search, by all of its words, rounded so that a cursor can carry it. */
export function relevanceOf(tokens: PgColumn, search: string): SQL {
  return sql`round(ts_rank(${tokens}, ${termsOf(search).join(' | ')}::tsquery)::numeric, 6)`
}

const maxSearchLength = 200
const wordsAllRequired = 4
// Any of the words of a long search would be in a sixth of all records: each would have to be read to be ranked.
const wordsTelling = 2
const wordsConsidered = 8

/** The words of a search as terms, the most telling first: long words are rare ones. */
function termsOf(search: string): string[] {
  if (search.length > maxSearchLength) {
    throw new HubError('BAD_FILTER', `search 最多 ${maxSearchLength} 个字，收到 ${search.length} 个。`)
  }
  const words = [...new Set(queryWords(search))]
  if (words.length === 0) throw new HubError('BAD_FILTER', `search 中没有可以检索的词：“${search}”。`)
  return words
    .sort((one, other) => other.length - one.length)
    .slice(0, wordsConsidered)
    .map(termOf)
}

/** A Latin word may also be the initials of a Chinese one. */
function termOf(word: string): string {
  return /^[a-z]{2,}$/.test(word) ? `(${quote(word)} | ${quote(`~${word}`)})` : quote(word)
}

function indexWords(text: string): string[] {
  return jieba().cutForSearch(fold(text), true).filter(isWord)
}

function queryWords(search: string): string[] {
  const words = jieba().cut(fold(search), true).filter(isWord)
  const telling = words.filter((word) => !commonWords.has(word))
  return telling.length > 0 ? telling : words
}

function initialsOf(text: string): string[] {
  const words = indexWords(text).filter((word) => word.length > 1 && /\p{Script=Han}/u.test(word))
  const whole = [...text].length <= 20 ? [pinyinInitials(text)] : []
  return [...whole, ...words.map(pinyinInitials)].filter((initials) => initials.length > 1).map((it) => `~${it}`)
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
