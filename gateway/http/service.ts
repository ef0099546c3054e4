import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Role } from '#schema/viewer.ts'
import type { Engine } from '../engine/contract.ts'
import type { Rate } from '../limits/rate.ts'
import type { Standing } from '../limits/standing.ts'
import type { Metrics } from '../telemetry/metrics.ts'
import type { Notes } from '../telemetry/notes.ts'
import type { Traces } from '../telemetry/traces.ts'
import type { Usage } from '../telemetry/usage.ts'
import type { Admission } from './admission.ts'
import type { Documents } from './documents.ts'
import type { Operations } from './operations.ts'
import type { Work } from './work.ts'

/** What every request is answered with. */
export interface Service {
  readonly engine: () => Engine
  /** Milliseconds a request may take. */
  readonly budget: number
  readonly csrfPrevention: boolean
  readonly documents: Documents
  readonly operations: Operations
  readonly admission: Admission
  readonly work: Work
  /** Answers that end only when their reader goes, or the gateway does. */
  readonly streams: Set<ServerResponse>
  readonly metrics: Metrics
  readonly traces: Traces
  readonly usage: Usage
  readonly logger: Logger
  readonly viewer: (headers: Readonly<Record<string, string>>) => unknown
  /** Proxies in front that are trusted to name the client. */
  readonly proxies: number
  readonly standingOf: (role: Role) => Standing
  readonly rate: Rate
}

/** Writes a request's log line and its metrics, at its end. `status` is 499 where the client was gone before. */
export function record(notes: Notes, method: string | undefined, status: number, { metrics, logger }: Service): void {
  const { started, ...noted } = notes
  const ms = performance.now() - started
  metrics.answered(notes, status, ms / 1_000)
  logger.info({ ...noted, method, status, ms: Math.round(ms * 100) / 100 }, 'answered')
}
