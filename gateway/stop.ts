import type { Logger } from 'pino'

/** Milliseconds in which whoever still sends requests may learn that no more should come, when one of several stops. */
export const drain = 1_000

/** Closes on SIGTERM or SIGINT and exits: 0 when all was finished, 1 when it failed or was told twice. */
export function stopOnSignals(close: () => Promise<void>, logger: Logger): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    logger.info({ signal }, 'stopping')
    close().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}
