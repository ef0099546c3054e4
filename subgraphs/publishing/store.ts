import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Viewer } from '#schema/viewer.ts'
import type { AuditEvent } from '../audit/event.ts'
import { record } from '../audit.ts'
import type { Database, Handle, Reader } from '../database.ts'
import type { SdlFile } from './candidate.ts'
import type { Graph, MemberVersion } from './examine.ts'

/** A subgraph's version, by the hash of its content. */
export interface Version {
  readonly hash: string
  readonly subgraph: string
  readonly url: string
  readonly files: readonly SdlFile[]
  /** ISO 8601. */
  readonly publishedAt: string
  readonly publishedBy: string
}

/** The graph in force, with the number of its state; 0 before the house has come in. */
export interface LiveGraph extends Graph {
  readonly seq: number
  readonly supergraphHash: string
  readonly versions: ReadonlyMap<string, string>
  readonly houseNames: readonly string[]
}

/** A change of the graph, whole or not at all. */
export interface Step {
  /** The state this was decided on. */
  readonly on: number
  readonly action: 'HOUSE' | 'PUBLISH' | 'ROLLBACK' | 'REMOVE'
  readonly by: string
  readonly subgraph?: string
  readonly members: readonly (MemberVersion & { readonly isHouse: boolean })[]
  readonly supergraph: string
  readonly claims: readonly (readonly [coordinate: string, subgraph: string])[]
  /** Subgraphs that want to be in force and are not, with why. */
  readonly leftOut?: readonly (readonly [subgraph: string, reason: string])[]
  readonly event: AuditEvent
}

/** Reads the registry as the hub itself. */
export const registrar: Viewer = { role: 'OPERATOR', subject: 'lianku publishing' }

export function contentHash({ name, url, files }: Pick<MemberVersion, 'name' | 'url' | 'files'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, url, files.map(({ text }) => text)]))
    .digest('hex')
}

/** Number of the state in force. */
export async function readSeq(reader: Reader): Promise<number> {
  const [row] = await reader.execute(sql`select coalesce(max(seq), 0) as seq from publishing.state`)
  return Number(row!.seq)
}

export async function readGraph(reader: Reader): Promise<LiveGraph> {
  const [state] = await reader.execute(sql`
    select seq, supergraph as hash, sdl from publishing.state join publishing.supergraph on hash = supergraph
    order by seq desc limit 1`)
  const seq = Number(state?.seq ?? 0)
  const members = await reader.execute(sql`
    select name, side, is_house, version, url, files
    from publishing.member join publishing.subgraph on name = member.subgraph join publishing.version on hash = version
    where seq = ${seq} order by place`)
  const claims = await reader.execute(sql`select coordinate, subgraph from publishing.claim`)
  return {
    seq,
    supergraph: String(state?.sdl ?? ''),
    supergraphHash: String(state?.hash ?? ''),
    members: members.map((row) => ({
      name: String(row.name),
      side: row.side as MemberVersion['side'],
      url: String(row.url),
      files: row.files as SdlFile[],
    })),
    claims: claims.map((row) => [String(row.coordinate), String(row.subgraph)]),
    versions: new Map(members.map((row) => [String(row.name), String(row.version)])),
    houseNames: members.filter((row) => row.is_house).map((row) => String(row.name)),
  }
}

/**
 * Puts a step in force in one transaction. Gives back the number of the new state, or undefined when another step came
 * between and this one has to be decided anew.
 */
