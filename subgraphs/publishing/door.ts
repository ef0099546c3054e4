import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Check } from '../conformance/check.ts'
import type { Database } from '../database.ts'
import { type Breakage, brokenBy } from './breakage.ts'
import type { Examination, MemberVersion, Question } from './examine.ts'
import { examineApart } from './examine-apart.ts'
import type { Problem } from './problem.ts'
import {
  contentHash,
  type Entry,
  type LiveGraph,
  readEntries,
  readGraph,
  readPrevious,
  readVersions,
  registrar,
  take,
  type Version,
} from './store.ts'

/** Who stands at the door. */
export interface Caller {
  /** As the registry names them, such as `lianku` or `key 3f…`. */
  readonly by: string
  readonly viewer: Viewer
  /** Goes on although clients break; refusals of other kinds stay. */
  readonly force?: boolean
}

/** A subgraph as somebody wants it; an empty address is not asked. */
export type Proposal = Omit<MemberVersion, 'side'>

/** What came of a check, or of a change to the graph. */
export interface Report extends Omit<Examination, 'supergraph' | 'claims'> {
  readonly subgraph: string
  readonly action: 'CHECK' | 'DIFF' | 'PUBLISH' | 'ROLLBACK' | 'REMOVE'
  readonly outcome: 'PASSED' | 'REFUSED' | 'UNCHANGED' | 'IN_FORCE'
  /** SHA-256 of name, address and SDL, as hex. */
  readonly version: string | null
  /** Number of the graph's state after this. */
  readonly state: number
  /** Clients whose operations would break. */
  readonly breaks: readonly Breakage[]
  /** What the running subgraph was asked. */
  readonly conformance: readonly Check[]
}

/** Registry, rules and checks, as commands and HTTP use them. All throw HubError for what is not there. */
export interface Door {
  list(): Promise<readonly Entry[]>
  versions(subgraph: string): Promise<readonly Omit<Version, 'files'>[]>
  check(proposal: Proposal): Promise<Report>
  /** What another version changes, in the graph as it is: from the one before to the one in force, unless told. */
  diff(subgraph: string, from?: string, to?: string): Promise<Report>
  publish(proposal: Proposal, caller: Caller): Promise<Report>
  /** Puts an earlier version in force again: the one before, or the one whose hash begins so. */
  rollback(subgraph: string, to: string | undefined, caller: Caller): Promise<Report>
  remove(subgraph: string, caller: Caller): Promise<Report>
}

/** Asks a subgraph at its address whether it is what its SDL says, and keeps the contract with the gateway. */
export type Running = (proposal: Proposal) => Promise<readonly Check[]>

export interface DoorOptions {
  /** Asks the subgraph at its address; without it the address is not looked at. */
  readonly running?: Running
  /** In a thread of its own unless told. */
  readonly examined?: (question: Question) => Examination | Promise<Examination>
}

