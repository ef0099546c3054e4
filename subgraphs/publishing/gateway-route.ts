import { HubError } from '#schema/errors.ts'
import { createVerifier, type SigningKeys } from '#schema/signature.ts'
import { answerError, answerJson } from '../answer.ts'
import type { Database } from '../database.ts'
import type { Route } from '../routes.ts'
import { readBytes } from './read-json.ts'
import { readGraph, readSeq, registrar } from './store.ts'
import { recordUsage, usesShape } from './usage.ts'

/** Bytes a report of usage may have. */
const mostBytes = 16 * 1024 * 1024

/**
 * What gateways ask the registry, signed with their keys:
 *
 *   GET  /supergraph   the graph in force; 304 while it is the one of If-None-Match
 *   POST /usage        what clients asked for
 */
export function gatewayRoute(database: Database, keys: SigningKeys): Route {
  const verify = createVerifier(keys)
  const { restricted } = database.db(registrar)
  return async (request, response) => {
    const { method = '', url: path = '/', headers } = request
    const asks = method === 'GET' && path === '/supergraph'
    if (!asks && !(method === 'POST' && path === '/usage')) return false
    try {
      const body = await readBytes(request, mostBytes)
      // The graph names addresses that are nobody else's.
      verify({ subgraph: 'registry', method, path, body }, headers)
      if (!asks) {
        await recordUsage(database, readUses(body))
        answerJson(response, 200, {})
        return true
      }
      const tag = (seq: number) => `"${seq}"`
      if (headers['if-none-match'] === tag(await restricted(readSeq))) {
        response.writeHead(304).end()
        return true
      }
      const { seq, houseNames, supergraph } = await restricted(readGraph)
      if (seq === 0) throw new HubError('NOT_FOUND', '图还没有建立。')
      answerJson(response, 200, { state: seq, house: houseNames, supergraph }, { etag: tag(seq) })
    } catch (error) {
      answerError(response, error)
    }
    return true
  }
}

function readUses(body: Buffer) {
  try {
    return usesShape.parse(JSON.parse(body.toString('utf8')))
  } catch {
    throw new HubError('BAD_REQUEST', '使用情况的格式不正确。')
  }
}
