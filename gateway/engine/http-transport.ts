import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel'
import { Pool } from 'undici'
import { errorCodes } from '#schema/errors.ts'
import { byteCache } from './cache.ts'
import type { RequestContext, SubgraphAnswer, SubgraphRequest, Transport } from './contract.ts'
import { readEvents } from './event-source.ts'
import { exchange } from './exchange.ts'
import { failedAnswer, isRecord } from './failure.ts'

export interface HttpTransportOptions {
  /** Milliseconds a fetch may take when the request's own deadline is further away. */
  readonly timeout?: number
  /** Bytes an answer may have. */
  readonly maxBytes?: number
  readonly connections?: number
  /** Failures in a row that open the breaker, and milliseconds until it lets one through again. */
  readonly breaker?: { readonly failures: number; readonly rest: number }
  /** Headers beside those of the protocol: credentials, signatures, what the client sent and may be passed on. */
  readonly headersFor?: (context: RequestContext, body: string) => Record<string, string>
}

/** Trouble on the way, in the words of the client. */
class Upstream extends Error {
  readonly answer: SubgraphAnswer
  readonly retry: boolean

  constructor(answer: SubgraphAnswer, retry = false) {
    super()
    this.answer = answer
    this.retry = retry
  }
}

/** Asks a subgraph over HTTP: one pool of kept-alive connections, a deadline, a size cap, a breaker, no redirects. */
export function createHttpTransport(
  { url }: { readonly name: string; readonly url: string | undefined },
  options: HttpTransportOptions = {},
): Transport {
  if (!url || !URL.canParse(url)) return { fetch: async () => failedAnswer('SUBGRAPH_UNAVAILABLE') }
  const { timeout = 10_000, maxBytes = 64 * 1024 * 1024, connections = 128, headersFor } = options
  const { failures, rest } = options.breaker ?? { failures: 10, rest: 2_000 }
  const { origin, pathname, search } = new URL(url)
  const pool = new Pool(origin, { connections, keepAliveTimeout: 30_000, headersTimeout: 0, bodyTimeout: 0 })
  const breaker = circuitBreaker(handleType(Upstream), {
    halfOpenAfter: rest,
    breaker: new ConsecutiveBreaker(failures),
  })
  const prefix = compilePrefix()

  const asked = (request: SubgraphRequest, context: RequestContext, accept: string) => {
    const body = `${prefix(request)}${request.variables ? `,"variables":${JSON.stringify(request.variables)}` : ''}}`
    const own = { accept, 'content-type': 'application/json', 'x-request-id': context.requestId }
    return { path: pathname + search, headers: headersFor ? { ...headersFor(context, body), ...own } : own, body }
  }

  const attempt = async (request: SubgraphRequest, context: RequestContext): Promise<SubgraphAnswer> => {
    const { signal, deadline = Number.POSITIVE_INFINITY } = context
    const left = Math.min(timeout, deadline - Date.now())
    if (left <= 0 || signal?.aborted) return failedAnswer('DEADLINE_EXCEEDED')
    try {
      const bounds = { left, late, maxBytes, tooLarge, signal }
      const { status, text } = await exchange(pool, asked(request, context, 'application/json'), bounds)
      return readAnswer(status, text)
    } catch (error) {
      if (signal?.aborted) return failedAnswer('DEADLINE_EXCEEDED')
      if (error instanceof Upstream) throw error
      throw new Upstream(failedAnswer('SUBGRAPH_UNAVAILABLE'), isStale(error))
    }
  }

  return {
    async fetch(request, context) {
      try {
        return await breaker.execute(() => attempt(request, context))
      } catch (error) {
        if (error instanceof Upstream && error.retry && request.operationKind === 'query') {
          return attempt(request, context).catch((again) => answerFor(again))
        }
        return answerFor(error)
      }
    },
    async *subscribe(request, context) {
      const abort = new AbortController()
      const cancel = () => abort.abort()
      context.signal?.addEventListener('abort', cancel)
      try {
        const question = asked(request, context, 'text/event-stream')
        const { statusCode, headers, body } = await pool.request({ ...question, method: 'POST', signal: abort.signal })
        if (statusCode === 200 && String(headers['content-type']).startsWith('text/event-stream')) {
          yield* readEvents(body, maxBytes)
        } else yield readAnswer(statusCode, await body.text())
      } catch (error) {
        if (!context.signal?.aborted) yield answerFor(error)
      } finally {
        context.signal?.removeEventListener('abort', cancel)
        abort.abort()
      }
    },
    close: () => pool.close(),
  }
}

/** The part of a body that a document decides, kept: it is escaped once. */
function compilePrefix(): (request: SubgraphRequest) => string {
  const known = byteCache<string>(8 * 1024 * 1024)
  return ({ document, operationName }) => {
    const kept = known.get(document)
    if (kept) return kept
    const name = operationName ? `"operationName":${JSON.stringify(operationName)},` : ''
    const made = `{${name}"query":${JSON.stringify(document)}`
    known.set(document, made, document.length * 4)
    return made
  }
}

function late(): Upstream {
  return new Upstream(failedAnswer('DEADLINE_EXCEEDED'))
}

function tooLarge(): Upstream {
  return new Upstream(failedAnswer('SUBGRAPH_BAD_ANSWER', '一个数据来源的应答超过了大小上限。'))
}

/** Any status may carry a GraphQL answer; without one, the status decides what went wrong. */
function readAnswer(statusCode: number, text: string): SubgraphAnswer {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    answer = undefined
  }
  if (isRecord(answer) && ('data' in answer || Array.isArray(answer.errors))) return answer as SubgraphAnswer
  throw new Upstream(failedAnswer(statusCode >= 500 ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_BAD_ANSWER'))
}

function answerFor(error: unknown): SubgraphAnswer {
  if (error instanceof Upstream) return error.answer
  if (error instanceof BrokenCircuitError) {
    return failedAnswer('SUBGRAPH_UNAVAILABLE', `${errorCodes.SUBGRAPH_UNAVAILABLE.zh}它刚才连续失败，稍后会再试。`)
  }
  return failedAnswer('SUBGRAPH_UNAVAILABLE')
}

/** A kept connection that the other side had closed: nothing was read, so a query may be sent again. */
function isStale(error: unknown): boolean {
  return isRecord(error) && (error.code === 'UND_ERR_SOCKET' || error.code === 'ECONNRESET' || error.code === 'EPIPE')
}
