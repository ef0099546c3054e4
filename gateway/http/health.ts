import type { ServerResponse } from 'node:http'
import { respond } from './respond.ts'

/** Whether the process answers at all. */
export const answerLive = (response: ServerResponse) => respond(response, 200, json, '{"status":"live"}')

/** Whether it should be sent requests: not while starting, without its database, or stopping. */
export async function answerReady(response: ServerResponse, isReady: () => Promise<boolean>): Promise<number> {
  const yes = await isReady().catch(() => false)
  return respond(response, yes ? 200 : 503, json, JSON.stringify({ status: yes ? 'ready' : 'not ready' }))
}

const json = 'application/json; charset=utf-8'
