import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { type ErrorCode, errorCodes, maskError } from '#schema/errors.ts'
import { withoutSuggestions } from '../limits/no-suggestions.ts'

/** A result as its client may read it: errors coded, what was not meant for clients masked and logged. */
export function present(result: ExecutionResult, logger: Logger): FormattedExecutionResult {
  if (!result.errors?.length) return result as FormattedExecutionResult
  // With no data at all nothing was executed, as the variables did not fit.
  const uncoded = result.data === undefined ? 'BAD_USER_INPUT' : undefined
  return { ...result, errors: result.errors.map((error) => presentError(error, logger, uncoded)) }
}

/** The answer to a request that was refused: the error or errors thrown, and no data. */
export function refusal(thrown: unknown, logger: Logger): FormattedExecutionResult {
  const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown]
  return { errors: errors.map((error) => presentError(error, logger, codeOf(error))) }
}

const codeOf = (error: unknown): ErrorCode =>
  error instanceof GraphQLError && error.message.startsWith('Syntax Error')
    ? 'GRAPHQL_PARSE_FAILED'
    : 'GRAPHQL_VALIDATION_FAILED'

/** `uncoded` is the code of an error that graphql-js raised about the request; errors with a path are a subgraph's. */
function presentError(error: unknown, logger: Logger, uncoded: ErrorCode | undefined): GraphQLFormattedError {
  const asked = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })
  const masked = maskError(asked, (cause) => logger.error({ err: cause, path: asked.path }, 'masked an error'))
  const written = masked.toJSON()
  if (written.extensions?.code !== undefined) return written
  if (!uncoded || masked.path) return { ...written, message: withoutSuggestions(written.message) }
  return {
    ...written,
    message: `${errorCodes[uncoded].zh.slice(0, -1)}：${withoutSuggestions(written.message)}`,
    extensions: { ...written.extensions, code: uncoded },
  }
}
