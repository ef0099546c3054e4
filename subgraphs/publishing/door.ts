import { HubError } from '#schema/errors.ts'
import type { Viewer } from '#schema/viewer.ts'
import type { Database } from '../database.ts'
import { type Breakage, brokenBy } from './breakage.ts'
import type { Examination, MemberVersion, Question } from './examine.ts'
import { examineApart } from './examine-apart.ts'
import type { Problem } from './problem.ts'
import type { Running } from './running.ts'
import { contentHash, type LiveGraph, readGraph, readPrevious, readVersions, registrar, take } from './store.ts'

/** Who stands at the door, and why. */
export interface Caller {
  /** As the registry and the audit name them, such as `lianku` or `key 3f…`. */
  readonly by: string
  readonly viewer: Viewer
  /** Goes on although clients break; refusals of other kinds stay. */
  readonly force?: boolean
}

/** What came of a check, or of a change to the graph. */
export interface Report extends Omit<Examination, 'supergraph' | 'claims'> {
  readonly subgraph: string
  readonly action: 'CHECK' | 'PUBLISH' | 'ROLLBACK' | 'REMOVE'
  readonly outcome: 'PASSED' | 'REFUSED' | 'UNCHANGED' | 'IN_FORCE'
  readonly version: string | null
  /** Number of the graph's state after this. */
  readonly state: number
  /** Clients whose operations would break. */
  readonly breaks: readonly Breakage[]
}

export type Proposal = Omit<MemberVersion, 'side'>

/** Registry, rules and checks, as commands and HTTP use them. */
export interface Door {
  check(proposal: Proposal): Promise<Report>
  publish(proposal: Proposal, caller: Caller): Promise<Report>
  /** Puts an earlier version in force again: the one before, or the one whose hash begins so. */
  rollback(subgraph: string, to: string | undefined, caller: Caller): Promise<Report>
  remove(subgraph: string, caller: Caller): Promise<Report>
}

export interface DoorOptions {
  /** Asks the subgraph at its address; without it the address is not looked at. */
  readonly running?: Running
  /** In a thread of its own unless told. */
  readonly examined?: (question: Question) => Examination | Promise<Examination>
}

export function openDoor(database: Database, { running, examined: ask = examineApart }: DoorOptions = {}): Door {
  const live = () => database.db(registrar).restricted(readGraph)

  async function decide(
    action: Report['action'],
    subgraph: string,
    proposal: Proposal | undefined,
    caller: Caller | undefined,
  ): Promise<Report> {
    for (let tries = 0; tries < 10; tries++) {
      const graph = await live()
      const version = proposal ? contentHash(proposal) : null
      const said = { subgraph, action, version, state: graph.seq }
      if (version && graph.versions.get(subgraph) === version) {
        return { ...said, ...nothing, outcome: action === 'CHECK' ? 'PASSED' : 'UNCHANGED' }
      }
      const { supergraph, claims, ...examined } = await examination(graph, subgraph, proposal)
      const breaks = await database.db(registrar).restricted((tx) => brokenBy(tx, examined.changes))
      const report = { ...said, ...examined, breaks }
      if (supergraph === undefined || (breaks.length > 0 && !caller?.force)) return { ...report, outcome: 'REFUSED' }
      if (action === 'CHECK' || !caller) return { ...report, outcome: 'PASSED' }
      const taken = await take(database, {
        on: graph.seq,
        action,
        by: caller.by,
        subgraph,
        members: membersOf(graph, subgraph, proposal),
        supergraph,
        claims: claims.map((it) => [it, subgraph]),
        event: {
          action: 'CHANGE',
          viewer: caller.viewer,
          object: `subgraph ${subgraph}`,
          ids: version ? [version] : [],
          reason: `${action}${caller.force && breaks.length > 0 ? ' although clients break' : ''}`,
        },
      })
      if (taken !== undefined) return { ...report, outcome: 'IN_FORCE', state: taken }
    }
    throw new HubError('OVERLOADED', '图正在被其他人更改，请稍后重试。')
  }

  async function examination(graph: LiveGraph, subgraph: string, proposal: Proposal | undefined): Promise<Examination> {
    if (!proposal) return ask({ without: subgraph, graph: plain(graph) })
    const taken = graph.houseNames.includes(subgraph) ? houseName(subgraph) : undefined
    if (taken) return { ...nothing, claims: [], problems: [taken] }
    const examined = await ask({ put: proposal, graph: plain(graph) })
    if (!running || examined.problems.length > 0) return examined
    const { problems, advice } = await running(proposal)
    return {
      ...examined,
      problems,
      advice: [...examined.advice, ...advice],
      supergraph: problems.length > 0 ? undefined : examined.supergraph,
    }
  }

  return {
    check: (proposal) => decide('CHECK', proposal.name, proposal, undefined),
    publish: (proposal, caller) => decide('PUBLISH', proposal.name, proposal, caller),
    async rollback(subgraph, to, caller) {
      const graph = await live()
      if (graph.houseNames.includes(subgraph)) throw ofTheHouse(subgraph)
      const current = graph.versions.get(subgraph)
      const [wanted, versions] = await database.db(registrar).restricted(async (tx) => {
        return [to ?? (await readPrevious(tx, subgraph, current)), await readVersions(tx, subgraph)] as const
      })
      const found = wanted ? versions.filter(({ hash }) => hash.startsWith(wanted)) : []
      if (found.length !== 1) {
        throw new HubError('UNKNOWN_SUBGRAPH', `子图 ${subgraph} 没有${to ? `唯一的版本 ${to}` : '更早的版本'}。`)
      }
      const { url, files } = found[0]!
      return decide('ROLLBACK', subgraph, { name: subgraph, url, files }, caller)
    },
    async remove(subgraph, caller) {
      const graph = await live()
      if (graph.houseNames.includes(subgraph)) throw ofTheHouse(subgraph)
      if (!graph.versions.has(subgraph)) throw new HubError('UNKNOWN_SUBGRAPH', `没有子图 ${subgraph}。`)
      return decide('REMOVE', subgraph, undefined, caller)
    },
  }
}

const nothing = { problems: [], advice: [], changes: [], moves: [], handovers: [], breaks: [] }

function membersOf(graph: LiveGraph, subgraph: string, proposal: Proposal | undefined) {
  const isHouse = (name: string) => graph.houseNames.includes(name)
  const others = graph.members.filter(({ name }) => name !== subgraph)
  const next = proposal ? [...others, { ...proposal, side: 'PROVINCE' as const }] : others
  return next.map((member) => ({ ...member, isHouse: isHouse(member.name) }))
}

/** What a thread can be handed. */
function plain({ members, claims, supergraph }: LiveGraph) {
  return { members, claims, supergraph }
}

function ofTheHouse(subgraph: string): HubError {
  return new HubError('ACCESS_DENIED', `子图 ${subgraph} 属于平台本身，随代码更新。`)
}

function houseName(subgraph: string): Problem {
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
