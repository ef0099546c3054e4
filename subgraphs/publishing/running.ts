import type { Proposal } from './door.ts'
import type { Problem } from './problem.ts'

/** Asks a subgraph at its address whether it is what its SDL says. */
export type Running = (proposal: Proposal) => Promise<{
  readonly problems: readonly Problem[]
  readonly advice: readonly Problem[]
}>
