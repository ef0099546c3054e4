import { getTableName, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Reader } from '../database.ts'

/** How common words are among the records of one list. */
export type WordShares = {
  /** Records in all, about. */
  readonly rows: number
  /** Share of the records that hold a word. */
  readonly shareOf: ShareOf
  /** Share of those that hold it in their name, or in what else leads in the list. */
  readonly leadingShareOf: ShareOf
}

export type ShareOf = (word: string) => number

/** Of restricted tables, whose statistics nobody may see: every word passes for rare. */
export const unknownShares: WordShares = { rows: 0, shareOf: () => 0, leadingShareOf: () => 0 }

const keptMs = 60_000

/** What the planner's statistics say of a list's words; asked for once a minute, since releases change them. */
export function wordShares(reader: Reader, table: PgTable): Promise<WordShares> {
  const tables = known.get(reader) ?? new Map<PgTable, Kept>()
  known.set(reader, tables)
  const kept = tables.get(table)
  if (kept && performance.now() - kept.at < keptMs) return kept.shares
  const shares = readShares(reader, table)
  tables.set(table, { shares, at: performance.now() })
  shares.catch(() => tables.delete(table))
  return shares
}

type Kept = { readonly shares: Promise<WordShares>; readonly at: number }

const known = new WeakMap<Reader, Map<PgTable, Kept>>()

type Statistics = {
  readonly rows: number
  readonly part: 'tokens' | 'leading' | null
  readonly words: readonly string[]
  readonly shares: readonly number[]
}

async function readShares(reader: Reader, table: PgTable): Promise<WordShares> {
  const name = `${getTableConfig(table).schema}.${getTableName(table)}`
  const found = (await reader.execute(sql`
    select greatest(c.reltuples, 0)::int as rows, case s.tablename when c.relname then 'tokens' else 'leading' end as part,
      s.most_common_elems::text::text[] as words, s.most_common_elem_freqs as shares
    from pg_class c left join pg_stats s on s.schemaname = c.relnamespace::regnamespace::text
      and s.most_common_elems is not null
      and (s.tablename = c.relname and s.attname = 'tokens' or s.tablename = c.relname || '_leading')
    where c.oid = ${name}::regclass`)) as unknown as Statistics[]
  const partOf = (part: Statistics['part']) => shareIn(found.find((it) => it.words && it.part === part))
  return { rows: found[0]!.rows, shareOf: partOf('tokens'), leadingShareOf: partOf('leading') }
}

function shareIn({ words, shares }: Pick<Statistics, 'words' | 'shares'> = { words: [], shares: [] }) {
  const known = new Map(words.map((word, at) => [word, shares[at]!]))
  // The rarest known share comes after those of the words. Words thin out, so that one beyond is far rarer as a rule.
  const rarest = (shares[words.length] ?? 0) / 4
  return (word: string) => known.get(word) ?? rarest
}
