import { describe, expect, it } from 'vitest'
import { readCandidate } from '../../../subgraphs/publishing/candidate.ts'
import { composeSupergraph } from '../../../subgraphs/publishing/compose.ts'
import { judge } from '../../../subgraphs/publishing/rules/rules.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { header, jilin, judged, provincial, read, sdlOf, territoryWith } from './graph.ts'

const house = territoryWith()
const withJilin = territoryWith({ jilin })

it.each(provincial)('lets %s of the house in by the rules of a stranger', (name) => {
  expect(judged(name, sdlOf(name), house)).toEqual([])
})

it('lets a stranger add fields to what all share, types and root fields of its own prefix', () => {
  expect(judged('jilin', jilin, house)).toEqual([])
  expect(judged('jilin', jilin, withJilin)).toEqual([])
})

it('lets a stranger repeat shared values as they are, and rely on an exportable field', () => {
  const sdl = `${header}
    type CodedValue @shareable { scheme: String code: String }
    enum SortDirection { ASC DESC }
    input DecimalRange { lte: Decimal gte: Decimal }
    scalar Decimal
    interface Node { id: ID! }
    type Talent @key(fields: "id") {
      id: ID!
      patentNumbers: [String!] @external
      jlPatentCount(over: DecimalRange, order: SortDirection): Int @requires(fields: "patentNumbers")
    }
    type JilinFair implements Node @key(fields: "id") { id: ID! region: CodedValue hidden: Int @inaccessible }
    type Query { jilinFair: JilinFair }`
  expect(judged('jilin', sdl, house)).toEqual([])
})

const talent = (fields: string, directives = '@key(fields: "id")') => `type Talent ${directives} { id: ID! ${fields} }`

