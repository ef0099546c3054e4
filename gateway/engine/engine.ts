import { QueryPlanner } from '@graphql-hive/router-query-planner'
import { isScalarType } from 'graphql'
import { byteCache } from './cache.ts'
import { compileOperation } from './compile.ts'
import type { Engine, EngineOptions, Prepared } from './contract.ts'
import type { Sources } from './fetch.ts'
import { tooDeep } from './limits.ts'
import { isRefused, readOperation } from './operation.ts'
import { plannable } from './plannable.ts'
import { readSupergraph } from './supergraph.ts'

export type {
  Engine,
  EngineOptions,
  Observer,
  OperationKind,
  Prepared,
  Refused,
  RequestContext,
  SubgraphAnswer,
  SubgraphRequest,
  Transport,
} from './contract.ts'

/** An engine for one supergraph; throws a TypeError when the SDL is no supergraph. */
export function createEngine(options: EngineOptions): Engine {
  const supergraph = readSupergraph(options.supergraph)
  const planner = new QueryPlanner(plannable(options.supergraph))
  const transports = new Map(supergraph.subgraphs.map((subgraph) => [subgraph.name, options.transport(subgraph)]))
  const sources: Sources = { supergraph, transports, observe: options.observe }
  const cache = byteCache<Prepared>(options.cacheBytes ?? 64 * 1024 * 1024)
  const { schema } = supergraph
  for (const [name, { parseValue, parseLiteral }] of Object.entries(options.scalars ?? {})) {
    const type = schema.getType(name)
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral })
  }
  return {
    schema,
    prepare(query, operationName) {
      const key = `${operationName ?? ''}\n${query}`
      const known = cache.get(key)
      if (known) return known
      try {
        const client = readOperation(query, operationName, schema, options.rules ?? [])
        if (isRefused(client)) return client
        const prepared = compileOperation(client, planner, sources)
        cache.set(key, prepared, compiledBytes(query))
        return prepared
      } catch (error) {
        const refusal = tooDeep(error)
        if (refusal) return { errors: [refusal] }
        throw error
      }
    },
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close?.()))
    },
  }
}

/** What a compiled operation weighs: syntax trees and closures are some hundred times their text. */
function compiledBytes(query: string): number {
  return 8 * 1024 + query.length * 200
}
