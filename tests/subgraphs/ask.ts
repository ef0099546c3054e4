import { type ExecutionResult, graphql } from 'graphql'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { extensionsOf, requestOf } from '../../subgraphs/context.ts'
import type { Database, Reader } from '../../subgraphs/database.ts'
import type { Subgraph } from '../../subgraphs/define.ts'
import type { Fields, Flag, Kind } from '../../subgraphs/intake/record.ts'
import { type Prepared, recordId } from '../../subgraphs/intake/sink.ts'
import { findLibrary } from '../../subgraphs/libraries.ts'
import { secret } from '../postgres.ts'

/** The day on which all questions are asked. */
export const now = new Date('2024-01-15T08:00:00Z')

/** A canonical record as intake hands it to a subgraph. */
export function record<K extends Kind>(
  kind: K,
  libraryId: string,
  localId: string,
  fields: Partial<Fields[K]>,
  { restricted = false, flags = [] }: { restricted?: boolean; flags?: readonly Flag[] } = {},
): Prepared<K> {
  return {
    kind,
    id: recordId(libraryId, kind, localId),
    localId,
    library: findLibrary(libraryId)!,
    release: `${libraryId}@1`,
    fields,
    restricted,
    flags,
    source: { file: '样例.csv', row: 2, synthetic: true },
  }
}

/** Puts records in force through a subgraph's sinks, and counts the sources anew as of 2023-12-15. */
export async function save(database: Database, subgraph: Subgraph, records: readonly Prepared[]) {
  await database.write(async (tx) => {
    for (const sink of subgraph.sinks) {
      await sink.save(
        tx,
        records.filter(({ kind }) => kind === sink.kind),
      )
      for (const library of new Set(records.map((it) => it.library))) {
        await sink.counted?.(tx, library, { id: `${library.id}@1`, asOf: '2023-12-15T08:00:00Z' })
      }
    }
  })
}

/** How records of a library end in its second release, unless they are withdrawn. */
export const ended = (library: string) => ({ release: `${library}@2`, isWithdrawal: false })

/** Asks a subgraph, as the public unless told; the answer is plain JSON, as a client reads it. */
export async function ask(
  database: Database,
  subgraph: Subgraph,
  source: string,
  variableValues: Record<string, unknown> = {},
  viewer: Viewer = anyone,
): Promise<ExecutionResult> {
  const contextValue = subgraph.contextFor({ ...requestOf({ database, secret }, viewer, 'test'), now })
  const result = await graphql({ schema: subgraph.schema, source, variableValues, contextValue })
  const extensions = extensionsOf(contextValue)
  return JSON.parse(JSON.stringify(extensions ? { ...result, extensions } : result)) as ExecutionResult
}

/** Asks, expects no error, and gives back the one root field. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
export async function answer(...question: Parameters<typeof ask>): Promise<any> {
  const { data, errors } = await ask(...question)
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  return Object.values(data!)[0]
}

/** Every statement that the public login sends while `work` runs. */
export async function statementsOf(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const { session } = database.db(anyone).read as unknown as Reader & { session: Session }
  const sent: string[] = []
  const prepareQuery = session.prepareQuery
  session.prepareQuery = (query, ...rest) => {
    sent.push(query.sql)
    return prepareQuery.call(session, query, ...rest)
  }
  try {
    await work()
  } finally {
    session.prepareQuery = prepareQuery
  }
  return sent
}

type Session = { prepareQuery: (query: { sql: string }, ...rest: unknown[]) => unknown }

/** Ids of a list page by page to its end, first to last or last to first; pages come in reading order. */
export async function walk(
  database: Database,
  subgraph: Subgraph,
  list: string,
  args: string,
  { size, backward }: { size: number; backward: boolean },
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const slice: string = backward
      ? `last: ${size}${cursor ? `, before: "${cursor}"` : ''}`
      : `first: ${size}${cursor ? `, after: "${cursor}"` : ''}`
    const page = await answer(
      database,
      subgraph,
      `{ ${list}(${args} ${slice}) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      } }`,
    )
    const found = page.nodes.map(({ id }: { id: string }) => id)
    if (backward) ids.unshift(...found)
    else ids.push(...found)
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
    cursor = backward ? (hasPreviousPage ? startCursor : null) : hasNextPage ? endCursor : null
  } while (cursor)
  return ids
}
