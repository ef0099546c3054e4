import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { type ErrorCode, errorCodes, HubError } from '#schema/errors.ts'
import { withoutSuggestions } from './limits/no-suggestions.ts'

/** A result as its client may read it: errors coded, what was not meant for clients masked and logged. */
export function present(result: ExecutionResult, logger: Logger): FormattedExecutionResult {
  if (!result.errors?.length) return result as FormattedExecutionResult
  return { ...result, errors: result.errors.map((error) => presentError(error, logger)) }
}

/** A request's errors with no data, from whatever was thrown or refused. */
export const refusal = (errors: readonly unknown[], logger: Logger): FormattedExecutionResult => ({
  errors: errors.map((error) => presentError(error, logger)),
})

function presentError(error: unknown, logger: Logger): GraphQLFormattedError {
  if (!(error instanceof GraphQLError) || isMasked(error)) {
    const cause = error instanceof GraphQLError ? error.originalError : error
    logger.error({ err: cause, path: error instanceof GraphQLError ? error.path : undefined }, 'masked an error')
    return {
      message: errorCodes.INTERNAL.zh,
      ...(error instanceof GraphQLError && error.path ? { path: error.path } : {}),
      extensions: { code: 'INTERNAL' satisfies ErrorCode },
    }
  }
  const written = error.toJSON()
  if (written.extensions?.code !== undefined) return written
  const code = codeOf(error)
  if (!code) return { ...written, message: withoutSuggestions(written.message) }
  return {
    ...written,
    message: `${errorCodes[code].zh.slice(0, -1)}：${withoutSuggestions(written.message)}`,
    extensions: { ...written.extensions, code },
  }
}

/** An exception of ours, not a sentence meant for clients. */
const isMasked = ({ originalError }: GraphQLError) =>
  originalError !== undefined && !(originalError instanceof HubError) && !(originalError instanceof GraphQLError)

/** The code of an error graphql-js itself raised about a request; errors with a path are a subgraph's. */
function codeOf(error: GraphQLError): ErrorCode | undefined {
  if (error.path) return undefined
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED'
  if (error.message.startsWith('Variable "$')) return 'BAD_USER_INPUT'
  return error.locations ? 'GRAPHQL_VALIDATION_FAILED' : undefined
}
