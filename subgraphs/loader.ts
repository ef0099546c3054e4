import DataLoader from 'dataloader'
import { union } from './selection.ts'

/** Batches keys into one call of `find` and hands each key its row, or null where there is none. */
export function byKey<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await find(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => rows.get(key) ?? null)
  })
}

/** Batches keys into one call of `find` and hands each key all of its rows, in the order they came. */
export function groupedBy<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = Map.groupBy(await find(keys), keyOf)
    return keys.map((key) => rows.get(key) ?? [])
  })
}

/** Batches keys into one call of `find` and hands each key the rows that name it among their keys. */
export function groupedByMany<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keysOf: (row: Row) => readonly string[],
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = await find(keys)
    const named = rows.flatMap((row) => [...new Set(keysOf(row))].map((key) => ({ key, row })))
    const byName = Map.groupBy(named, ({ key }) => key)
    return keys.map((key) => (byName.get(key) ?? []).map(({ row }) => row))
  })
}

/**
 * One loader for all who ask before it first loads, of the fields of all of them; who asks later for fields it has not
 * loaded gets one that loads them too.
 */
export function byFields<Loader>(
  make: (fields: () => ReadonlySet<string>) => Loader,
): (fields: ReadonlySet<string>) => Loader {
  let wanted: ReadonlySet<string> = new Set()
  let loader: Loader | undefined
  let isLoaded = false
  return (fields) => {
    if (loader && (fields === wanted || fields.isSubsetOf(wanted))) return loader
    wanted = loader ? union(wanted, fields) : fields
    if (!loader || isLoaded) {
      isLoaded = false
      loader = make(() => {
        isLoaded = true
        return wanted
      })
    }
    return loader
  }
}
