import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'

/** One subgraph of a laboratory's instruments: its contract and what it answers from. */
interface Source {
  readonly name: string
  readonly typeDefs: string
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const keeper = { email: 'keeper@example.org', name: '示例保管员', repairs: 120, years: 10 }
const size = { label: '台式', weight: 1.5, unit: 'kg' }
const trials = [
  { trial: { number: '1234', subject: '温漂试验' }, outcome: null },
  { trial: { number: '1235', subject: '振动试验' }, outcome: '合格' },
]
const retired = { code: 'GP-1', maker: '示例光谱仪器厂', reason: '由 GP-2 取代', keeper }
const instruments = [
  {
    id: 'yq-1',
    code: 'GP-2',
    maker: '示例光谱仪器厂',
    variant: { id: '便携' },
    size,
    keeper,
    note: null,
    trials: [trials[0]],
  },
  { id: 'yq-2', code: 'ZD-7', maker: '', variant: { id: '台式' }, size, keeper, note: '借出', trials: [trials[1]] },
]

type Key = { readonly id?: string; readonly code?: string; readonly maker?: string; readonly variant?: { id: string } }

/** What has every federation directive: instruments, their trials, and what it adds to keepers and to stores. */
const instrument: Source = {
  name: 'instrument',
  typeDefs: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@extends", "@external", "@key",
        "@inaccessible", "@interfaceObject", "@override", "@provides", "@requires", "@shareable", "@tag"])
      @link(url: "https://example.org/lab/v1.0", import: ["@calibrated"])
      @composeDirective(name: "@calibrated")
    directive @calibrated on OBJECT
    type Query {
      instrument(id: ID!): Instrument
      retired(code: String!, maker: String!): Retired @deprecated(reason: "改用 instrument")
      trials: [Trial!]!
    }
    type Instrument @calibrated @key(fields: "id") @key(fields: "code maker") @key(fields: "code variant { id }") {
      id: ID! code: String maker: String variant: Variant size: Size
      keeper: Keeper @provides(fields: "repairs")
      note: String @tag(name: "internal")
      trials: [Trial!]!
    }
    type Retired @key(fields: "code maker") { code: String! maker: String! reason: String keeper: Keeper }
    type Variant { id: ID! }
    type Trial @key(fields: "trial { number }") { trial: Case! outcome: String }
    type Case { number: ID! subject: String }
    type Size @shareable { label: String weight: Float unit: String @inaccessible }
    type Keeper @extends @key(fields: "email") {
      email: ID! @external
      name: String @override(from: "keeper")
      repairs: Int @external
      years: Int! @external
      repairsPerYear: Int @requires(fields: "repairs years")
    }
    type Store @interfaceObject @key(fields: "id") { id: ID! retired: [Retired!]! }`,
  resolvers: {
    Query: {
      instrument: (_: unknown, { id }: Key) => instruments.find((it) => it.id === id),
      retired: (_: unknown, { code, maker }: Key) =>
        code === retired.code && maker === retired.maker ? retired : null,
      trials: () => trials,
    },
    Instrument: {
      __resolveReference: ({ id, code, maker, variant }: Key) =>
        instruments.find(
          (it) => it.id === id || (it.code === code && (it.maker === maker || it.variant.id === variant?.id)),
        ),
      keeper: () => ({ email: keeper.email, repairs: keeper.repairs }),
    },
    Retired: { __resolveReference: ({ code }: Key) => (code === retired.code ? retired : null) },
    Trial: {
      __resolveReference: ({ trial }: (typeof trials)[number]) => trials.find((it) => it.trial.number === trial.number),
    },
    Keeper: {
      __resolveReference: (given: Partial<typeof keeper>) => ({ name: '示例保管员（仪器库）', ...given }),
      name: () => '示例保管员（仪器库）',
      repairsPerYear: ({ repairs, years }: typeof keeper) => Math.round(repairs / years),
    },
    Store: { __resolveReference: ({ id }: Key) => ({ id, retired: [retired] }) },
  },
}

const keepers: Source = {
  name: 'keeper',
  typeDefs: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
    type Keeper @key(fields: "email") { email: ID! name: String repairs: Int @shareable years: Int! }`,
  resolvers: { Keeper: { __resolveReference: () => keeper } },
}

const store: Source = {
  name: 'store',
  typeDefs: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
      import: ["@key", "@external", "@requires", "@shareable"])
    type Query { store(id: ID!): Store }
    interface Store @key(fields: "id") { id: ID! }
    type Warehouse implements Store @key(fields: "id") { id: ID! city: String }
    type Instrument @key(fields: "id") {
      id: ID!
      size: Size @external
      delivery(to: String): Delivery @requires(fields: "size { label weight }")
    }
    type Size @shareable { label: String weight: Float }
    type Delivery { days: Int by: String }`,
  resolvers: {
    Query: { store: (_: unknown, { id }: Key) => ({ __typename: 'Warehouse', id, city: '武汉' }) },
    Store: { __resolveReference: ({ id }: Key) => ({ __typename: 'Warehouse', id, city: '武汉' }) },
    Instrument: {
      delivery: (given: { size: typeof size }, { to }: { to: string }) => ({
        days: to === '430074' ? 1 : 3,
        by: `${given.size.label}，${given.size.weight} 千克`,
      }),
    },
  },
}

/** The three as Apollo Servers of their own; what each was asked is kept. */
export async function startInstruments() {
  const asked: { readonly subgraph: string; readonly query: string }[] = []
  const running = await Promise.all(
    [instrument, keepers, store].map(async ({ name, typeDefs, resolvers }) => {
      const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }])
      const noting: ApolloServerPlugin = {
        requestDidStart: async ({ request }) => void asked.push({ subgraph: name, query: request.query ?? '' }),
      }
      const server = new ApolloServer({ schema, plugins: [noting], introspection: true })
      const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
      return { name, url, server }
    }),
  )
  return {
    subgraphs: running.map(({ name, url }) => ({ name, url })),
    asked,
    close: () => Promise.all(running.map(({ server }) => server.stop())),
  }
}
