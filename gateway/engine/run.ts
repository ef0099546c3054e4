import type { GraphQLFormattedError } from 'graphql'
import type { RequestContext } from './contract.ts'
import type { Path } from './failure.ts'
import type { MissingLibrary } from './incomplete.ts'
import type { Withheld } from './withheld.ts'

/** An object fetched from a subgraph, under planned keys. */
export type Entity = Record<string, unknown>

/** One execution of one operation. */
export interface Run {
  readonly data: Entity
  /** Coerced, under planned names. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: RequestContext
  /** Errors that found no place in the data. */
  readonly errors: { readonly error: GraphQLFormattedError; readonly path: Path }[]
  /** Fields that subgraphs withheld from the viewer, by coordinate. */
  readonly withheld: Map<string, Withheld>
  /** Libraries whose rows are missing, by id. */
  readonly incomplete: Map<string, MissingLibrary>
}

/** One compiled node of a plan. */
export type Step = (run: Run) => Promise<void> | undefined
