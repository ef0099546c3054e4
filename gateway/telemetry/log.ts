import pino, { type Logger } from 'pino'
import type { Config } from '#schema/config.ts'

/** Bytes of log that may wait for room; what goes beyond is lost. */
const mostWaiting = 16 * 1024 * 1024

/**
 * JSON lines on standard output, written in batches, at most a second late and flushed on exit. Where it leads to a disk
 * that is full, they wait and the service goes on; once there is room, how many were lost stands in the log.
 */
export function createLogger({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  const output = pino.destination({
    fd: 1,
    sync: false,
    minLength: 4_096,
    periodicFlush: 1_000,
    maxLength: mostWaiting,
  })
  const logger = pino({ level: logLevel, base: undefined }, output)
  let lost = 0
  let hasRoom = true
  output.on('error', () => {
    hasRoom = false
  })
  output.on('drop', () => void lost++)
  output.on('write', () => {
    hasRoom = true
    if (lost === 0) return
    const lines = lost
    lost = 0
    logger.warn({ lines }, 'lines of this log were lost while there was no room for them')
  })
  // The flush on exit would try for ever.
  process.prependListener('exit', () => {
    if (!hasRoom) output.destroy()
  })
  return logger
}
