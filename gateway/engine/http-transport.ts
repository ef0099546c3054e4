import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { EgressRefused, isRefused, ownReach, pinnedLookup, type Reach } from '#schema/egress.ts'
import type { ErrorCode } from '#schema/errors.ts'
import { createBreaker, Resting } from './breaker.ts'
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
  /** Requests the subgraph is asked at once. */
  readonly connections?: number
  /** Requests that may wait for one of those to end. */
  readonly waiting?: number
  /** Failures in a row that open the breaker, and milliseconds until it lets one through again. */
  readonly breaker?: { readonly failures: number; readonly rest: number }
  /** What the subgraph may be asked in a day. */
  readonly budget?: { readonly spent: boolean; count(): void }
  /** Addresses that may be asked; by default those the operator's own supergraph may name. */
  readonly reach?: Reach
  /** Headers beside those of the protocol: credentials, signatures, what the client sent and may be passed on. */
  readonly headersFor?: (context: RequestContext, body: string) => Record<string, string>
}

/** Asks a subgraph over HTTP, so that its troubles stay its own: bounded in time, size, number and address. */
export function createHttpTransport(
  { name, url }: { readonly name: string; readonly url: string | undefined },
  options: HttpTransportOptions = {},
): Transport {
  const troubles = troublesOf(name)
  const { reach = ownReach, timeout = 10_000, maxBytes = 16 * 1024 * 1024, headersFor, budget } = options
  if (!url || !URL.canParse(url)) return { fetch: async () => troubles.unavailable() }
  const address = new URL(url)
  if (isRefused(address, reach)) return { fetch: async () => troubles.outside() }
  const { connections = 128, waiting = 8 * connections } = options
  const { origin, pathname, search } = address
  const { lookup, forget } = pinnedLookup(reach)
  const pool = new Pool(origin, {
    connections,
    keepAliveTimeout: 30_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { lookup },
  })
  pool.on('connectionError', forget)
  const breaker = createBreaker(Upstream, options.breaker ?? { failures: 10, rest: 2_000 })
  const prefix = compilePrefix()
  let asking = 0

  const asked = (request: SubgraphRequest, context: RequestContext, accept: string) => {
    const body = `${prefix(request)}${request.variables ? `,"variables":${JSON.stringify(request.variables)}` : ''}}`
    const own = { accept, 'content-type': 'application/json', 'x-request-id': context.requestId }
    return { path: pathname + search, headers: headersFor ? { ...headersFor(context, body), ...own } : own, body }
  }

  const attempt = async (
    request: SubgraphRequest,
    context: RequestContext,
    probing: boolean,
  ): Promise<SubgraphAnswer> => {
    const left = Math.min(timeout, timeLeft(context))
    if (left <= 0) return troubles.late()
    // Whoever tries whether the subgraph is back sees it through, even if the client leaves.
    const signal = probing ? undefined : context.signal
    // What another subgraph left of the request's time says nothing of this one.
    const fair = probing || left >= Math.min(timeout, fairShare)
    const bounds = { left, late: () => new Upstream(troubles.late()), maxBytes, tooLarge: tooLarge(troubles), signal }
    budget?.count()
    try {
      const { status, text } = await exchange(pool, asked(request, context, 'application/json'), bounds)
      return readAnswer(status, text, troubles)
    } catch (error) {
      if (signal?.aborted) return troubles.late()
      if (!(error instanceof Upstream)) throw new Upstream(...brokenOff(error, troubles))
      if (fair || error.again || error.answer.errors?.[0]?.extensions?.code !== 'DEADLINE_EXCEEDED') throw error
      return error.answer
    }
  }

  const guarded = async (request: SubgraphRequest, context: RequestContext): Promise<SubgraphAnswer | Upstream> => {
    if (context.signal?.aborted || timeLeft(context) <= 0) return troubles.late()
    if (budget?.spent) return troubles.spent()
    if (asking >= connections + waiting) return troubles.busy()
    asking++
    try {
      return await breaker.run((probing) => attempt(request, context, probing))
    } catch (error) {
      if (error instanceof Upstream) return error
      return error instanceof Resting ? troubles.resting() : troubles.unavailable()
    } finally {
      asking--
    }
  }

  return {
    async fetch(request, context) {
      const first = await guarded(request, context)
      if (!(first instanceof Upstream)) return first
      if (!first.again || request.operationKind !== 'query') return first.answer
      const wait = 10 + Math.random() * 50
      if (timeLeft(context) < 2 * wait) return first.answer
      await pause(wait)
      const second = await guarded(request, context)
      return second instanceof Upstream ? second.answer : second
    },
    async *subscribe(request, context) {
      if (budget?.spent) {
        yield troubles.spent()
        return
      }
      budget?.count()
      const abort = new AbortController()
      const cancel = () => abort.abort()
      context.signal?.addEventListener('abort', cancel)
      try {
        const question = asked(request, context, 'text/event-stream')
        const { statusCode, headers, body } = await pool.request({ ...question, method: 'POST', signal: abort.signal })
        if (statusCode === 200 && String(headers['content-type']).startsWith('text/event-stream')) {
          yield* readEvents(body, maxBytes)
        } else yield readAnswer(statusCode, await body.text(), troubles)
      } catch (error) {
        if (context.signal?.aborted) return
        yield error instanceof Upstream ? error.answer : brokenOff(error, troubles)[0]
      } finally {
        context.signal?.removeEventListener('abort', cancel)
        abort.abort()
      }
    },
    close: () => pool.close(),
  }
}