/** What one province may try against the others, and the rule that refuses it. Most of it composes. */
const hostile: readonly (readonly [what: string, sdl: string, codes: readonly string[]])[] = [
  ['gives a field of the hub again', talent('name: String'), ['FIELD_OWNER']],
  ['gives it again as shareable', talent('name: String @shareable'), ['FIELD_OWNER', 'DIRECTIVE_NOT_OWN']],
  [
    'takes a field over with @override',
    talent('name: String @override(from: "talent")'),
    ['FIELD_OWNER', 'DIRECTIVE_FORBIDDEN'],
  ],
  [
    'takes it over with the unimported name of @override',
    talent('name: String @federation__override(from: "talent")'),
    ['FIELD_OWNER', 'DIRECTIVE_FORBIDDEN'],
  ],
  [
    'takes over a field of another province',
    'type Organization @key(fields: "id") { id: ID! alliances: [ID!] @override(from: "liaoning") }',
    ['FIELD_OWNER', 'DIRECTIVE_FORBIDDEN'],
  ],
  [
    'takes over a root field',
    'type Query { talents: [ID!] @override(from: "talent") }',
    ['ROOT_FIELD', 'DIRECTIVE_FORBIDDEN'],
  ],
  ['shadows a root list', 'type Query { talents: [ID!] }', ['ROOT_FIELD']],
  ['shares a root list', 'type Query { talents: [ID!] @shareable }', ['ROOT_FIELD', 'DIRECTIVE_NOT_OWN']],
  ['makes a root field of its own shareable', 'type Query { jlFairs: [ID!] @shareable }', ['DIRECTIVE_NOT_OWN']],
  ['takes a root field without its prefix', 'type Query { fairs: [ID!] }', ['ROOT_FIELD']],
  ['takes a root field of another prefix', 'type Query { lnFairsToo: [ID!] }', ['ROOT_FIELD']],
  ['takes a root field whose prefix only begins alike', 'type Query { jlfairs: [ID!] }', ['ROOT_FIELD']],
  ['describes the root in everybody’s name', '"吉林的图。" type Query { jlFairs: [ID!] }', ['ROOT_FIELD']],
  ['adds a mutation without its prefix', 'type Mutation { deleteAll: Int }', ['ROOT_FIELD']],
  [
    'renames the root, so that its fields are not looked at',
    'schema { query: JlRoot } type JlRoot { talents: [ID!] }',
    ['ROOT_FIELD'],
  ],
  ['hides a shared field', 'type CodedValue @shareable { code: String @inaccessible }', ['SHARED_TYPE']],
  ['hides a shared type', 'type CodedValue @shareable @inaccessible { code: String }', ['DIRECTIVE_NOT_OWN']],
  ['hides an entity', talent('jlNote: String', '@key(fields: "id") @inaccessible'), ['DIRECTIVE_NOT_OWN']],
  ['hides an id', 'type Talent @key(fields: "id") { id: ID! @inaccessible }', ['DIRECTIVE_NOT_OWN']],
  ['deprecates an id', 'type Talent @key(fields: "id") { id: ID! @deprecated }', ['DIRECTIVE_NOT_OWN']],
  [
    'hides a field of a shared input',
    'input DecimalRange { gte: Decimal lte: Decimal @inaccessible } scalar Decimal',
    ['SHARED_TYPE'],
  ],
  ['drops a field of a shared input', 'input DecimalRange { gte: Decimal } scalar Decimal', ['SHARED_TYPE']],
  [
    'adds a required field to a shared input',
    'input DecimalRange { gte: Decimal lte: Decimal jlUnit: String! } scalar Decimal',
    ['SHARED_TYPE'],
  ],
  [
    'changes a default of a shared input',
    'input DecimalRange { gte: Decimal = "0" lte: Decimal } scalar Decimal',
    ['SHARED_TYPE'],
  ],
  ['loosens a shared field to null', 'type Provenance @shareable { release: String }', ['SHARED_TYPE']],
  ['tightens a shared field to non-null', 'type CodedValue @shareable { code: String! }', ['SHARED_TYPE']],
  ['adds a field to a shared type', 'type CodedValue @shareable { code: String jlCode: String }', ['SHARED_TYPE']],
  ['adds an argument to a shared field', 'type CodedValue @shareable { code(of: Int!): String }', ['SHARED_TYPE']],
  ['adds a value to a shared enum', 'enum SortDirection { ASC DESC RANDOM }', ['SHARED_TYPE']],
  ['drops a value of a shared enum', 'enum SortDirection { ASC }', ['SHARED_TYPE']],
  ['extends a shared enum', 'extend enum SortDirection { RANDOM }', ['SHARED_TYPE', 'SHARED_TYPE', 'SHARED_TYPE']],
  ['makes a shared enum an object', 'type SortDirection { up: Int }', ['SHARED_TYPE']],
  ['adds a field to a shared interface', 'interface Node { id: ID! jlNote: String }', ['SHARED_TYPE']],
  [
    'brings an entity under an interface of its own',
    'interface JlThing { id: ID! } type Talent implements JlThing @key(fields: "id") { id: ID! }',
    ['SHARED_TYPE'],
  ],
  [
    'adds fields to every record with @interfaceObject',
    'type Record @interfaceObject @key(fields: "id") { id: ID! jlNote: String }',
    ['SHARED_TYPE', 'KEY', 'DIRECTIVE_FORBIDDEN'],
  ],
  [
    'composes a directive into the graph',
    'extend schema @composeDirective(name: "@jlMine") @link(url: "https://jl.example/mine/v1.0", import: ["@jlMine"]) directive @jlMine on FIELD_DEFINITION type Query { jlA: Int }',
    ['FEDERATION_VERSION', 'DIRECTIVE_FORBIDDEN'],
  ],
  ['defines a directive of queries', 'directive @jlFast on FIELD type Query { jlA: Int }', ['DIRECTIVE_FORBIDDEN']],
  [
    'has a field handed over that is not exportable',
    talent('name: String @external jlNote: String @requires(fields: "name")'),
    ['NOT_EXPORTABLE'],
  ],
  [
    'has a personal field handed over',
    talent('contactName: String @external jlNote: String @requires(fields: "contactName")'),
    ['NOT_EXPORTABLE'],
  ],
  [
    'has a field of a nested record handed over',
    `${talent('organization: Organization @external jlNote: String @requires(fields: "organization { name }")')}
     type Organization @key(fields: "id") { id: ID! name: String @external }`,
    ['NOT_EXPORTABLE', 'NOT_EXPORTABLE'],
  ],
  [
    'has fields handed over that a whole type declares external',
    'type Talent @key(fields: "id") @external { id: ID! birthYear: String }',
    ['DIRECTIVE_NOT_OWN', 'NOT_EXPORTABLE'],
  ],
  [
    'answers fields in the place of others',
    `${talent('name: String @external')} type Query { jlTalent: Talent @provides(fields: "name") }`,
    ['DIRECTIVE_FORBIDDEN', 'NOT_EXPORTABLE'],
  ],
  [
    'opens a shared type to a wider contract',
    talent('jlNote: String', '@key(fields: "id") @tag(name: "public")'),
    ['DIRECTIVE_NOT_OWN'],
  ],
  ['locks a shared type', talent('jlNote: String', '@key(fields: "id") @authenticated'), ['DIRECTIVE_NOT_OWN']],
  ['adds a field that may not be null', talent('jlNote: String!'), ['NOT_NULLABLE']],
  ['adds a root field that may not be null', 'type Query { jlCount: Int! }', ['NOT_NULLABLE']],
  ['finds records by another key', talent('jlCode: String', '@key(fields: "jlCode")'), ['KEY']],
  ['finds records by a second key', talent('jlCode: String', '@key(fields: "id") @key(fields: "id jlCode")'), ['KEY']],
  ['adds to records without a key', 'type Talent { id: ID! jlNote: String }', ['KEY']],
  ['loosens an id', 'type Talent @key(fields: "id") { id: ID jlNote: String }', ['KEY']],
  ['keys a record of its own otherwise', 'type JlFair @key(fields: "code") { code: String! }', ['KEY']],
  ['names a type without its prefix', 'type Fair { name: String }', ['TYPE_NAME']],
  ['names a type by the prefix of another', 'type LnFair2 { name: String }', ['TYPE_NAME']],
  [
    'adds a field to a record of another province',
    'type LnAlliance @key(fields: "id") { id: ID! jlNote: String }',
    ['TYPE_NAME'],
  ],
  ['gives a type of another province again', 'type LnAlliance { name: String }', ['TYPE_NAME']],
  [
    'tags what it refers to of another province',
    'type LnAlliance @key(fields: "id", resolvable: false) @tag(name: "public") { id: ID! }',
    ['DIRECTIVE_NOT_OWN'],
  ],
]

