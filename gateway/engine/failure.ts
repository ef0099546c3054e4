import type { GraphQLFormattedError } from 'graphql'
import { type ErrorCode, errorCodes } from '#schema/errors.ts'
import type { SubgraphAnswer } from './contract.ts'

export type Path = readonly (string | number)[]

/** One upstream error and how far below the place where it was found it belongs. */
export interface Cause {
  readonly error: GraphQLFormattedError
  readonly below: Path
}

/**
 * An upstream error standing in the data where its value should be. It travels with the data through merges,
 * deduplication and renamed keys, so its path in the answer is simply where the projection meets it.
 */
export class FieldFailure {
  readonly subgraph: string
  readonly causes: readonly Cause[]
  /** The value is missing for want of something else, which has its own error: only a non-null field tells of it. */
  readonly quiet: boolean
  told = 0

  constructor(subgraph: string, causes: readonly Cause[], quiet = false) {
    this.subgraph = subgraph
    this.causes = causes
    this.quiet = quiet
  }
}

/** The failure of one key of an object of which `causes` tell: its own, those of the whole, or quietly the others'. */
export function failureOf(key: string, subgraph: string, causes: readonly Cause[]): FieldFailure {
  const own = causes.flatMap(({ error, below }) => {
    if (below.length === 0) return { error, below }
    return below[0] === key ? { error, below: below.slice(1) } : []
  })
  return own.length > 0 ? new FieldFailure(subgraph, own) : new FieldFailure(subgraph, causes, true)
}

/** A subgraph that could not be asked, as the answer a transport gives in its stead. */
export function failedAnswer(code: ErrorCode, message: string = errorCodes[code].zh): SubgraphAnswer {
  return { errors: [{ message, extensions: { code } }] }
}

const internal = new Set(['stacktrace', 'stack', 'exception', 'debug', 'originalError', 'request', 'response', 'url'])

/** An upstream error as a client may read it: message, code and subgraph, without what tells of its inside. */
export function clientError(error: unknown, subgraph: string): GraphQLFormattedError {
  const raw = isRecord(error) ? error : {}
  const message =
    typeof raw.message === 'string' && raw.message ? withoutInside(raw.message) : errorCodes.SUBGRAPH_BAD_ANSWER.zh
  const extensions: Record<string, unknown> = { code: 'SUBGRAPH_ERROR' }
  if (isRecord(raw.extensions)) {
    for (const [key, value] of Object.entries(raw.extensions)) {
      if (!internal.has(key) && !tellsOfInside(JSON.stringify(value) ?? '')) extensions[key] = value
    }
  }
  extensions.serviceName = subgraph
  return { message, extensions }
}

/** Addresses by number or without a domain, what a system call says, stack frames, also as JSON writes them. */
const inside =
  /\b(\d{1,3}\.){3}\d{1,3}\b|https?:\/\/(\[|localhost|[\w-]+([:/\s]|$)|[\w.-]+\.(local|internal|svc)\b)|\bE[A-Z]{4,} |(^|\\n)\s+at .+:\d+/m

/** What a subgraph says is its own to say, but for what tells of its inside, or is no message but a body. */
function withoutInside(message: string): string {
  return tellsOfInside(message) ? errorCodes.SUBGRAPH_ERROR.zh : message
}

function tellsOfInside(text: string): boolean {
  return text.length > 2_000 || inside.test(text)
}

/**
 * Puts the errors of an answer where they belong in its data: the null an error path leads to, or the nearest null
 * above it, becomes a failure. Returns the errors that have no such place.
 */
export function placeErrors(
  data: Record<string, unknown>,
  errors: readonly unknown[],
  subgraph: string,
  renamed: ReadonlyMap<string, string>,
): Cause[] {
  const homeless: Cause[] = []
  for (const error of errors) {
    const path = pathOf(error)
    const cause = { error: clientError(error, subgraph), below: path }
    if (!place(data, path, cause, subgraph, renamed)) homeless.push(cause)
  }
  return homeless
}

function place(
  data: Record<string, unknown>,
  path: Path,
  cause: Cause,
  subgraph: string,
  renamed: ReadonlyMap<string, string>,
): boolean {
  let container: Record<string | number, unknown> = data
  for (let depth = 0; depth < path.length; depth++) {
    const key = path[depth]
    if (key === '__proto__' || (Array.isArray(container) && typeof key !== 'number')) return false
    const value = Object.hasOwn(container, key) ? container[key] : undefined
    if (value == null || value instanceof FieldFailure) {
      if (Array.isArray(container) && (key as number) >= container.length) return false
      const causes = value instanceof FieldFailure ? value.causes : []
      const below = path.slice(depth + 1).map((segment) => renamed.get(segment as string) ?? segment)
      container[key] = new FieldFailure(subgraph, [...causes, { ...cause, below }])
      return true
    }
    if (typeof value !== 'object') return false
    container = value as Record<string | number, unknown>
  }
  return false
}

export function pathOf(error: unknown): Path {
  const path = isRecord(error) ? error.path : undefined
  const wellFormed = Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number')
  return wellFormed ? path : []
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