export function openDoor(database: Database, { running, examined = examineApart }: DoorOptions = {}): Door {
  const { restricted } = database.db(registrar)

  async function decide(
    action: Report['action'],
    subgraph: string,
    proposal: Proposal | undefined,
    caller?: Caller,
  ): Promise<Report> {
    for (let tries = 0; tries < 10; tries++) {
      const graph = await restricted(readGraph)
      const version = proposal ? contentHash(proposal) : null
      const said = { ...empty, subgraph, action, version, state: graph.seq }
      if (version && graph.versions.get(subgraph) === version) {
        return { ...said, outcome: action === 'CHECK' ? 'PASSED' : 'UNCHANGED' }
      }
      const { supergraph, claims, ...found } = await look(graph, subgraph, proposal)
      const breaks = await restricted((tx) => brokenBy(tx, found.changes))
      const report = { ...said, ...found, breaks }
      if (supergraph === undefined || (breaks.length > 0 && !caller?.force)) return { ...report, outcome: 'REFUSED' }
      if (action === 'CHECK' || action === 'DIFF' || !caller) return { ...report, outcome: 'PASSED' }
      const isForced = breaks.length > 0
      const state = await take(database, {
        on: graph.seq,
        action,
        by: caller.by,
        subgraph,
        members: membersWith(graph, subgraph, proposal),
        supergraph,
        claims: claims.map((it) => [it, subgraph]),
        event: {
          action: 'CHANGE',
          viewer: caller.viewer,
          object: `subgraph ${subgraph}`,
          ids: version ? [version] : [],
          reason: isForced ? `${action} although clients break` : action,
        },
      })
      if (state !== undefined) return { ...report, outcome: 'IN_FORCE', state }
    }
    throw new HubError('OVERLOADED', '图正在被其他人更改，请稍后重试。')
  }

  async function look(
    graph: LiveGraph,
    subgraph: string,
    proposal: Proposal | undefined,
  ): Promise<Examination & Pick<Report, 'conformance'>> {
    const conformance: readonly Check[] = []
    if (!proposal) return { ...(await examined({ without: subgraph, graph: plain(graph) })), conformance }
    if (graph.houseNames.includes(subgraph)) return { ...empty, claims: [], problems: [ofTheHouse(subgraph)] }
    const found = await examined({ put: proposal, graph: plain(graph) })
    if (!running || proposal.url === '' || found.problems.length > 0) return { ...found, conformance }
    const checks = await running(proposal)
    const problems = checks.flatMap(({ code, problem }) => (problem ? [{ code, places: [], ...problem }] : []))
    return {
      ...found,
      problems,
      conformance: checks,
      supergraph: problems.length > 0 ? undefined : found.supergraph,
    }
  }

  async function find(subgraph: string, beginning: string | undefined): Promise<Version> {
    const versions = await restricted((tx) => readVersions(tx, subgraph))
    const found = beginning === undefined ? [] : versions.filter(({ hash }) => hash.startsWith(beginning))
    if (found.length === 1) return found[0]!
    throw new HubError(
      'UNKNOWN_SUBGRAPH',
      `子图 ${subgraph} 没有${beginning ? `唯一的版本 ${beginning}` : '这个版本'}。`,
    )
  }

  async function changeable(subgraph: string): Promise<LiveGraph> {
    const graph = await restricted(readGraph)
    if (!graph.houseNames.includes(subgraph)) return graph
    throw new HubError('ACCESS_DENIED', `子图 ${subgraph} 属于平台本身，随代码更新。`)
  }

  return {
    list: () => restricted(readEntries),
    async versions(subgraph) {
      const versions = await restricted((tx) => readVersions(tx, subgraph))
      if (versions.length === 0) throw new HubError('UNKNOWN_SUBGRAPH', `没有子图 ${subgraph}。`)
      return versions.map(({ files: _, ...version }) => version)
    },
    check: (proposal) => decide('CHECK', proposal.name, proposal),
    async diff(subgraph, from, to) {
      const graph = await restricted(readGraph)
      const current = graph.versions.get(subgraph)
      const next = await find(subgraph, to ?? current)
      const before = from ?? (await restricted((tx) => readPrevious(tx, subgraph, next.hash)))
      const base = before === undefined ? null : proposalOf(await find(subgraph, before))
      const { supergraph, claims: _, ...found } = await examined({ put: proposalOf(next), base, graph: plain(graph) })
      const breaks = await restricted((tx) => brokenBy(tx, found.changes))
      const outcome = supergraph === undefined ? 'REFUSED' : 'PASSED'
      return { ...empty, ...found, breaks, subgraph, action: 'DIFF', outcome, version: next.hash, state: graph.seq }
    },
    publish: (proposal, caller) => decide('PUBLISH', proposal.name, proposal, caller),
    async rollback(subgraph, to, caller) {
      const graph = await changeable(subgraph)
      const current = graph.versions.get(subgraph)
      const wanted = to ?? (await restricted((tx) => readPrevious(tx, subgraph, current)))
      return decide('ROLLBACK', subgraph, proposalOf(await find(subgraph, wanted)), caller)
    },
    async remove(subgraph, caller) {
      const graph = await changeable(subgraph)
      if (!graph.versions.has(subgraph)) throw new HubError('UNKNOWN_SUBGRAPH', `没有子图 ${subgraph}。`)
      return decide('REMOVE', subgraph, undefined, caller)
    },
  }
}

const empty = { problems: [], advice: [], changes: [], moves: [], handovers: [], breaks: [], conformance: [] }

function proposalOf({ subgraph, url, files }: Version): Proposal {
  return { name: subgraph, url, files }
}

function membersWith(graph: LiveGraph, subgraph: string, proposal: Proposal | undefined) {
  const others = graph.members.filter(({ name }) => name !== subgraph)
  const next = proposal ? [...others, { ...proposal, side: 'PROVINCE' as const }] : others
  return next.map((member) => ({ ...member, isHouse: graph.houseNames.includes(member.name) }))
}

/** What a thread can be handed. */
function plain({ members, claims, supergraph }: LiveGraph) {
  return { members, claims, supergraph }
}

function ofTheHouse(subgraph: string): Problem {
  return {
    code: 'SUBGRAPH_NAME',
    places: [],
    zh: `名称「${subgraph}」已被平台自己的子图使用。`,
    en: `The name "${subgraph}" is taken by a subgraph of the house.`,
    fix: {
      zh: '换一个名称，例如省名加部门：jilin-agri。',
      en: 'Take another, such as province and department: jilin-agri.',
    },
  }
}
