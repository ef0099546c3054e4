import type { GraphQLFormattedError } from 'graphql'
import { errorCodes } from '#schema/errors.ts'
import { FieldFailure } from './failure.ts'

/** Collects the errors of one answer. Paths are written backwards, by whoever returns through them. */
export interface Projection {
  readonly errors: { readonly error: GraphQLFormattedError; readonly path: (string | number)[] }[]
  /** How often a value of each field was found not to be of its type. */
  bad?: Map<string, number>
}

/** Where a value is, for the sentence of an error. */
export interface Place {
  readonly coordinate: string
  readonly subgraph: string | undefined
}

/** Adds a step to the paths of the errors told since; returns how many there are. */
export function under(key: string | number, from: number, { errors }: Projection): number {
  for (let i = from; i < errors.length; i++) errors[i]!.path.push(key)
  return errors.length
}

/** What failed over a long list is not told for every row of it. */
const mostTold = 100

/** Tells of a failure where the projection met it. */
export function tell(failure: FieldFailure, to: Projection, original: (key: string) => string): void {
  for (const { error, below } of failure.causes) {
    if (failure.told++ >= mostTold) return
    to.errors.push({ error, path: below.map((key) => (typeof key === 'string' ? original(key) : key)).reverse() })
  }
}

/** Tells of a null where none may be. */
export function tellMissing(value: unknown, place: Place, to: Projection, original: (key: string) => string): void {
  if (!(value instanceof FieldFailure)) tellBad(place, '不应为空', to)
  else if (value.causes.length > 0) tell(value, to, original)
  else tellBad({ ...place, subgraph: value.subgraph }, '不应为空', to)
}

/** Tells of a value that is not of its type. */
export function tellBad({ coordinate, subgraph }: Place, expected: string, to: Projection): void {
  to.bad ??= new Map()
  const times = to.bad.get(coordinate) ?? 0
  if (times >= mostTold) return
  to.bad.set(coordinate, times + 1)
  const extensions = { code: 'SUBGRAPH_BAD_ANSWER', ...(subgraph ? { serviceName: subgraph } : {}) }
  to.errors.push({
    error: { message: `${errorCodes.SUBGRAPH_BAD_ANSWER.zh}${coordinate} ${expected}。`, extensions },
    path: [],
  })
}
