import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../database.ts'
import type { MemberVersion } from './examine.ts'
import { contentHash, type LiveGraph, readGraph, readSeq, registrar } from './store.ts'

/** How often the registry is looked at, in ms. */
const every = 1_000

/**
 * Hands over each state of the graph that comes after `known`, one after the other. A state with another version of the
 * house than runs here is passed over: resolvers and graph must fit. Returns what ends it.
 */
export function followGraph(
  database: Pick<Database, 'db'>,
  known: LiveGraph,
  house: readonly MemberVersion[],
  changed: (graph: LiveGraph) => Promise<unknown>,
): () => void {
  const ended = new AbortController()
  const { restricted } = database.db(registrar)
  const look = async (seq: number): Promise<number> => {
    const latest = await restricted(readSeq)
    if (latest === seq) return seq
    const graph = await restricted(readGraph)
    if (fits(graph, house) && !ended.signal.aborted) await changed(graph)
    return graph.seq
  }
  const follow = async () => {
    let seq = known.seq
    while (!ended.signal.aborted) {
      await pause(every, undefined, { signal: ended.signal })
      // A database that is away changes nothing: what is served goes on.
      seq = await look(seq).catch(() => seq)
    }
  }
  follow().catch(() => undefined)
  return () => ended.abort()
}

function fits({ versions }: LiveGraph, house: readonly MemberVersion[]): boolean {
  return house.every((member) => versions.get(member.name) === contentHash(member))
}
