import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse } from 'graphql'
import { createVerifier, type SigningKeys } from '#schema/signature.ts'
import { viewerOf } from '../../../subgraphs/context.ts'

/** What Jilin adds to the graph, as it would publish it. */
export const jilinSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
  type Query { jlFairs: [JlFair!] }
  "资源库。例如 吉林对接会库。"
  type Library @key(fields: "id") { id: ID! jlFairs: [JlFair!] }
  "对接会。例如 长春示例光电对接会。"
  type JlFair @key(fields: "library { id } code") { library: Library! code: Int! title(full: Boolean = false): String }
`

export const keys: SigningKeys = [{ id: 'test', secret: 'the secret that gateway and Jilin share' }]

export const known = {
  JlFair: [1, 2].map((code) => ({ library: { id: 'jl-fair' }, code })),
  Library: [{ id: 'jl-fair' }],
}

type Key = { readonly __typename: string; readonly id?: string; readonly code?: number }
type Found = object | null

/** What a fault changes in a subgraph that is otherwise right. */
export interface Fault {
  readonly sdl?: string
  readonly entities?: (found: readonly Found[], keys: readonly Key[]) => Promise<readonly Found[]> | readonly Found[]
  readonly verify?: false
  /** Answers in place of the subgraph, or says that it did not. */
  readonly answer?: (body: string, response: ServerResponse) => boolean
}

/** Jilin's subgraph on a port of its own. */
export async function serveJilin({ sdl = jilinSdl, entities = (found) => found, verify, answer }: Fault = {}) {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }])
  const field = schema.getQueryType()!.getFields()._entities
  if (field)
    field.resolve = (_, args: { readonly representations: readonly Key[] }) =>
      entities(args.representations.map(find), args.representations)
  const check = createVerifier(keys)

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request)
    if (answer?.(body, response)) return
    const { method = '', url: path = '', headers } = request
    let result: unknown
    let status = 200
    try {
      if (verify !== false) viewerOf({ subgraph: 'jilin', method, path, body }, headers, check)
      const { query, variables } = JSON.parse(body)
      result = await graphql({ schema, source: query, variableValues: variables })
    } catch (error) {
      status = 400
      result = { errors: [{ message: (error as Error).message }] }
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result))
  }

  const server = createServer((request, response) => void respond(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function find({ __typename, id, code }: Key): Found {
  if (__typename === 'Library')
    return id === 'jl-fair' ? { __typename, id, jlFairs: [{ code: 1 }] } : { __typename, id, jlFairs: [] }
  return code === 1 || code === 2 ? { __typename, library: { id: 'jl-fair' }, code, title: '长春示例光电对接会' } : null
}
