import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '#schema/errors.ts'
import { provinces } from '#schema/provinces.ts'
import type { Viewer } from '#schema/viewer.ts'
import { respond } from '../http/respond.ts'
import type { Health } from './health.ts'
import { healthPage } from './page.ts'

const path = /^\/subgraphs\/([a-z0-9-]{1,64})$/

/**
 * Answers `/subgraphs/CODE` with how the subgraph fares, as a page, or as JSON where the request accepts that rather than
 * a page or says `format=json`; false for other paths.
 */
export async function answerHealth(
  [target, search]: readonly [path: string, search: string],
  request: IncomingMessage,
  response: ServerResponse,
  {
    health,
    viewer,
  }: { readonly health: Health; readonly viewer: (headers: Readonly<Record<string, string>>) => unknown },
): Promise<boolean> {
  const [, name] = path.exec(target) ?? []
  if (!name || (request.method !== 'GET' && request.method !== 'HEAD')) return false
  const refuse = async (status: number, error: HubError) => {
    await respond(response, status, json, JSON.stringify({ errors: [error] }))
    return true
  }
  const report = await health.report(name)
  if (!report) return refuse(404, new HubError('NOT_FOUND', `近 24 小时没有询问过子图 ${name}。`))
  let asker: Viewer | undefined
  try {
    asker = (await viewer(request.headers as Record<string, string>)) as Viewer | undefined
  } catch (error) {
    if (error instanceof HubError) return refuse(401, error)
    throw error
  }
  // Who asks whom is for the province itself and the operator.
  const shown = seesClients(asker, name) ? report : { ...report, clients: [] }
  const vary = { vary: 'accept, authorization' }
  if (wantsJson(request, search)) await respond(response, 200, json, JSON.stringify(shown), vary)
  else
    await respond(response, 200, 'text/html; charset=utf-8', healthPage(shown), {
      ...vary,
      'content-security-policy': policy,
    })
  return true
}

function wantsJson({ headers }: IncomingMessage, search: string): boolean {
  const format = new URLSearchParams(search).get('format')
  if (format !== null) return format === 'json'
  const accepted = headers.accept?.split(',').map((type) => type.split(';')[0]!.trim().toLowerCase()) ?? []
  return accepted.includes('application/json') && !accepted.includes('text/html')
}

const json = 'application/json; charset=utf-8'
const policy = "default-src 'none'; style-src 'unsafe-inline'"

function seesClients(viewer: Viewer | undefined, subgraph: string): boolean {
  if (viewer?.role === 'OPERATOR') return true
  if (viewer?.role !== 'LIBRARY_OWNER') return false
  const own = provinces
    .find(({ name }) => name === viewer.province)
    ?.name.toLowerCase()
    .replaceAll('_', '-')
  return own !== undefined && (subgraph === own || subgraph.startsWith(`${own}-`))
}
