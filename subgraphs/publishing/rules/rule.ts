import type { ASTNode, DocumentNode } from 'graphql'
import type { Definition } from '../definitions.ts'
import { type Problem, placeOf } from '../problem.ts'
import type { Territory } from '../territory.ts'

/** A province's subgraph that wants to be in the graph. */
export interface Candidate {
  readonly name: string
  /** What the names of its types begin with, such as `Jl` and `Jilin`; its root fields begin with the same in lower case. */
  readonly prefixes: readonly string[]
  readonly document: DocumentNode
  readonly definitions: ReadonlyMap<string, Definition>
}

/** What composition does not ask: one rule of who may change what. */
export interface Rule {
  readonly code: string
  readonly check: (candidate: Candidate, territory: Territory) => Iterable<Finding>
}

/** What a rule found in one place; its code is the rule's. */
export type Finding = Omit<Problem, 'code'>

/** A rule's words about one place. */
export interface Words {
  readonly zh: string
  readonly en: string
  readonly fixZh: string
  readonly fixEn: string
}

export function finding(node: Pick<ASTNode, 'loc'> | undefined, { zh, en, fixZh, fixEn }: Words): Finding {
  return { places: node ? placeOf(node) : [], zh, en, fix: { zh: fixZh, en: fixEn } }
}

/** Whether a name is in the candidate's own namespace: `JlFair` of `Jl`, `jlFairs` of `jl`. */
export function isPrefixed(name: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => name.startsWith(prefix) && /^[A-Z0-9_]/.test(name.slice(prefix.length)))
}

/** The prefix as root fields have it: `jl` of `Jl`, `jilinAgri` of `JilinAgri`. */
export function lowered(prefix: string): string {
  return prefix[0]!.toLowerCase() + prefix.slice(1)
}
