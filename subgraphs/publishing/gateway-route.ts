import type { z } from 'zod'
import { HubError } from '#schema/errors.ts'
import { createVerifier, type SigningKeys } from '#schema/signature.ts'
import { answerError, answerJson, type Route } from '../answer.ts'
import type { Database } from '../database.ts'
import { readHealth, recordHealth, watchedShape } from './health.ts'
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
 *   POST /watched      how subgraphs fared
 *   GET  /watched/NAME how one fared with all gateways
 */
export function gatewayRoute(database: Database, keys: SigningKeys): Route {
  const verify = createVerifier(keys)
  const { restricted } = database.db(registrar)
  return async (request, response) => {
    const { method = '', url: path = '/', headers } = request
    const [, watched] = watchedPath.exec(path) ?? []
    const asked = `${method} ${watched ? '/watched/' : path}`
    if (!paths.has(asked)) return false
    try {
      const body = await readBytes(request, mostBytes)
      // The graph names addresses that are nobody else's.
      verify({ subgraph: 'registry', method, path, body }, headers)
      if (asked === 'POST /usage') {
        await recordUsage(database, readAs(usesShape, body))
        answerJson(response, 200, {})
        return true
      }
      if (asked === 'POST /watched') {
        const { gateway, hours } = readAs(watchedShape, body)
        await recordHealth(database, gateway, hours)
        answerJson(response, 200, {})
        return true
      }
      if (watched) {
        answerJson(response, 200, await readHealth(database, watched))
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

const watchedPath = /^\/watched\/([a-z0-9-]{1,64})$/
const paths = new Set(['GET /supergraph', 'POST /usage', 'POST /watched', 'GET /watched/'])

function readAs<T>(shape: z.ZodType<T>, body: Buffer): T {
  try {
    return shape.parse(JSON.parse(body.toString('utf8')))
  } catch {
    throw new HubError('BAD_REQUEST', '网关报告的格式不正确。')
  }
}