export function take(database: Pick<Database, 'write'>, step: Step): Promise<number | undefined> {
  return database.write(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('lianku publishing'))`)
    if ((await readSeq(tx)) !== step.on) return undefined
    const seq = step.on + 1
    const hash = createHash('sha256').update(step.supergraph).digest('hex')
    await tx.execute(sql`
      insert into publishing.supergraph (hash, sdl) values (${hash}, ${step.supergraph}) on conflict do nothing`)
    await tx.execute(sql`
      insert into publishing.state (seq, by, action, subgraph, supergraph)
      values (${seq}, ${step.by}, ${step.action}, ${step.subgraph ?? null}, ${hash})`)
    for (const member of step.members) await place(tx, seq, member, step)
    if (step.action === 'REMOVE') {
      await tx.execute(sql`update publishing.subgraph set wanted = null, left_out = null where name = ${step.subgraph}`)
    }
    for (const [name, reason] of step.leftOut ?? []) {
      await tx.execute(sql`update publishing.subgraph set left_out = ${reason} where name = ${name}`)
    }
    for (const [coordinate, subgraph] of step.claims) {
      await tx.execute(sql`
        insert into publishing.claim (coordinate, subgraph) values (${coordinate}, ${subgraph}) on conflict do nothing`)
    }
    await record(tx, [step.event])
    return seq
  })
}

async function place(tx: Handle, seq: number, member: Step['members'][number], { by }: Step): Promise<void> {
  const { name, side, url, files, isHouse } = member
  const hash = contentHash(member)
  await tx.execute(sql`
    insert into publishing.version (hash, subgraph, url, files, published_by)
    values (${hash}, ${name}, ${url}, ${JSON.stringify(files)}::json, ${by}) on conflict do nothing`)
  await tx.execute(sql`
    insert into publishing.subgraph (name, place, side, is_house, wanted)
    select ${name}, coalesce(max(place), 0) + 1, ${side}, ${isHouse}, ${hash} from publishing.subgraph
    on conflict (name) do update set wanted = excluded.wanted, side = excluded.side, is_house = excluded.is_house, left_out = null`)
  await tx.execute(sql`insert into publishing.member (seq, subgraph, version) values (${seq}, ${name}, ${hash})`)
}

/** A subgraph's versions, newest first. */
export async function readVersions(reader: Reader, subgraph: string): Promise<readonly Version[]> {
  const rows = await reader.execute(sql`
    select hash, subgraph, url, files, published_at as "publishedAt", published_by as "publishedBy"
    from publishing.version where subgraph = ${subgraph} order by published_at desc, hash`)
  return rows.map((row) => ({
    hash: String(row.hash),
    subgraph,
    url: String(row.url),
    files: row.files as SdlFile[],
    publishedAt: new Date(String(row.publishedAt)).toISOString(),
    publishedBy: String(row.publishedBy),
  }))
}

/** Hash of the version that was in force before the one that is, or before the subgraph was removed. */
export async function readPrevious(reader: Reader, subgraph: string, current: string | undefined) {
  const [row] = await reader.execute(sql`
    select version from publishing.member where subgraph = ${subgraph} and version is distinct from ${current ?? null}
    order by seq desc limit 1`)
  return row && String(row.version)
}

/** A subgraph that has a place in the graph, or had one. */
export interface Entry {
  readonly name: string
  readonly isHouse: boolean
  /** Hash of the version in force; null when none is. */
  readonly version: string | null
  readonly url: string | null
  readonly since: string | null
  readonly publishedBy: string | null
  readonly leftOut: string | null
}

export async function readEntries(reader: Reader): Promise<readonly Entry[]> {
  const rows = await reader.execute(sql`
    select name, is_house as "isHouse", version, url, published_at as since, published_by as "publishedBy",
      left_out as "leftOut"
    from publishing.subgraph
    left join publishing.member
      on member.subgraph = name and member.seq = (select max(seq) from publishing.state)
    left join publishing.version on hash = member.version
    order by place`)
  return rows.map((row) => ({
    ...(row as unknown as Entry),
    since: row.since === null ? null : new Date(String(row.since)).toISOString(),
  }))
}

/** Strangers that want to be in force, in the order they came, also those left out now. */
export async function readWanted(reader: Reader): Promise<readonly MemberVersion[]> {
  const rows = await reader.execute(sql`
    select name, side, url, files from publishing.subgraph join publishing.version on hash = wanted
    where not is_house order by place`)
  return rows.map((row) => ({
    name: String(row.name),
    side: row.side as MemberVersion['side'],
    url: String(row.url),
    files: row.files as SdlFile[],
  }))
}
