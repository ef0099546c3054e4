import { buildASTSchema, parse } from 'graphql'
import { publicDocument } from '#schema/public-document.ts'
import { readCandidate, type SdlFile } from './candidate.ts'
import { CompositionError, composeSupergraph } from './compose.ts'
import { type Change, changesBetween } from './diff/api.ts'
import { type Handover, type Move, routingBetween } from './diff/routing.ts'
import { lint } from './lint.ts'
import type { Problem } from './problem.ts'
import { judge } from './rules/rules.ts'
import { claimsOf, type Member, territoryOf } from './territory.ts'

/** A subgraph at one of its versions. */
export interface MemberVersion {
  readonly name: string
  readonly side: Member['side']
  readonly url: string
  readonly files: readonly SdlFile[]
}

/** The graph that is in force: plain data, so that it can be handed to a thread. */
export interface Graph {
  readonly members: readonly MemberVersion[]
  /** Coordinate to the province's subgraph that published it first. */
  readonly claims: readonly (readonly [coordinate: string, subgraph: string])[]
  readonly supergraph: string
}

/** What would come of a change to the graph. */
export interface Examination {
  /** Why it is refused; nothing else is known then. */
  readonly problems: readonly Problem[]
  /** What could be better. */
  readonly advice: readonly Problem[]
  readonly changes: readonly Change[]
  readonly moves: readonly Move[]
  readonly handovers: readonly Handover[]
  /** The composed graph, when nothing speaks against it. */
  readonly supergraph?: string
  /** Coordinates the subgraph would be the first to publish. */
  readonly claims: readonly string[]
}

/**
 * To put a subgraph into the graph as it is; or, with a `base` in its place there, as it would be then, and with null
 * without it; or to take one out.
 */
export type Question =
  | { readonly put: Proposed; readonly base?: Proposed | null; readonly graph: Graph }
  | { readonly without: string; readonly graph: Graph }

type Proposed = Omit<MemberVersion, 'side'>

export function answer(question: Question): Examination {
  const { graph } = question
  if ('without' in question) return examineWithout(question.without, graph)
  const { put, base } = question
  if (base === undefined) return examine(put, graph)
  const members = base
    ? inPlace(graph.members, { ...base, side: 'PROVINCE' })
    : graph.members.filter(({ name }) => name !== put.name)
  const supergraph = compose(members)
  return typeof supergraph === 'string' ? examine(put, { ...graph, members, supergraph }) : refused(supergraph)
}

/** Puts a province's subgraph into the graph, or in place of its version there: rules, composition, differences. */
export function examine(proposal: Proposed, graph: Graph): Examination {
  const candidate = readCandidate(proposal.name, proposal.files)
  if ('problem' in candidate) return refused([candidate.problem])
  const others = graph.members.filter(({ name }) => name !== proposal.name)
  const territory = territoryOf(others.map(memberOf), new Map(graph.claims))
  const problems = judge(candidate, territory)
  if (problems.length > 0) return refused(problems)
  const composed = compose(inPlace(graph.members, { ...proposal, side: 'PROVINCE' }))
  if (typeof composed !== 'string') return refused(composed)
  return {
    ...differences(graph.supergraph, composed),
    advice: lint(candidate, territory),
    claims: claimsOf(candidate.document, territory).filter((it) => territory.ownerOf(it) === undefined),
  }
}

function examineWithout(name: string, graph: Graph): Examination {
  const composed = compose(graph.members.filter((member) => member.name !== name))
  if (typeof composed !== 'string') return refused(composed)
  return { ...differences(graph.supergraph, composed), advice: [], claims: [] }
}

/** The supergraph of these members, or why there is none. */
export function compose(members: readonly MemberVersion[]): string | readonly Problem[] {
  try {
    return composeSupergraph(
      members.map((member) => ({ name: member.name, url: member.url, typeDefs: memberOf(member).document })),
    )
  } catch (error) {
    if (error instanceof CompositionError) return error.problems
    throw error
  }
}

export function memberOf({ name, side, files }: MemberVersion): Member {
  const candidate = readCandidate(name, files)
  if ('problem' in candidate) throw new TypeError(`Subgraph ${name}: ${candidate.problem.en}`)
  return { name, side, document: candidate.document }
}

function inPlace(members: readonly MemberVersion[], next: MemberVersion): readonly MemberVersion[] {
  return members.some(({ name }) => name === next.name)
    ? members.map((member) => (member.name === next.name ? next : member))
    : [...members, next]
}

function differences(before: string, supergraph: string) {
  const [old, next] = [before, supergraph].map((it) =>
    buildASTSchema(publicDocument(parse(it, { noLocation: true })), { assumeValidSDL: true }),
  )
  return { problems: [], supergraph, changes: changesBetween(old!, next!), ...routingBetween(before, supergraph) }
}

export function refused(problems: readonly Problem[]): Examination {
  return { problems, advice: [], changes: [], moves: [], handovers: [], claims: [] }
}
