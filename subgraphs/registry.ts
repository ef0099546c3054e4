import { demand } from './demand/subgraph.ts'

/** Every subgraph of the house. */
export const subgraphs = [demand]

/** Where canonical records of each kind become rows. */
export const sinks = subgraphs.flatMap((subgraph) => subgraph.sinks)
