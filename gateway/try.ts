import { text } from 'node:stream/consumers'
import { createEngine } from './engine/engine.ts'

/** Builds an engine of the supergraph on standard input, as a gateway would, and ends; says on standard error why not. */
try {
  const unasked = () => Promise.reject(new TypeError('A trial asks no subgraph.'))
  createEngine({ supergraph: await text(process.stdin), transport: () => ({ fetch: unasked }) })
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
