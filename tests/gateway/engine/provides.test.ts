import { beforeEach, expect, it } from 'vitest'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { ask, engineOf, schemaOf, type TestSubgraph } from './three-libraries.ts'

const outputs = [
  { __typename: 'Patent', id: 'p1', title: '一种轴承', number: 'ZL1' },
  { __typename: 'Paper', id: 'w1', title: '轴承的磨损' },
]

const index: TestSubgraph = {
  name: 'index',
  sdl: `type Query { team: Team @shareable } interface Team { id: ID! } interface Output { id: ID! }
    type Laboratory implements Team @key(fields: "id") { id: ID! outputs: [Output] @shareable }
    type Patent implements Output @key(fields: "id") { id: ID! @external }
    type Paper implements Output @key(fields: "id") { id: ID! @external }`,
  resolvers: { Query: { team: () => ({ __typename: 'Laboratory', id: 't1', outputs }) } },
}

const portal: TestSubgraph = {
  name: 'portal',
  sdl: `type Query { team: Team @shareable @provides(fields: "outputs { id title }") }
    interface Team { id: ID! outputs: [Output] } interface Output { id: ID! title: String }
    type Laboratory implements Team { id: ID! @shareable outputs: [Output] @external }
    type Patent implements Output { id: ID! @external title: String @external }
    type Paper implements Output { id: ID! @external title: String @external }`,
  resolvers: index.resolvers,
}

const register: TestSubgraph = {
  name: 'register',
  sdl: `interface Team { id: ID! outputs: [Output] } interface Output { id: ID! title: String }
    type Laboratory implements Team @key(fields: "id") { id: ID! outputs: [Output] @shareable }
    type Patent implements Output @key(fields: "id") { id: ID! title: String @shareable number: String }
    type Paper implements Output @key(fields: "id") { id: ID! title: String @shareable }`,
  resolvers: {
    Laboratory: { outputs: () => outputs },
    Patent: { __resolveReference: ({ id }: { id: string }) => outputs.find((it) => it.id === id) },
  },
}

const asked: string[] = []
beforeEach(() => void asked.splice(0))

function recorded(subgraph: TestSubgraph) {
  const transport = inProcessTransport({ schema: schemaOf(subgraph), contextFor: () => ({}) })
  return {
    ...transport,
    fetch: (...[request, context]: Parameters<typeof transport.fetch>) => {
      asked.push(subgraph.name)
      return transport.fetch(request, context)
    },
  }
}

const subgraphs = [index, portal, register]
const replace = Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, recorded(subgraph)]))
const engine = engineOf(subgraphs, { replace })

it('asks who provides a list for the types in it too', async () => {
  expect(await ask(engine, '{ team { id outputs { title __typename } } }')).toEqual({
    data: {
      team: {
        id: 't1',
        outputs: [
          { title: '一种轴承', __typename: 'Patent' },
          { title: '轴承的磨损', __typename: 'Paper' },
        ],
      },
    },
  })
  expect(asked).toEqual(['portal'])
})

it('asks elsewhere only for what one of the types has beside', async () => {
  expect(await ask(engine, '{ team { id outputs { title ... on Patent { number } } } }')).toEqual({
    data: { team: { id: 't1', outputs: [{ title: '一种轴承', number: 'ZL1' }, { title: '轴承的磨损' }] } },
  })
  expect(asked).toEqual(['portal', 'register'])
})

it('serves a graph whose @provides lists __typename', async () => {
  const typed: TestSubgraph = { ...portal, sdl: portal.sdl.replace('{ id title }', '{ __typename id title }') }
  const only: TestSubgraph = {
    name: 'only',
    sdl: `type Query { first: Paper @provides(fields: "journal { __typename }") }
      type Paper { journal: Journal @external } type Journal @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { first: () => ({ journal: { id: 'j1' } }) } },
  }
  const journals: TestSubgraph = {
    name: 'journals',
    sdl: `type Query { last: Paper } type Paper { journal: Journal @shareable } type Journal @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { last: () => ({ journal: { id: 'j2' } }) } },
  }

  expect(await ask(engineOf([index, typed, register]), '{ team { outputs { __typename title } } }')).toEqual({
    data: {
      team: {
        outputs: [
          { __typename: 'Patent', title: '一种轴承' },
          { __typename: 'Paper', title: '轴承的磨损' },
        ],
      },
    },
  })
  expect(await ask(engineOf([only, journals]), '{ last { journal { id } } }')).toEqual({
    data: { last: { journal: { id: 'j2' } } },
  })
})
