import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '#schema/errors.ts'
import { admit, readAccess } from '../access/admit.ts'
import { answerError, answerJson, type Route } from '../answer.ts'
import type { Database } from '../database.ts'
import type { Caller, Door, Report } from './door.ts'
import { junitReport } from './print/junit.ts'
import { printReport } from './print/text.ts'
import { readJson } from './read-json.ts'
import { readProposal, readRollback } from './shape.ts'

/**
 * The door over HTTP, each path with a key that opens this one subgraph:
 *
 *   POST   /subgraphs/{name}/check      what would come of it
 *   PUT    /subgraphs/{name}            publish
 *   POST   /subgraphs/{name}/rollback   an earlier version again
 *   DELETE /subgraphs/{name}            take it out
 *   GET    /subgraphs/{name}/versions   its versions
 *   GET    /subgraphs/{name}/diff       between two of them, ?from=…&to=…
 *   GET    /subgraphs                   what is in the graph
 *
 * Reports come as JSON, with ?format=text to read, with ?format=junit for a build server.
 */
export function publishingRoute(database: Database, door: Door): Route {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub')
    const [, root, name, verb, ...rest] = url.pathname.split('/')
    const step = root === 'subgraphs' && rest.length === 0 ? stepOf(request.method, name, verb) : undefined
    if (!step) return false
    try {
      const { authorization } = request.headers
      const access = name
        ? await admit(database, authorization, 'SUBGRAPH', name)
        : await readAccess(database, authorization)
      const format = url.searchParams.get('format') ?? 'json'
      if (!formats.has(format)) throw new HubError('BAD_REQUEST', 'format 应为 json、text 或 junit。')
      const by = `key ${access.key}`
      const caller: Caller = { by, viewer: { role: 'LIBRARY_OWNER', subject: by } }
      const done = await step({ door, name: name ?? '', request, search: url.searchParams, caller })
      if (isReport(done)) sendReport(response, done, format)
      else answerJson(response, 200, done)
    } catch (error) {
      answerError(response, error)
    }
    return true
  }
}

interface Asked {
  readonly door: Door
  readonly name: string
  readonly request: IncomingMessage
  readonly search: URLSearchParams
  readonly caller: Caller
}

type Step = (asked: Asked) => Promise<Report | readonly object[]>

const steps: Readonly<Record<string, Step>> = {
  'GET /': ({ door }) => door.list(),
  'GET /{name}/versions': ({ door, name }) => door.versions(name),
  'GET /{name}/diff': ({ door, name, search }) =>
    door.diff(name, search.get('from') ?? undefined, search.get('to') ?? undefined),
  'POST /{name}/check': async ({ door, name, request }) =>
    door.check(readProposal(name, await readJson(request, mostBytes), false)),
  'PUT /{name}': async ({ door, name, request, caller }) =>
    door.publish(readProposal(name, await readJson(request, mostBytes), true), caller),
  'POST /{name}/rollback': async ({ door, name, request, caller }) =>
    door.rollback(name, readRollback(await readJson(request, mostBytes)), caller),
  'DELETE /{name}': ({ door, name, caller }) => door.remove(name, caller),
}

/** Bytes a proposal may have. */
const mostBytes = 4 * 1024 * 1024

function stepOf(method: string | undefined, name: string | undefined, verb: string | undefined): Step | undefined {
  const path = [name ? '/{name}' : '/', ...(verb ? [verb] : [])].join('/')
  return steps[`${method} ${path}`]
}

const formats: ReadonlySet<string> = new Set(['json', 'text', 'junit'])

function isReport(done: Report | readonly object[]): done is Report {
  return !Array.isArray(done)
}

function sendReport(response: ServerResponse, report: Report, format: string): void {
  const status = report.outcome === 'REFUSED' && report.action !== 'DIFF' ? 422 : 200
  if (format === 'text') sendText(response, status, 'text/plain', `${printReport(report)}\n`)
  else if (format === 'junit') sendText(response, status, 'application/xml', junitReport(report))
  else answerJson(response, status, report)
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}
