import { Agent, request } from 'undici'
import { EgressRefused, isRefused, pinnedLookup, type Reach } from '#schema/egress.ts'
import { type SigningKeys, signRequest } from '#schema/signature.ts'
import { anyone } from '#schema/viewer.ts'
import { NotKept } from './check.ts'

export interface Answer {
  readonly status: number
  readonly text: string
  readonly data: Readonly<Record<string, unknown>> | null | undefined
  readonly errors: readonly { readonly message?: unknown; readonly extensions?: unknown }[]
  readonly ms: number
}

/** Asks a running subgraph as the gateway does: signed, bounded in time and size, at an allowed address, no redirects. */
export interface Asker {
  /** Name that signatures are made for. */
  readonly name: string
  readonly path: string
  /** Milliseconds one answer may take. */
  readonly timeout: number
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>
  /** Sends a body as it is, with the headers given and no others of ours. */
  send(body: string, headers: Readonly<Record<string, string>>): Promise<Answer>
  close(): Promise<void>
}

export function createAsker(
  { name, url }: { readonly name: string; readonly url: string },
  { keys, reach, timeout }: { readonly keys: SigningKeys; readonly reach: Reach; readonly timeout: number },
): Asker {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || isRefused(address, reach)) throw outside()
  const path = address.pathname + address.search
  const agent = new Agent({ connect: { lookup: pinnedLookup(reach).lookup, timeout } })

  async function send(body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const started = performance.now()
    const signal = AbortSignal.timeout(timeout)
    try {
      const response = await request(address!, {
        method: 'POST',
        dispatcher: agent,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        body,
        signal,
      })
      const text = await readText(response.body)
      return { status: response.statusCode, text, ...read(text), ms: performance.now() - started }
    } catch (error) {
      if (error instanceof NotKept) throw error
      if (signal.aborted) throw late(timeout)
      throw error instanceof EgressRefused ? outside() : unreachable()
    }
  }

  return {
    name,
    path,
    timeout,
    send,
    ask(query, variables) {
      const body = JSON.stringify({ query, variables })
      return send(body, signRequest({ subgraph: name, method: 'POST', path, body }, anyone, keys))
    },
    close: () => agent.destroy(),
  }
}

/** The data of an answer that must have some and no errors. */
export function dataOf({ data, errors, status }: Answer): Readonly<Record<string, unknown>> {
  if (data && errors.length === 0) return data
  const said =
    errors.length > 0
      ? String(errors[0]!.message)
          .slice(0, 200)
          .replace(/[。.]$/, '')
      : ''
  throw new NotKept({
    zh: `应答没有数据（HTTP ${status}）${said && `，报错：${said}`}。`,
    en: `The answer has no data (HTTP ${status})${said && `, and says: ${said}`}.`,
    fix: {
      zh: '直接向子图发送同一查询，按报错改正。',
      en: 'Send the subgraph the same query, and mend what it complains of.',
    },
  })
}

const largestAnswer = 16 * 1024 * 1024

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > largestAnswer) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function read(text: string): Pick<Answer, 'data' | 'errors'> {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null) return { data: undefined, errors: [] }
    const { data, errors } = answer as Record<string, unknown>
    return {
      data: typeof data === 'object' && !Array.isArray(data) ? (data as Answer['data']) : undefined,
      errors: Array.isArray(errors) ? errors.filter((it) => typeof it === 'object' && it !== null) : [],
    }
  } catch {
    return { data: undefined, errors: [] }
  }
}

function late(timeout: number): NotKept {
  return new NotKept({
    zh: `没有在 ${timeout} 毫秒内应答。`,
    en: `There was no answer within ${timeout} ms.`,
    fix: {
      zh: '把同一请求的查询合并为一条，给数据库加上时限和索引。',
      en: 'Read all keys of a request in one statement, and give the database a time limit and an index.',
    },
  })
}

function unreachable(): NotKept {
  return new NotKept({
    zh: '无法连接，或连接中断。',
    en: 'It cannot be connected to, or the connection broke.',
    fix: {
      zh: '确认子图已启动、地址和端口正确。',
      en: 'See that the subgraph runs, and that address and port are right.',
    },
  })
}

function outside(): NotKept {
  return new NotKept({
    zh: '地址不在允许访问的范围内。',
    en: 'The address is out of reach.',
    fix: {
      zh: '使用公网的 http:// 或 https:// 地址；内网地址由平台在 EGRESS 中登记。',
      en: 'Use an http:// or https:// address of the public internet; the hub lists inner networks in EGRESS.',
    },
  })
}

function tooLarge(): NotKept {
  return new NotKept({
    zh: '应答超过 16 MB。',
    en: 'The answer is larger than 16 MB.',
    fix: { zh: '只返回所问的字段和条数。', en: 'Answer with the fields and rows that are asked for.' },
  })
}
