import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { HubError } from '#schema/errors.ts'
import { queryWords, termOf } from '../search.ts'
import type { ShareOf, WordShares } from './shares.ts'

/** How a search is read. Both texts are tsqueries. */
export type Reading = {
  /** What a record needs to be found: all words of a short search, the rarest of a long one. */
  readonly required: string
  /** What records are ranked by: any of the words. */
  readonly ranking: string
  /** It finds too many records to rank each of them. */
  readonly isCommon: boolean
  /** Its words stand in so many records that one need not look far for a page of them. */
  readonly findsOften: boolean
  /** The same of records in which they lead. */
  readonly leadsOften: boolean
}

/** The words of a search; refused when there are none, or when it is too long. */
export function searchedWords(search: string): readonly string[] {
  if (search.length > maxSearchLength) {
    throw new HubError('BAD_FILTER', `search 最多 ${maxSearchLength} 个字，收到 ${search.length} 个。`)
  }
  const words = [...new Set(queryWords(search))]
  if (words.length === 0) throw new HubError('BAD_FILTER', `search 中没有可以检索的词：“${search}”。`)
  return words
}

/** Reads a search by how common its words are; of equally common ones the longer tells more. */
export function readSearch(words: readonly string[], { rows, shareOf, leadingShareOf }: WordShares): Reading {
  const shareIn = (shares: ShareOf, word: string) => Math.max(shares(word), shares(`~${word}`))
  const rarest = words
    .map((word) => ({ word, share: shareIn(shareOf, word), leadingShare: shareIn(leadingShareOf, word) }))
    .sort((a, b) => a.share - b.share || b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, wordsConsidered)
  const foundBy = (count: number) => rows * together(rarest.slice(0, count).map(({ share }) => share))
  let needed = rarest.length <= wordsAllRequired ? rarest.length : wordsTelling
  while (needed < rarest.length && foundBy(needed) > mostRanked) needed++
  const terms = rarest.map(({ word }) => termOf(word))
  return {
    required: terms.slice(0, needed).join(' & '),
    ranking: terms.join(' | '),
    isCommon: foundBy(needed) > mostRanked,
    findsOften: foundBy(needed) > often * rows,
    leadsOften: together(rarest.slice(0, needed).map(({ leadingShare }) => leadingShare)) > often,
  }
}

/** Records that a search finds. */
export function searchCondition(tokens: PgColumn, { required }: Reading): SQL {
  return sql`${tokens} @@ ${required}::tsquery`
}

/** How well a record fits a search, by all of its words, rounded so that a cursor can carry it; below one. */
export function relevanceOf(tokens: PgColumn, { ranking }: Reading): SQL {
  return sql`round(ts_rank(${tokens}, ${ranking}::tsquery)::numeric, 6)`
}

const maxSearchLength = 200
const wordsAllRequired = 4
const wordsTelling = 2
const wordsConsidered = 8
// Reading and ranking a thousand records takes the server some milliseconds.
const mostRanked = 1_500
const often = 0.01

/**
 * Share of the records that hold all of these words. Words of one text are no independent events:
 * each further one narrows by less than its own share says.
 */
function together(shares: readonly number[]): number {
  return shares.toSorted((a, b) => a - b).reduce((product, share, at) => product * share ** (1 / 2 ** at), 1)
}
