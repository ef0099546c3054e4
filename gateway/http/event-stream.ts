import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FormattedExecutionResult } from 'graphql'

/** Silence after which a comment is sent, so that proxies keep the connection, in ms. */
const pulse = 12_000

/**
 * Sends results as server-sent events, one operation a connection (graphql-sse, distinct connections mode): `next` for
 * each, then `complete`. Waits for a slow reader rather than pile up.
 */
export async function streamEvents(
  response: ServerResponse,
  results: AsyncIterable<FormattedExecutionResult>,
  headers: OutgoingHttpHeaders,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no', // nginx would hold events back
    ...headers,
  })
  response.write(':\n\n')
  const heart = setInterval(() => response.write(':\n\n'), pulse)
  try {
    for await (const result of results) {
      const flowing = response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)
      if (response.destroyed) return
      if (!flowing) await drained(response)
    }
    if (!response.writableEnded) response.end('event: complete\ndata:\n\n')
  } finally {
    clearInterval(heart)
  }
}

const drained = (response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
