import { type DocumentNode, execute, type GraphQLSchema, parse, subscribe } from 'graphql'
import { byteCache } from './cache.ts'
import type { RequestContext, SubgraphAnswer, SubgraphRequest, Transport } from './contract.ts'

export interface InProcessOptions {
  readonly schema: GraphQLSchema
  /** The subgraph's own context: loaders and viewer. Made once for all fetches of a request, anew after a mutation. */
  readonly contextFor: (context: RequestContext) => unknown
}

/** Calls a subgraph's schema in this process: nothing is serialized, loaders are shared by all fetches of a request. */
export function inProcessTransport({ schema, contextFor }: InProcessOptions): Transport {
  const documents = byteCache<DocumentNode>(16 * 1024 * 1024)
  const contexts = new WeakMap<RequestContext, unknown>()
  const read = (text: string): DocumentNode => {
    const known = documents.get(text)
    if (known) return known
    const document = parse(text, { noLocation: true })
    documents.set(text, document, text.length * 100)
    return document
  }
  const contextOf = (request: RequestContext): unknown => {
    if (!contexts.has(request)) contexts.set(request, contextFor(request))
    return contexts.get(request)
  }
  const argsOf = ({ document, operationName, variables }: SubgraphRequest, context: RequestContext) => ({
    schema,
    document: read(document),
    operationName,
    variableValues: variables,
    contextValue: contextOf(context),
  })
  return {
    async fetch(request, context) {
      const result = await execute(argsOf(request, context))
      if (request.operationKind === 'mutation') contexts.delete(context)
      return result as SubgraphAnswer
    },
    async *subscribe(request, context) {
      const events = await subscribe(argsOf(request, context))
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
