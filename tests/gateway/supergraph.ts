import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { buildSchema, graphql } from 'graphql'

/** A supergraph of one subgraph whose talents have the given field beside their id. */
export const supergraphWith = (field: string, url: string) => `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) {
  query: Query
}
directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { TALENT @join__graph(name: "talent", url: "${url}") }
type Query @join__type(graph: TALENT) { talent: Talent }
type Talent @join__type(graph: TALENT) { id: ID! ${field}: String }
`

const schema = buildSchema('type Query { talent: Talent } type Talent { id: ID! name: String family: String }')

/** A subgraph of one talent, which answers after `delay` ms. */
export async function startSubgraph(delay = 0) {
  let asked = 0
  let held = Promise.resolve()
  const server = createServer(async (request, response) => {
    asked++
    const { query } = (await json(request)) as { query: string }
    const talent = { id: 't1', name: '李清远', family: '李' }
    const answer = await graphql({ schema, source: query, rootValue: { talent } })
    await Promise.all([held, setTimeout(delay)])
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked: () => asked,
    /** Answers nothing until what is returned is called. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
