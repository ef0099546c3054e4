import { LRUCache } from 'lru-cache'
import { HubError } from '#schema/errors.ts'
import type { Engine, Prepared, Refused } from '../engine/contract.ts'
import { type CheckedDocument, checkDocument, type Limits } from '../limits/limits.ts'
import { compileCost, maxCost } from '../limits/max-cost.ts'
import type { Standing } from '../limits/standing.ts'

/** An operation as clients ask for it. */
export interface OperationText {
  readonly query: string
  readonly operationName: string | undefined
}

/** An operation ready to run, with what it costs; or why it is refused. */
export type Outcome = { readonly prepared: Prepared; readonly cost: number } | { readonly errors: readonly Error[] }

/** Operations seen, checked against the limits once each. */
export interface Operations {
  /** The operation, checked and planned; `variables` are checked and counted for every request. */
  prepare(engine: Engine, text: OperationText, variables: Record<string, unknown>, standing: Standing): Outcome
  /** The most asked for, most first: what a new engine should plan before it takes over. */
  busiest(count: number): readonly OperationText[]
}

/** Bytes, roughly, of documents and their syntax trees kept. */
const maxKept = 64 * 1024 * 1024

/** A syntax tree takes about this many bytes for each character of its text. */
const treeFactor = 40

interface Seen extends CheckedDocument {
  readonly text: OperationText
  uses: number
}

/** What one engine makes of an operation. */
interface Fit {
  readonly costOf: (variables: Record<string, unknown>) => number
  /** The refusal, so that what did not fit is not parsed and validated again for everyone who repeats it. */
  outcome: 'unplanned' | 'planned' | Refused
}

/** `planned` is told of each operation whether the engine had it planned before. */
export function createOperations(planned: (known: boolean) => void): Operations {
  let planner: Engine | undefined
  let fits = new WeakMap<Seen, Fit>()
  const seen = new LRUCache<string, Seen>({
    maxSize: maxKept,
    sizeCalculation: ({ text }) => text.query.length * treeFactor + 1_000,
  })

  const kinds = new Map<Limits, number>()
  const look = (text: OperationText, limits: Limits) => {
    const kind = kinds.get(limits) ?? kinds.size
    kinds.set(limits, kind)
    const key = `${kind} ${text.operationName ?? ''}\n${text.query}`
    const known = seen.get(key)
    if (known) return known
    const fresh: Seen = { ...checkDocument(text.query, limits), text, uses: 0 }
    seen.set(key, fresh)
    return fresh
  }

  const fitOf = (checked: Seen, engine: Engine) => {
    if (engine !== planner) {
      planner = engine
      fits = new WeakMap()
    }
    const known = fits.get(checked)
    if (known) return known
    const costOf = compileCost(engine.schema, checked.document!, checked.text.operationName)
    const fit: Fit = { costOf, outcome: 'unplanned' }
    fits.set(checked, fit)
    return fit
  }

  return {
    prepare(engine, text, variables, { limits, introspection }) {
      const checked = look(text, limits)
      const refusal = checked.refusal ?? checked.checkVariables(variables)
      if (refusal) return { errors: [refusal] }
      if (checked.asksForSchema && !introspection) return { errors: [new HubError('INTROSPECTION_CLOSED')] }
      const fit = fitOf(checked, engine)
      const cost = fit.costOf(variables)
      const tooCostly = maxCost(cost, limits.cost)
      if (tooCostly) return { errors: [tooCostly] }
      planned(fit.outcome !== 'unplanned')
      if (typeof fit.outcome === 'object') return fit.outcome
      const prepared = engine.prepare(text.query, text.operationName)
      if ('errors' in prepared) {
        fit.outcome = prepared
        return prepared
      }
      fit.outcome = 'planned'
      checked.uses++
      return { prepared, cost }
    },
    busiest: (count) =>
      [...seen.values()]
        .filter(({ uses }) => uses > 0)
        .sort((left, right) => right.uses - left.uses)
        .slice(0, count)
        .map(({ text }) => text),
  }
}
