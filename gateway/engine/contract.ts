import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
  GraphQLScalarType,
  GraphQLSchema,
  OperationDefinitionNode,
  ValidationRule,
} from 'graphql'

export type OperationKind = 'query' | 'mutation' | 'subscription'

/** What one request carries through every fetch. Transports may hang per-request state on it with a WeakMap. */
export interface RequestContext {
  readonly requestId: string
  readonly headers: Readonly<Record<string, string>>
  readonly viewer?: unknown
  readonly signal?: AbortSignal
  /** Epoch milliseconds. */
  readonly deadline?: number
}

export interface SubgraphRequest {
  readonly document: string
  readonly operationKind: OperationKind
  readonly operationName?: string
  readonly variables?: Record<string, unknown>
}

/** What came back, still untrusted: neither shape nor types have been looked at. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
  readonly extensions?: Record<string, unknown>
}

/** One subgraph as the engine sees it. Never throws for upstream trouble: answers { data?, errors? } in GraphQL form. */
export interface Transport {
  fetch(request: SubgraphRequest, context: RequestContext): Promise<SubgraphAnswer>
  subscribe?(request: SubgraphRequest, context: RequestContext): AsyncIterable<SubgraphAnswer>
  close?(): Promise<void>
}

/** Told of every fetch as it starts; what it returns is told of the answer. */
export interface Observer {
  fetch?(
    subgraph: string,
    request: SubgraphRequest,
    context: RequestContext,
  ): ((answer: SubgraphAnswer) => void) | undefined
}

export interface Prepared {
  readonly kind: OperationKind
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  execute(
    variables: Readonly<Record<string, unknown>> | null | undefined,
    context: RequestContext,
  ): Promise<ExecutionResult>
  subscribe(
    variables: Readonly<Record<string, unknown>> | null | undefined,
    context: RequestContext,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>
}

export interface Refused {
  readonly errors: readonly GraphQLError[]
}

export interface Engine {
  /** The public API schema: what clients validate against and introspect. */
  readonly schema: GraphQLSchema
  /** Parses, validates, plans and compiles once; answers come from a cache bounded by bytes. */
  prepare(query: string, operationName?: string | null): Prepared | Refused
  close(): Promise<void>
}

export interface EngineOptions {
  readonly supergraph: string
  readonly transport: (subgraph: { readonly name: string; readonly url: string | undefined }) => Transport
  /** Validation rules beside those of the specification. */
  readonly rules?: readonly ValidationRule[]
  /** How scalars of these names are read, so that a wrong value is refused before any subgraph is asked. */
  readonly scalars?: Readonly<Record<string, GraphQLScalarType>>
  readonly cacheBytes?: number
  readonly observe?: Observer
}
