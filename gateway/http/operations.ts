import { LRUCache } from 'lru-cache'
import type { Engine, Prepared, Refused } from '../engine/contract.ts'
import { type CheckedDocument, checkDocument, type Limits } from '../limits/limits.ts'

/** An operation as clients ask for it. */
export interface OperationText {
  readonly query: string
  readonly operationName: string | undefined
}

/** Operations seen, checked against the limits once each. */
export interface Operations {
  /** The operation, checked and planned. Throws its refusal; `variables` are checked for every request. */
  prepare(
    engine: Engine,
    text: OperationText,
    variables: Record<string, unknown>,
  ): Prepared | { readonly errors: readonly Error[] }
  /** The most asked for, most first: what a new engine should plan before it takes over. */
  busiest(count: number): readonly OperationText[]
}

/** Bytes, roughly, of documents and their syntax trees kept. */
const maxKept = 64 * 1024 * 1024

/** A syntax tree takes about this many bytes for each character of its text. */
const treeFactor = 40

/** `planned` is told of each operation whether the engine had it planned before. */
export function createOperations(limits: Limits, planned: (known: boolean) => void): Operations {
  let planner: Engine | undefined
  let outcomes = new WeakMap<OperationText, 'planned' | Refused>()
  const seen = new LRUCache<string, CheckedDocument & { readonly text: OperationText; uses: number }>({
    maxSize: maxKept,
    sizeCalculation: ({ text }) => text.query.length * treeFactor + 1_000,
  })

  const look = (text: OperationText) => {
    const key = text.operationName === undefined ? text.query : `${text.operationName}\n${text.query}`
    const known = seen.get(key)
    if (known) return known
    const fresh = { ...checkDocument(text.query, limits), text, uses: 0 }
    seen.set(key, fresh)
    return fresh
  }

  return {
    prepare(engine, text, variables) {
      const checked = look(text)
      if (checked.refusal) return { errors: [checked.refusal] }
      const refusal = checked.checkVariables(variables)
      if (refusal) return { errors: [refusal] }
      if (engine !== planner) {
        planner = engine
        outcomes = new WeakMap()
      }
      const known = outcomes.get(checked.text)
      planned(known !== undefined)
      // What did not fit is not parsed and validated again for everyone who repeats it.
      if (typeof known === 'object') return known
      const prepared = engine.prepare(text.query, text.operationName)
      if ('errors' in prepared) {
        outcomes.set(checked.text, prepared)
        return prepared
      }
      outcomes.set(checked.text, 'planned')
      checked.uses++
      return prepared
    },
    busiest: (count) =>
      [...seen.values()]
        .filter(({ uses }) => uses > 0)
        .sort((left, right) => right.uses - left.uses)
        .slice(0, count)
        .map(({ text }) => text),
  }
}
