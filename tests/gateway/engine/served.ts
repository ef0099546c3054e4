import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { graphql } from 'graphql'
import type { Transport } from '../../../gateway/engine/engine.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { schemaOf, type TestSubgraph } from './three-libraries.ts'

/** Subgraphs behind one HTTP server of their own, each at a path of its name, and transports to them. */
export async function serveSubgraphs(subgraphs: readonly TestSubgraph[]) {
  const schemas = new Map(subgraphs.map((subgraph) => [`/${subgraph.name}`, schemaOf(subgraph)]))
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const result = await graphql({ schema: schemas.get(request.url ?? '')!, source: query, variableValues: variables })
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(result))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    transport: ({ name }: { name: string }): Transport =>
      createHttpTransport({ name, url: `http://127.0.0.1:${port}/${name}` }),
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
