import fc from 'fast-check'
import { buildSchema, getIntrospectionQuery, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { compileCost, maxCost } from '../../../gateway/limits/max-cost.ts'

const schema = buildSchema(`
  type Query {
    talents(first: Int, last: Int, orderBy: [String!], filter: Filter): Talents
    nodes(ids: [ID!]!): [Node]
    libraries: [Library!]
  }
  input Filter { province: [String!] }
  interface Node { id: ID! }
  type Talent implements Node { id: ID! name: String organization: Organization patents(first: Int = 5, last: Int): Talents flags: [Flag!]! }
  type Organization implements Node { id: ID! talents(first: Int): Talents }
  type Talents { edges: [Edge] nodes: [Talent] totalCount: Int facets(by: [String!]!): [Facet!] }
  type Edge { cursor: String node: Talent }
  type Facet { values: [Value!]! }
  type Value { label: String }
  type Flag { code: String }
  type Library implements Node { id: ID! }
`)

const costOf = (text: string, variables: Record<string, unknown> = {}, operationName?: string) =>
  compileCost(schema, parse(text), operationName)(variables)

const pages = `query ($talents: Int = 100, $patents: Int) {
  talents(first: $talents) { nodes { patents(last: 100, first: $patents) { nodes { name } } } } }`

describe('the cost of an operation', () => {
  it('is its objects times the lengths of the lists they are in', () =>
    expect([
      costOf('{ __typename }'),
      costOf('{ talents { totalCount } }'),
      costOf('{ talents(first: 50) { nodes { name } } }'),
      costOf('{ talents(first: 50) { edges { cursor node { name organization { id } } } } }'),
      costOf('{ talents { nodes { name } } }'),
      costOf('{ libraries { id } }'),
      costOf('{ nodes(ids: ["a", "b", "c"]) { id ... on Talent { organization { id } } } }'),
      costOf('{ talents(first: 2) { nodes { id } facets(by: ["a", "b"]) { values { label } } } }'),
      costOf('{ talents(first: 2, orderBy: ["a", "b", "c"]) { nodes { flags { code } } } }'),
    ]).toEqual([0, 1, 51, 151, 21, 10, 6, 25, 23]))

  it('counts variables as the request gives them, and their defaults', () =>
    expect([
      costOf(pages, { talents: 2, patents: 3 }),
      costOf(pages, { patents: 3 }),
      costOf(pages, { talents: null }),
      costOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(300).fill('a') }),
      costOf('query ($a: ID!) { nodes(ids: [$a, $a]) { id } }', { a: 'x' }),
      costOf(pages, { talents: -5 }),
    ]).toEqual([205, 10_201, 2_041, 300, 2, 1]))

  it('leaves out what the request skips', () => {
    const text = 'query ($deep: Boolean = false) { talents(first: 9) { nodes @include(if: $deep) { id } totalCount } }'
    expect([costOf(text), costOf(text, { deep: true })]).toEqual([1, 10])
    expect(costOf('{ talents(first: 9) { nodes @skip(if: true) { id } } }')).toBe(1)
  })

  it('counts a fragment for each page it is on, and once however often it is spread', () => {
    const list = 'fragment List on Talents { nodes { id } }'
    expect(costOf(`{ a: talents(first: 2) { ...List } b: talents(first: 30) { ...List } } ${list}`)).toBe(34)
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Organization { talents(first: 2) { ...T${i} } x: talents(first: 2) { ...T${i} } }
        fragment T${i} on Talents { nodes { organization { ...F${i + 1} } } }`,
    ).join('\n')
    const text = `{ talents { nodes { organization { ...F0 } } } } ${doubling} fragment F40 on Organization { id }`
    const started = performance.now()
    expect(costOf(text)).toBeGreaterThan(2 ** 40)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('is nothing for the schema itself, for cycles, and for what does not fit', () =>
    expect([
      costOf(getIntrospectionQuery()),
      costOf('{ ...A } fragment A on Query { ...A }'),
      costOf('{ nothing { here } ... on Nowhere { id { id } } ...Unknown }'),
      costOf('query A { libraries { id } } query B { talents { totalCount } }', {}, 'B'),
      costOf('query A { libraries { id } } query B { talents { totalCount } }', {}, 'C'),
    ]).toEqual([0, 0, 0, 1, 0]))

  it('is found for any variables', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('talents', 'patents', 'x'), fc.jsonValue()), (given) => {
        expect(costOf(pages, given)).toBeGreaterThanOrEqual(0)
      }),
    ))

  it('is refused over the limit, with both numbers', () => {
    expect(maxCost(500, 500)).toBeUndefined()
    expect(maxCost(10_201, 500)).toMatchObject({
      message: '一次查询的代价最多 500，按各级列表长度相乘，收到 10201。可减小 first，或分几次查询。',
      extensions: { code: 'TOO_COSTLY', cost: 10_201, limit: 500 },
    })
  })
})