describe('a province', () => {
  it.each(hostile)('that %s is refused', (_, sdl, codes) => {
    const problems = judge(read('jilin', header + sdl), house)
    expect([...new Set(problems.map(({ code }) => code))].toSorted()).toEqual([...new Set(codes)].toSorted())
    expect(problems.length).toBe(codes.length)
    for (const { places, zh, en, fix } of problems) {
      expect(places).toEqual([expect.stringMatching(/^jilin\.graphql:\d+$/)])
      expect([zh, fix.zh]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/\p{Script=Han}/u)])
      expect([en, fix.en].join('')).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('that wants what another published first is refused, also when that one has dropped it', () => {
    const territory = territoryWith({ jilin, 'jilin-agri': header })
    const late = `${header} type Library @key(fields: "id") { id: ID! jlFairs: Int } type JlFair { a: Int } type Query { jlFairs: Int }`
    expect(judged('jilin-agri', late, territory).map(([code]) => code)).toEqual([
      'ROOT_FIELD',
      'TYPE_NAME',
      'FIELD_OWNER',
    ])
  })
})

it.each([
  ['no link', 'type Query { jlA: Int }', 1],
  ['Federation 1', 'extend schema @link(url: "https://specs.apollo.dev/federation/v1.0")', 1],
  ['a version to come', 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.99")', 1],
  ['a specification from elsewhere', 'extend schema @link(url: "https://jl.example/federation/v2.7")', 1],
  ['two links', `${header} extend schema @link(url: "https://specs.apollo.dev/federation/v2.3")`, 1],
  [
    'a renamed directive',
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [{name: "@override", as: "@jlMine"}])',
    1,
  ],
  ['a renamed specification', 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", as: "fed")', 1],
])('refuses %s', (_, sdl, count) => {
  const codes = judged('jilin', sdl, house).map(([code]) => code)
  expect(codes).toEqual(Array(count).fill('FEDERATION_VERSION'))
})

it.each(['Jilin', 'ji_lin', 'jl', 'ln', 'talent', 'hubei2x'.repeat(8), '', '吉林', 'hub', 'join__graph'])(
  'refuses the name %j',
  (name) => {
    const codes = judge({ ...read('jilin', header), name, prefixes: ['Jl'] }, house).map(({ code }) => code)
    expect(codes).toContain('SUBGRAPH_NAME')
  },
)

it.each([
  ['no GraphQL', 'type Query {', /^jilin\.graphql:1$/],
  ['an operation', 'query { a }', /^jilin\.graphql:1$/],
  ['far too many tokens', `type Query { ${'jlA: Int '.repeat(40_000)} }`, /^jilin\.graphql:1$/],
])('says where an SDL that is %s is none', (_, text, place) => {
  const candidate = readCandidate('jilin', [{ file: 'jilin.graphql', text }])
  expect('problem' in candidate && candidate.problem).toEqual({
    code: 'SDL_UNREADABLE',
    places: [expect.stringMatching(place)],
    zh: expect.stringMatching(/^SDL 无法读取/),
    en: expect.stringMatching(/^The SDL cannot be read/),
    fix: { zh: expect.any(String), en: expect.any(String) },
  })
})

it('is needed, since composition lets much of it pass', () => {
  const members = subgraphs
    .filter(({ name }) => ['library', 'talent', 'organization'].includes(name))
    .map(({ name, typeDefs }) => ({ name, typeDefs }))
  for (const sdl of [
    talent('name: String @override(from: "talent")'),
    'type Query { libraries: [Library!] @override(from: "library") } type Library @key(fields: "id", resolvable: false) { id: ID! }',
    'type Provenance @shareable { release: String }',
    talent('contactName: String @external jlNote: String @requires(fields: "contactName")'),
    talent('jlNote: String', '@key(fields: "id") @tag(name: "public")'),
  ]) {
    expect(() => composeSupergraph([...members, { name: 'jilin', typeDefs: header + sdl }]), sdl).not.toThrow()
  }
})
