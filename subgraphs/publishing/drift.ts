import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Check } from '../conformance/check.ts'
import type { Database, Reader } from '../database.ts'
import type { Proposal } from './door.ts'
import { readGraph, registrar } from './store.ts'

/** Whether a subgraph runs what it published. */
export interface Drift {
  /** ISO time of the last look. */
  readonly checkedAt: string
  /** What differs, or why it could not be seen; null when all is as published. */
  readonly problem: { readonly code: string; readonly zh: string; readonly en: string } | null
}

/** Asks a running subgraph at its address whether it runs what it published. */
export type DriftAsk = (proposal: Proposal) => Promise<readonly Check[]>

export interface DriftOptions {
  readonly database: Pick<Database, 'db' | 'write'>
  readonly ask: DriftAsk
  /** Told when a subgraph begins to differ, or differs otherwise, or no more. */
  readonly changed: (subgraph: string, drift: Drift) => void
  /** Told after every round how all of them stand, whoever looked. */
  readonly told?: (drifts: ReadonlyMap<string, Drift>) => void
  /** Milliseconds between two looks at one subgraph. */
  readonly everyMs?: number
}

/**
 * Looks from time to time whether contributed subgraphs still run what they published. It only tells: what is live stays
 * live. Of several hubs on one database each subgraph is asked by one at a time. Returns what ends it.
 */
export function watchDrift({ everyMs = 300_000, ...options }: DriftOptions): () => void {
  const ended = new AbortController()
  const watch = async () => {
    while (!ended.signal.aborted) {
      // A database that is away is looked at again.
      await lookAtAll(options, everyMs).catch(() => undefined)
      await pause(Math.min(everyMs, 60_000), undefined, { signal: ended.signal })
    }
  }
  watch().catch(() => undefined)
  return () => ended.abort()
}

/** Asks every contributed subgraph in force that was not looked at for so long. */
export async function lookAtAll({ database, ask, changed, told }: Omit<DriftOptions, 'everyMs'>, everyMs: number) {
  const drifts = new Map<string, Drift>()
  const { restricted } = database.db(registrar)
  const { members, versions, houseNames } = await restricted(readGraph)
  for (const member of members) {
    if (houseNames.includes(member.name) || member.url === '') continue
    const version = versions.get(member.name)!
    const before = await restricted((tx) => readDrift(tx, member.name))
    if (!(await claim(database, member.name, version, everyMs))) {
      if (before) drifts.set(member.name, before)
      continue
    }
    const drift = { checkedAt: new Date().toISOString(), problem: problemOf(await ask(member)) }
    await keep(database, member.name, version, drift)
    drifts.set(member.name, drift)
    if (JSON.stringify(before?.problem ?? null) !== JSON.stringify(drift.problem)) changed(member.name, drift)
  }
  told?.(drifts)
}

/** How a subgraph stood when it was last looked at, at the version in force. */
export async function readDrift(reader: Reader, subgraph: string): Promise<Drift | null> {
  const [row] = await reader.execute(sql`
    select checked_at as "checkedAt", problem from publishing.drift
    join publishing.member using (subgraph, version)
    where subgraph = ${subgraph} and seq = (select max(seq) from publishing.state)`)
  if (!row) return null
  return { checkedAt: new Date(String(row.checkedAt)).toISOString(), problem: row.problem as Drift['problem'] }
}

/** Takes a look upon itself, unless another hub did lately. */
async function claim({ write }: Pick<Database, 'write'>, subgraph: string, version: string, everyMs: number) {
  const rows = await write((tx) =>
    tx.execute(sql`
      insert into publishing.drift as known (subgraph, version, checked_at) values (${subgraph}, ${version}, now())
      on conflict (subgraph) do update set version = excluded.version, checked_at = excluded.checked_at,
        problem = case when known.version = excluded.version then known.problem end
      where known.version <> excluded.version or known.checked_at <= now() - ${everyMs} * interval '1 millisecond'
      returning subgraph`),
  )
  return rows.length > 0
}

async function keep({ write }: Pick<Database, 'write'>, subgraph: string, version: string, drift: Drift) {
  const problem = drift.problem && JSON.stringify(drift.problem)
  await write((tx) =>
    tx.execute(sql`
      update publishing.drift set checked_at = ${drift.checkedAt}::timestamptz, problem = ${problem}::json
      where subgraph = ${subgraph} and version = ${version}`),
  )
}

function problemOf(checks: readonly Check[]): Drift['problem'] {
  const failed = checks.find(({ problem }) => problem)
  return failed ? { code: failed.code, zh: failed.problem!.zh, en: failed.problem!.en } : null
}
