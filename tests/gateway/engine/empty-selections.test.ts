import { buildSchema, parse, print } from 'graphql'
import { expect, it } from 'vitest'
import { withoutEmptySelections } from '../../../gateway/engine/empty-selections.ts'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { expectSame } from './differential.ts'
import { serveSubgraphs } from './served.ts'
import { engineOf } from './three-libraries.ts'
import { worldOf } from './world.ts'

const schema = buildSchema(`
  type Query { items(of: String): [Item] }
  union Item = Patent | Unit
  type Patent { id: ID code: [[Patent]] }
  type Unit { id: ID }`)

it.each([
  ['{items{__typename ...on Patent}}', '{items{__typename}}'],
  ['{items{__typename ...on Patent ...on Unit{id}}}', '{items{__typename ...on Unit{id}}}'],
  ['{_e0: _entities{...on Patent{id code}}}', '{_e0: _entities{...on Patent{id __typename}}}'],
  ['{_entities{...on Patent{some: code(n: 1)}}}', '{_entities{...on Patent{__typename}}}'],
  [
    '{a: items(of: "一个 \\" ...on Patent 字样"){...on Patent {id code{id}} ...on Unit @include(if: $b){id}}}',
    '{a: items(of: "一个 \\" ...on Patent 字样"){...on Patent {id code{id}} ...on Unit @include(if: $b){id}}}',
  ],
])('asks nothing of a type or a field that nothing is selected of, and else what it says: %s', (text, whole) => {
  expect(print(parse(withoutEmptySelections(text, schema)))).toBe(print(parse(whole)))
})

it('answers where the planner leaves such a fragment', async () => {
  const world = worldOf(131)
  const query = `query ($n: Int) {
    allPatent { items { ... on Patent { made0 name } } ... on Decorated { note(n: $n) } made2 ... on Patent { a1: owner { id } } }
    id: allRecord { ... on Talent { kind: __typename } }
  }`
  expect(await expectSame(engineOf(world.subgraphs), world, { query, variables: { n: 1 } })).toBe('same')
})

it('answers over HTTP where the planner leaves such a field', async () => {
  const world = worldOf(101)
  const server = await serveSubgraphs(world.subgraphs)
  const engine = createEngine({ supergraph: world.supergraph, transport: server.transport })
  const query = `query ($n: Int, $of: [Stage!]) {
    allPatent(n: $n, of: $of) { mark { id } code { name made2 } made2 }
  }`
  expect(await expectSame(engine, world, { query, variables: { n: 0, of: ['LAB'] } })).toBe('same')
  await engine.close()
  await server.close()
})
