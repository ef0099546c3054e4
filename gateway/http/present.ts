import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { type ErrorCode, errorCodes, maskError } from '#schema/errors.ts'
import { withoutSuggestions } from '../limits/no-suggestions.ts'
import { inOwnWords } from '../limits/own-words.ts'
import type { Standing } from '../limits/standing.ts'

/** What errors tell before anybody is known. */
const unknownAsker: Standing['errors'] = 'nothing'

/** A result as its client may read it: errors coded, what was not meant for clients masked and logged. */
export function present(
  result: ExecutionResult,
  logger: Logger,
  tell: Standing['errors'] = unknownAsker,
): FormattedExecutionResult {
  if (!result.errors?.length) return result as FormattedExecutionResult
  // With no data at all nothing was executed, as the variables did not fit.
  const uncoded = result.data === undefined ? 'BAD_USER_INPUT' : undefined
  const errors = result.errors.map((error) => presentError(error, logger, uncoded, tell))
  return { ...result, errors: uncoded ? distinct(errors) : errors }
}

/** The answer to a request that was refused: the error or errors thrown, and no data. */
export function refusal(
  thrown: unknown,
  logger: Logger,
  tell: Standing['errors'] = unknownAsker,
): FormattedExecutionResult {
  const errors: readonly unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown]
  return { errors: distinct(errors.map((error) => presentError(error, logger, codeOf(error), tell))) }
}

const codeOf = (error: unknown): ErrorCode =>
  error instanceof GraphQLError && error.message.startsWith('Syntax Error')
    ? 'GRAPHQL_PARSE_FAILED'
    : 'GRAPHQL_VALIDATION_FAILED'

/** `uncoded` is the code of an error that graphql-js raised about the request; errors with a path are a subgraph's. */
function presentError(
  error: unknown,
  logger: Logger,
  uncoded: ErrorCode | undefined,
  tell: Standing['errors'],
): GraphQLFormattedError {
  const asked = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })
  const masked = maskError(asked, (cause) => logger.error({ err: cause, path: asked.path }, 'masked an error'))
  const written = masked.toJSON()
  if (written.extensions?.code !== undefined) return written
  if (!uncoded || masked.path) {
    const message = tell === 'names' ? withoutSuggestions(written.message) : '这个字段没有取到值。'
    return { ...written, message }
  }
  const extensions = { ...written.extensions, code: uncoded }
  const sentence = errorCodes[uncoded].zh
  // A syntax error knows nothing of the schema.
  if (tell === 'names' || uncoded === 'GRAPHQL_PARSE_FAILED') {
    return { ...written, message: `${sentence.slice(0, -1)}：${withoutSuggestions(written.message)}`, extensions }
  }
  const words = tell === 'own words' ? inOwnWords(masked) : undefined
  if (words) return { ...written, message: `${sentence.slice(0, -1)}：${words}。`, extensions }
  return { message: sentence, extensions }
}

/** Errors that say the same are said once, so that their number tells nothing either. */
function distinct(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()]
}
