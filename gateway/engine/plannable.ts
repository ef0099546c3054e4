import { parse, print } from 'graphql'
import { withCommonKeys } from './common-keys.ts'
import { inOrder } from './order.ts'
import { withPartialUnionsAsInterfaces } from './partial-unions.ts'
import { withoutProvidedTypenames } from './provisions.ts'

/** A supergraph as the planner gets it: what it (0.0.38) stumbles over is put so that it does not. */
export function plannable(supergraph: string): string {
  if (!stumblingBlocks.test(supergraph)) return supergraph
  const document = parse(supergraph, { noLocation: true })
  return print(inOrder(withoutProvidedTypenames(withPartialUnionsAsInterfaces(withCommonKeys(document)))))
}

const stumblingBlocks = /\bisInterfaceObject:\s*true\b|\bprovides:[^)]*\b__typename\b|\bunion\s+\w/
