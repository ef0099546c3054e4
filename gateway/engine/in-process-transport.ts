import {
  type DocumentNode,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  parse,
  subscribe,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { byteCache } from './cache.ts'
import type { RequestContext, SubgraphAnswer, SubgraphRequest, Transport } from './contract.ts'
import { failedAnswer } from './failure.ts'

export interface InProcessOptions<Context> {
  readonly schema: GraphQLSchema
  /** The subgraph's own context: loaders and viewer. Made once for all fetches of a request, anew after a mutation. */
  readonly contextFor: (context: RequestContext) => Context
  /** What the context has to add to an answer. */
  readonly extensionsOf?: (context: Context) => Record<string, unknown> | undefined
}

type Result = ExecutionResult | Promise<ExecutionResult>

/** One fetch document, ready to run any number of times. */
interface Compiled {
  readonly document: DocumentNode
  readonly run: (contextValue: unknown, variableValues: Record<string, unknown> | undefined) => Result
}

/** Calls a subgraph's schema in this process: nothing is serialized, loaders are shared by all fetches of a request. */
export function inProcessTransport<Context>({
  schema,
  contextFor,
  extensionsOf,
}: InProcessOptions<Context>): Transport {
  resolveEveryField(schema)
  const documents = byteCache<Compiled>(32 * 1024 * 1024)
  const contexts = new WeakMap<RequestContext, Context>()
  const compiled = (text: string): Compiled => {
    const known = documents.get(text)
    if (known) return known
    const made = compile(schema, text)
    documents.set(text, made, 4096 + text.length * 200)
    return made
  }
  const contextOf = (request: RequestContext): Context => {
    if (!contexts.has(request)) contexts.set(request, contextFor(request))
    return contexts.get(request) as Context
  }
  return {
    async fetch({ document, operationKind, variables }, context) {
      const own = contextOf(context)
      const result = await inTime(compiled(document).run(own, variables), context)
      if (operationKind === 'mutation') contexts.delete(context)
      const extensions = extensionsOf?.(own)
      return (extensions ? { ...result, extensions } : result) as SubgraphAnswer
    },
    async *subscribe({ document, variables }: SubgraphRequest, context) {
      const events = await subscribe({
        schema,
        document: compiled(document).document,
        variableValues: variables,
        contextValue: contextOf(context),
      })
      if (!(Symbol.asyncIterator in events)) {
        yield events as SubgraphAnswer
        return
      }
      for await (const event of events) {
        contexts.delete(context)
        yield event as SubgraphAnswer
      }
    },
  }
}

/** A resolver cannot be stopped, but nobody waits for it beyond the deadline of the request. */
function inTime(result: Result, { deadline, signal }: RequestContext): Result | Promise<SubgraphAnswer> {
  if (!(result instanceof Promise) || (deadline === undefined && !signal)) return result
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      done()
    }
    const leave = () => settle(() => resolve(failedAnswer('DEADLINE_EXCEEDED')))
    const timer = deadline === undefined ? undefined : setTimeout(leave, deadline - Date.now())
    if (signal?.aborted) return leave()
    signal?.addEventListener('abort', leave)
    result.then(
      (answer) => settle(() => resolve(answer as SubgraphAnswer)),
      (error) => settle(() => reject(error)),
    )
  })
}

/**
 * graphql-jit reads a field without a resolver as a plain property; graphql-js also calls it when it is a method and
 * awaits it when it is a promise. Naming graphql-js's own resolver keeps its meaning, at the price of a call for each
 * value; a type whose extensions say `plain: true` has neither methods nor promises.
 */
function resolveEveryField(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.extensions.plain === true) continue
    for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver
  }
}

/** Compiled to JavaScript by graphql-jit, where it can; by graphql-js otherwise. */
function compile(schema: GraphQLSchema, text: string): Compiled {
  const document = parse(text, { noLocation: true })
  const query = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true })
  if (isCompiledQuery(query)) {
    return {
      document,
      run: (contextValue, variables) => query.query(undefined, contextValue, variables ?? {}) as Result,
    }
  }
  return {
    document,
    run: (contextValue, variableValues) => execute({ schema, document, contextValue, variableValues }),
  }
}
