import { buildSubgraphSchema } from '@apollo/subgraph'
import { composeServices } from '@theguild/federation-composition'
import { parse } from 'graphql'
import {
  createEngine,
  type EngineOptions,
  type RequestContext,
  type Transport,
} from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@external", "@requires", "@shareable", "@provides", "@inaccessible", "@interfaceObject", "@override"])\n`

/** A subgraph as a test states it. */
export interface TestSubgraph {
  readonly name: string
  readonly sdl: string
  readonly resolvers: Record<string, unknown>
}

export function supergraphOf(subgraphs: readonly TestSubgraph[]): string {
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}.internal/graphql`, typeDefs: parse(link + sdl) })),
  )
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'))
  return composed.supergraphSdl
}

export function schemaOf({ sdl, resolvers }: TestSubgraph) {
  return buildSubgraphSchema([{ typeDefs: parse(link + sdl), resolvers: resolvers as never }])
}

/** An engine over subgraphs in this process; `replace` puts another transport in the place of one. */
export function engineOf(
  subgraphs: readonly TestSubgraph[],
  { replace = {}, ...options }: Partial<EngineOptions> & { replace?: Record<string, Transport> } = {},
) {
  return createEngine({
    supergraph: supergraphOf(subgraphs),
    transport: ({ name }) =>
      replace[name] ??
      inProcessTransport({ schema: schemaOf(subgraphs.find((s) => s.name === name)!), contextFor: () => ({}) }),
    ...options,
  })
}

let requests = 0

export function newContext(): RequestContext {
  return { requestId: `request-${++requests}`, headers: {} }
}

/** Prepares and runs an operation; what is refused comes back as errors. */
export async function ask(engine: ReturnType<typeof engineOf>, query: string, variables?: Record<string, unknown>) {
  const prepared = engine.prepare(query)
  const result = 'errors' in prepared ? { errors: prepared.errors } : await prepared.execute(variables, newContext())
  return JSON.parse(JSON.stringify(result))
}

const people = [
  { id: 'hb-edu-talent:HBHX-10486-0001', name: '欧阳明', unit: 'org:10486' },
  { id: 'hb-edu-talent:HBHX-10487-0002', name: '李慧', unit: 'org:10487' },
  { id: 'ln-talent:LN-0003', name: '孙洁', unit: 'org:10486' },
]
const units: Record<string, { name: string; city: string }> = {
  'org:10486': { name: '武汉大学', city: '武汉' },
  'org:10487': { name: '华中科技大学', city: '武汉' },
}

export const talent: TestSubgraph = {
  name: 'talent',
  sdl: `type Query { talents: [Talent!]! talent(id: ID!): Talent }
    type Mutation { rename(id: ID!, name: String!): Talent }
    type Talent @key(fields: "id") { id: ID! name: String! organization: Organization }
    type Organization @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: {
      talents: () => people,
      talent: (_: unknown, { id }: { id: string }) => people.find((person) => person.id === id),
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({
        ...people.find((p) => p.id === id),
        name,
      }),
    },
    Talent: { organization: ({ unit }: { unit: string }) => ({ id: unit }) },
  },
}

export const organization: TestSubgraph = {
  name: 'organization',
  sdl: `type Organization @key(fields: "id") { id: ID! name: String! city: String }`,
  resolvers: { Organization: { __resolveReference: ({ id }: { id: string }) => units[id] && { id, ...units[id] } } },
}

export const achievement: TestSubgraph = {
  name: 'achievement',
  sdl: `type Talent @key(fields: "id") { id: ID! name: String! @external achievements(first: Int = 2): [Achievement!]! byline: String @requires(fields: "name") }
    type Achievement @key(fields: "id") { id: ID! title: String! }`,
  resolvers: {
    Talent: {
      __resolveReference: (reference: unknown) => reference,
      achievements: ({ id }: { id: string }, { first }: { first: number }) =>
        [1, 2, 3].slice(0, first).map((n) => ({ id: `${id}/成果${n}`, title: `激光熔覆工艺 ${n}` })),
      byline: ({ name }: { name: string }) => `${name} 等`,
    },
  },
}
