import { describe, expect, it } from 'vitest'
import { CompositionError, composeSupergraph, printPublicApi } from '../../../subgraphs/publishing/compose.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@inaccessible", "@external", "@interfaceObject", "@provides", "@requires", "@shareable"])\n'

function problemsOf(...sdls: readonly string[]) {
  try {
    composeSupergraph(
      sdls.map((sdl, i) => ({ name: ['talent', 'demand'][i]!, file: `province/${i}.graphql`, typeDefs: link + sdl })),
    )
  } catch (error) {
    if (error instanceof CompositionError) return error
    throw error
  }
  throw new Error('组合竟然成功了')
}

describe('composition', () => {
  it('names file, line, meaning and fix in both languages', () => {
    const error = problemsOf('type Query {\n  total: Int\n}', 'type Query { other: Int\n total: Int }')
    expect(error.problems).toEqual([
      {
        code: 'INVALID_FIELD_SHARING',
        places: ['province/0.graphql:3', 'province/1.graphql:3'],
        zh: expect.stringContaining('没有都声明可共享'),
        en: expect.stringContaining('Query.total'),
        fix: { zh: expect.stringContaining('@shareable'), en: expect.stringContaining('@shareable') },
      },
    ])
    expect(error.message).toContain('province/0.graphql:3, province/1.graphql:3  INVALID_FIELD_SHARING')
  })

  it.each([
    ['an object as a key, of which nothing is selected', '@key(fields: "isbn")', 'KEY_INVALID_FIELDS'],
    ['a fragment without a type in a key', '@key(fields: "isbn { ... { code } }")', 'KEY_INVALID_FIELDS'],
    ['fields of a scalar in a key', '@key(fields: "id { code }")', 'KEY_INVALID_FIELDS'],
  ])('refuses %s, at its line', (_, key, code) => {
    const book = `type Query { book: Book }\ntype Isbn { code: ID! }\ntype Book ${key} { id: ID! isbn: Isbn }`
    expect(problemsOf(book).problems).toEqual([
      expect.objectContaining({ code, places: ['province/0.graphql:4'], zh: expect.stringContaining('选择不完整') }),
    ])
  })

  it('refuses a field whose type would not hold what a subgraph answers', () => {
    const union = 'type Book @shareable { n: Int } type Film @shareable { n: Int } union Media = Book | Film\n'
    const problems = problemsOf(
      `${union}type Query { book: Media @shareable }`,
      `${union}type Query { book: Book @shareable }`,
    ).problems.map(({ code, places }) => [code, ...places])
    expect(problems).toEqual([['FIELD_TYPE_MISMATCH', 'province/0.graphql:3']])
  })

  it('refuses an interface object beside one of the types it stands for', () => {
    const home = `interface Record @key(fields: "id") { id: ID! }
      type Talent implements Record @key(fields: "id") { id: ID! mark: String } type Query { records: [Record] }`
    const notes = `type Record @key(fields: "id") @interfaceObject { id: ID! third: String }
      type Talent @key(fields: "id") { id: ID! mark: String @external file: String @requires(fields: "mark") }`
    expect(problemsOf(home, notes).problems).toEqual([
      expect.objectContaining({ code: 'INTERFACE_OBJECT_USAGE_ERROR', places: ['province/1.graphql:3'] }),
    ])
  })

  it('tells gateways which field of an interface another subgraph only borrows, and what it requires', () => {
    const home = `interface Record @key(fields: "id") { id: ID! title: String }
      type Talent implements Record @key(fields: "id") { id: ID! title: String } type Query { record: Record }`
    const notes = `type Record @key(fields: "id") @interfaceObject { id: ID! title: String @external note: String @requires(fields: "title") }`
    const supergraph = composeSupergraph(
      [home, notes].map((sdl, i) => ({ name: ['home', 'notes'][i]!, typeDefs: link + sdl })),
    )
    expect(supergraph).toContain('title: String @join__field(graph: HOME) @join__field(graph: NOTES, external: true)')
    expect(supergraph).toContain('note: String @join__field(graph: NOTES, requires: "title")')
  })

  it('refuses to provide what is not shareable where it is resolved', () => {
    const owner = 'type Query { a: Int } type Talent @key(fields: "id") { id: ID! name: String }'
    const other =
      'type Query { top: Talent @provides(fields: "name") }\ntype Talent @key(fields: "id") { id: ID! name: String @external }'
    expect(problemsOf(owner, other).problems).toEqual([
      expect.objectContaining({ code: 'INVALID_FIELD_SHARING', places: ['province/1.graphql:2'] }),
    ])
    const shared = owner.replace('name: String', 'name: String @shareable')
    expect(() => problemsOf(shared, other)).toThrow('组合竟然成功了')
  })

  it('says what to do where fields require each other, over which the composer fails', () => {
    const talent = (own: string, other: string) =>
      `type Talent @key(fields: "id") { id: ID! ${own}: Int @requires(fields: "${other}") ${other}: Int @external }`
    const [problem] = problemsOf(`type Query { t: Talent } ${talent('a', 'b')}`, talent('b', 'a')).problems
    expect(problem).toMatchObject({ zh: expect.any(String), fix: { zh: expect.stringContaining('@requires') } })
  })

  it('says one thing once, and what to import for a directive', () => {
    const { problems } = problemsOf('type Query { total: Int @override(from: "x") }')
    expect(problems.map(({ zh, fix }) => [zh, fix.zh])).toEqual([
      [expect.stringContaining('没有声明的指令'), expect.stringContaining('import')],
    ])
  })

  it('names the line of a syntax error', () => {
    expect(problemsOf('type Query {\n  total: \n}').problems[0]).toMatchObject({
      code: 'INVALID_GRAPHQL',
      places: ['province/0.graphql:4'],
    })
  })

  it('prints the API without what is hidden, with every deprecation', () => {
    const supergraph = composeSupergraph([
      {
        name: 'talent',
        typeDefs: `${link}type Query { total(of: String @deprecated(reason: "用 kind")): Int secret: Secret @inaccessible }
          type Secret @inaccessible { id: ID }`,
      },
    ])
    expect(printPublicApi(supergraph)).toBe(
      'schema {\n  query: Query\n}\n\ntype Query {\n  total(of: String @deprecated(reason: "用 kind")): Int\n}',
    )
  })
})
