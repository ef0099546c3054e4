import pino, { type Logger } from 'pino'
import type { Config } from '#schema/config.ts'

/** JSON lines on standard output, written in batches, at most a second late and flushed on exit. */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino(
    { level: logLevel, base: undefined },
    pino.destination({ fd: 1, sync: false, minLength: 4_096, periodicFlush: 1_000 }),
  )
}
