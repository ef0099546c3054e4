import type { Dispatcher, Pool } from 'undici'

/** What an exchange must keep to. */
export interface Bounds {
  /** Milliseconds until `late` is thrown. */
  readonly left: number
  readonly late: () => Error
  readonly maxBytes: number
  readonly tooLarge: () => Error
  readonly signal: AbortSignal | undefined
}

/**
 * One POST and its whole answer, on the pool's callbacks: streams and an abort controller for each fetch take a third
 * more CPU for a small one, the other side's included.
 */
export function exchange(
  pool: Pool,
  request: Pick<Dispatcher.DispatchOptions, 'path' | 'headers' | 'body'>,
  { left, late, maxBytes, tooLarge, signal }: Bounds,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined
    let stopped: Error | undefined
    let status = 0
    let size = 0
    const chunks: Buffer[] = []
    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
    }
    const stop = (reason: Error) => {
      stopped = reason
      settle()
      reject(reason)
      controller?.abort(reason)
    }
    const leave = () => stop(late())
    const timer = setTimeout(leave, left)
    signal?.addEventListener('abort', leave)
    pool.dispatch(
      { ...request, method: 'POST' },
      {
        onRequestStart(started) {
          controller = started
          if (stopped) started.abort(stopped)
        },
        onResponseStart(_, statusCode) {
          status = statusCode
        },
        onResponseData(_, chunk) {
          size += chunk.length
          if (size > maxBytes) stop(tooLarge())
          else chunks.push(chunk)
        },
        onResponseEnd() {
          settle()
          resolve({ status, text: (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8') })
        },
        onResponseError(_, error) {
          settle()
          reject(error)
        },
      },
    )
  })
}
