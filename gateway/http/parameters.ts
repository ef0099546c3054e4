import type { IncomingMessage } from 'node:http'
import { HubError } from '#schema/errors.ts'
import { readBody } from './body.ts'

/** The parameters of a GraphQL request, each of the right JSON type. */
export interface Parameters {
  readonly query: string | undefined
  readonly documentId: string | undefined
  readonly operationName: string | undefined
  readonly variables: Record<string, unknown>
  readonly extensions: Readonly<Record<string, unknown>>
}

/** Reads them from the address of a GET or the JSON body of a POST. Throws HubError on anything else. */
export async function readParameters(request: IncomingMessage, search: string): Promise<Parameters> {
  if (request.method === 'GET') return fromSearch(new URLSearchParams(search))
  if (request.method !== 'POST') {
    throw new HubError('METHOD_NOT_ALLOWED', `请求方法应为 POST 或 GET，收到 ${request.method}。`)
  }
  requireJson(request.headers['content-type'])
  return fromMap(parseJson(await readBody(request), '请求正文'))
}

/** Checks the parameters' JSON types. */
export function fromMap(body: unknown): Parameters {
  if (Array.isArray(body)) throw new HubError('BAD_REQUEST', '每次请求应只含一个查询，收到数组；不支持批量请求。')
  if (!isMap(body)) throw new HubError('BAD_REQUEST', `请求正文应为 JSON 对象，收到${nameOf(body)}。`)
  const { query, documentId, operationName, variables, extensions } = body
  return {
    query: optionalString('query', query),
    documentId: optionalString('documentId', documentId),
    operationName: optionalString('operationName', operationName),
    variables: optionalMap('variables', variables),
    extensions: optionalMap('extensions', extensions),
  }
}

function fromSearch(search: URLSearchParams): Parameters {
  const json = (name: string) => {
    const text = search.get(name)
    return text ? parseJson(text, name) : undefined
  }
  return fromMap({
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

function requireJson(header: string | undefined): void {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase())
  if (type === '') throw new HubError('BAD_REQUEST', '请求应带有 Content-Type: application/json，没有收到。')
  if (type !== 'application/json') {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', `Content-Type 应为 application/json，收到 ${type.slice(0, 80)}。`)
  }
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  if (charset && charset !== 'utf-8' && charset !== 'utf8') {
    throw new HubError('UNSUPPORTED_MEDIA_TYPE', `请求正文的编码应为 utf-8，收到 ${charset.slice(0, 40)}。`)
  }
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HubError('BAD_REQUEST', `${what}应为 JSON，收到的内容无法解析。`)
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function optionalString(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === 'string') return value ?? undefined
  throw new HubError('BAD_REQUEST', `${name} 应为字符串，收到${nameOf(value)}。`)
}

function optionalMap(name: string, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (isMap(value)) return value
  throw new HubError('BAD_REQUEST', `${name} 应为对象，收到${nameOf(value)}。`)
}

function nameOf(value: unknown): string {
  if (value === null) return ' null'
  if (Array.isArray(value)) return '数组'
  return { string: '字符串', number: '数字', boolean: '布尔值', object: '对象' }[typeof value as string] ?? '其他内容'
}
