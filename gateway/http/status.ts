import type { FormattedExecutionResult } from 'graphql'
import type { ErrorCode } from '#schema/errors.ts'
import type { MediaType } from './negotiate.ts'

/** Refusals of the HTTP request itself, the same whatever the client accepts. */
const ofRequest: Partial<Record<ErrorCode, number>> = {
  BAD_REQUEST: 400,
  BAD_TOKEN: 401,
  FORGERY_REFUSED: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  IDEMPOTENCY_KEY_REUSED: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  IDENTITY_UNAVAILABLE: 503,
  OVERLOADED: 503,
}

/** Refusals of a well-formed request; application/json says 200 to them, as its clients read bodies only then. */
const ofOperation: Partial<Record<ErrorCode, number>> = { DEADLINE_EXCEEDED: 504, DATABASE_UNAVAILABLE: 503 }

/** The status of an answer: 200 whenever there is data, however little of it. */
export function statusOf(result: FormattedExecutionResult, type: MediaType): number {
  if (result.data !== undefined) return 200
  const code = result.errors?.[0]?.extensions?.code as ErrorCode | undefined
  const status = code && ofRequest[code]
  if (status) return status
  if (type === 'application/json') return 200
  return (code && ofOperation[code]) ?? 400
}
