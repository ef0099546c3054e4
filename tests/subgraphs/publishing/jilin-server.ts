import { print } from 'graphql'
import { contributedKeys, signingKeys } from '#schema/signature.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { defineSubgraph } from '../../../subgraphs/define.ts'
import { type SubgraphServer, serveSubgraph } from '../../../subgraphs/server.ts'
import { secret } from '../../postgres.ts'

const fairs = [
  { id: 'jl-fair:JL001', name: '长春示例光电对接会 SYNTHETIC' },
  { id: 'jl-fair:JL002', name: '吉林示例化工对接会 SYNTHETIC' },
]

const subgraph = defineSubgraph({
  name: 'jilin',
  contract: new URL('./jilin.graphql', import.meta.url),
  loaders: () => ({}),
  resolvers: {
    Query: { jlFairs: (_: unknown, { first }: { first?: number }) => fairs.slice(0, first ?? 20) },
    Library: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      jlFairs: ({ id }: { id: string }) => (id === 'jl-fair' ? fairs : []),
    },
    JlFair: { __resolveReference: ({ id }: { id: string }) => fairs.find((fair) => fair.id === id) ?? null },
  },
})

/** What Jilin publishes, and runs. */
export const jilinSdl = print(subgraph.typeDefs)

/** Jilin's subgraph, listening on loopback at a port of its own; it knows the gateway by its signature. */
export function serveJilin(database: Database): Promise<SubgraphServer> {
  const keys = contributedKeys(signingKeys({ subgraphKeys: [], secret }), 'jilin')
  return serveSubgraph(subgraph, { database, secret: 'the key of cursors' }, { port: 0, host: '127.0.0.1', keys })
}