/** Milliseconds after which a subgraph that has not answered is called slow, whatever its timeout. */
const fairShare = 1_000

/** Trouble that counts against a subgraph, in the words of the client. */
class Upstream extends Error {
  readonly answer: SubgraphAnswer
  /** Whether nothing came of it, so that a query may be asked again. */
  readonly again: boolean

  constructor(answer: SubgraphAnswer, again = false) {
    super()
    this.answer = answer
    this.again = again
  }
}

type Troubles = ReturnType<typeof troublesOf>

/** What may go wrong, with the subgraph named and its address left out. */
function troublesOf(name: string) {
  const trouble = (code: ErrorCode, message: string) => () => failedAnswer(code, message)
  return {
    late: trouble('DEADLINE_EXCEEDED', `数据来源 ${name} 没有在时限内应答。`),
    unavailable: trouble('SUBGRAPH_UNAVAILABLE', `数据来源 ${name} 没有应答。`),
    resting: trouble('SUBGRAPH_UNAVAILABLE', `数据来源 ${name} 刚才连续失败，暂不询问，稍后会再试。`),
    outside: trouble('SUBGRAPH_UNAVAILABLE', `数据来源 ${name} 的地址不在允许访问的范围内。`),
    busy: trouble('SUBGRAPH_BUSY', `等待数据来源 ${name} 的请求过多，请稍后重试。`),
    spent: trouble('SUBGRAPH_BUDGET_SPENT', `数据来源 ${name} 今日的访问额度已用完。`),
    badAnswer: trouble('SUBGRAPH_BAD_ANSWER', `数据来源 ${name} 的应答格式不正确。`),
    tooLarge: trouble('SUBGRAPH_BAD_ANSWER', `数据来源 ${name} 的应答超过了大小上限。`),
  }
}

function timeLeft({ deadline = Number.POSITIVE_INFINITY }: RequestContext): number {
  return deadline - Date.now()
}

function tooLarge(troubles: Troubles): () => Upstream {
  return () => new Upstream(troubles.tooLarge())
}

function brokenOff(error: unknown, troubles: Troubles): [SubgraphAnswer, boolean] {
  return error instanceof EgressRefused ? [troubles.outside(), false] : [troubles.unavailable(), true]
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

/** Any status may carry a GraphQL answer; without one, the status decides what went wrong. */
function readAnswer(status: number, text: string, troubles: Troubles): SubgraphAnswer {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    answer = undefined
  }
  if (isRecord(answer) && ('data' in answer || Array.isArray(answer.errors))) return answer as SubgraphAnswer
  if (status < 500) throw new Upstream(troubles.badAnswer())
  throw new Upstream(troubles.unavailable(), status >= 502 && status <= 504)
}
