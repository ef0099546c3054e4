import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '#schema/errors.ts'
import { answerError, answerJson } from '../../answer.ts'
import type { Database } from '../../database.ts'
import { findLibrary } from '../../libraries.ts'
import type { Sink } from '../sink.ts'
import { listChanges } from './changes.ts'

/** `GET /libraries/{id}/changes?since=…&limit=…`: what others harvest from this hub, for everybody. */
export function changesRoute(database: Pick<Database, 'db'>, sinks: readonly Sink[]) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://hub')
    const [, id] = /^\/libraries\/([\w-]{1,64})\/changes$/.exec(url.pathname) ?? []
    if (!id) return false
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') throw new HubError('METHOD_NOT_ALLOWED')
      const library = findLibrary(id)
      if (!library) throw new HubError('UNKNOWN_LIBRARY', `没有资源库 ${id}。`)
      const since = url.searchParams.get('since') ?? undefined
      const limit = limitIn(url.searchParams.get('limit'))
      answerJson(response, 200, await listChanges(database, sinks, library, { since, limit }))
    } catch (error) {
      answerError(response, error)
    }
    return true
  }
}

const mostChanges = 1000

function limitIn(given: string | null): number {
  const limit = Number(given ?? 500)
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostChanges) return limit
  throw new HubError('BAD_PAGE', `limit 应在 1 到 ${mostChanges} 之间，收到 ${given}。`)
}
