import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { detailResolvers, kindNames, laterOf, pick, resolverOf } from './rows.ts'
import { supergraphOf, type TestSubgraph } from './three-libraries.ts'

/** One generated graph twice: split over subgraphs, and as one schema on the same rows. */
export interface World {
  readonly subgraphs: readonly TestSubgraph[]
  readonly supergraph: string
  readonly monolith: GraphQLSchema
}

interface Field {
  readonly name: string
  readonly type: string
  readonly argument: boolean
  readonly homes: readonly number[]
}

/** A field made of what another subgraph knows. */
interface Derived {
  readonly name: string
  readonly home: number
  readonly required: Field
  readonly given: Readonly<Record<string, unknown>>
}

interface Kind {
  readonly name: string
  readonly fields: readonly Field[]
  readonly derived: readonly Derived[]
}

const homesOfAll = 3

const leafTypes = [
  'String',
  'String!',
  'Int',
  'Boolean',
  'Stage',
  '[String]',
  '[Int!]!',
  '[[String]]',
  '[[Int!]]!',
  'ID',
  'Float',
]

/** A graph of four entities, fields that require others, an interface, a union and an interface object, drawn from a seed. */
export function worldOf(seed: number): World {
  const kinds = kindNames.map((name): Kind => {
    const fields: Field[] = []
    for (let i = 0; i < 7; i++) fields.push(fieldOf(seed, name, i))
    return { name, fields, derived: derivedOf(seed, name, fields) }
  })
  const roots = [...kinds.map(({ name }) => name), 'Record', 'Either', 'Decorated'].map(
    (name, i): Field => ({
      name: `all${name}`,
      type: ['[%]', '[%!]!', '%', '[[%]]'][pick(4, seed, 'root', i)]!.replace('%', name),
      argument: true,
      homes: [name === 'Decorated' ? 0 : pick(homesOfAll, seed, 'root home', i)],
    }),
  )
  const subgraphs = Array.from({ length: homesOfAll }, (_, home) => subgraphOf(home, kinds, roots, seed))
  subgraphs.push({
    name: 'notes',
    sdl: `type Decorated @key(fields: "id") @interfaceObject { id: ID! note(n: Int): String remark: String! }`,
    resolvers: {
      Decorated: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        note: laterOf('String', seed, 'Decorated', 'note'),
        remark: resolverOf('String!', seed, 'Decorated', 'remark'),
      },
    },
  })
  return { subgraphs, supergraph: supergraphOf(subgraphs), monolith: monolithOf(kinds, roots, seed) }
}

function fieldOf(seed: number, kind: string, i: number): Field {
  const draw = (n: number, what: string) => pick(n, seed, kind, i, what)
  const targets = [...kindNames, 'Record', 'Either', 'Decorated', 'Detail']
  const shape = ['%', '%!', '[%]', '[%!]', '[%!]!', '[[%]]', '[[%!]!]'][draw(7, 'shape')]!
  const type = draw(2, 'leaf')
    ? leafTypes[draw(leafTypes.length, 'type')]!
    : shape.replace('%', targets[draw(targets.length, 'target')]!)
  const home = draw(homesOfAll, 'home')
  const shared = draw(4, 'shared') === 0 && !type.includes('Detail')
  return {
    name: `${['name', 'code', 'items', 'owner', 'state', 'links', 'mark'][i]}`,
    type,
    argument: draw(3, 'argument') === 0,
    homes: type.includes('Decorated') ? [0] : shared ? [home, (home + 1) % homesOfAll] : [home],
  }
}

/**
 * Fields that require one of another subgraph, which may itself require another. Only leaves that may be null are required:
 * the error of what may not takes its neighbors along where subgraphs are asked, and not where one schema is.
 */
function derivedOf(seed: number, kind: string, fields: readonly Field[]): readonly Derived[] {
  const known = fields.filter(({ type }) => leafTypes.includes(type) && !type.endsWith('!'))
  const derived: Derived[] = []
  for (let i = 0; i < 3 && known.length > 0; i++) {
    const draw = (n: number, what: string) => pick(n, seed, kind, 'derived', i, what)
    const required = draw(3, 'chain') > 0 ? known[draw(known.length, 'field')]! : known.at(-1)!
    const homes = [0, 1, 2].filter((home) => !required.homes.includes(home))
    const home = homes[draw(homes.length, 'home')]!
    const given = required.argument ? [{ n: 1 }, { n: 2 }, { n: 1, of: ['LAB'] }][draw(3, 'given')]! : {}
    derived.push({ name: `made${i}`, home, required, given })
    known.push({ name: `made${i}`, type: 'String', argument: false, homes: [home] })
  }
  return derived
}

const common = 'enum Stage { LAB PILOT MASS }'

const decorated = (home: number) => home === 0

function subgraphOf(home: number, kinds: readonly Kind[], roots: readonly Field[], seed: number): TestSubgraph {
  const resolvers: Record<string, Record<string, unknown>> = { Query: {}, Detail: detailResolvers(seed) }
  const types = kinds.map(({ name, fields, derived }) => {
    const own = fields.filter(({ homes }) => homes.includes(home))
    const made = derived.filter((it) => it.home === home)
    resolvers[name] = {
      __resolveReference: (reference: object) => ({ ...reference, __typename: name }),
      label: laterOf('String', seed, name, 'label'),
    }
    for (const field of own) resolvers[name]![field.name] = laterOf(field.type, seed, name, field.name)
    for (const it of made) resolvers[name]![it.name] = (given: Record<string, unknown>) => make(given[it.required.name])
    const foreign = new Map(made.map(({ required }) => [required.name, required]))
    const lines = [
      ...own.map((field) => `${line(field)}${field.homes.length > 1 ? ' @shareable' : ''}`),
      ...[...foreign.values()].map((field) => `${line(field)} @external`),
      ...made.map((it) => `${it.name}: String @requires(fields: "${selectionOf(it)}")`),
    ]
    const faces = decorated(home) ? 'Record & Decorated' : 'Record'
    return `type ${name} implements ${faces} @key(fields: "id") { id: ID! label: String @shareable ${lines.join(' ')} }`
  })
  const asked = roots.filter(({ homes }) => homes.includes(home))
  for (const root of asked) resolvers.Query![root.name] = laterOf(root.type, seed, 'Query', root.name)
  resolvers.Query![`ping${home}`] = () => '在'
  return {
    name: `province${home}`,
    sdl: [
      `type Query { ping${home}: String ${asked.map(line).join(' ')} }`,
      ...types,
      `interface Record { id: ID! label: String }`,
      decorated(home) ? `interface Decorated @key(fields: "id") { id: ID! }` : '',
      `union Either = Talent | Patent`,
      `type Detail @shareable { text: String count: Int! more: Detail }`,
      common,
    ].join('\n'),
    resolvers,
  }
}

function monolithOf(kinds: readonly Kind[], roots: readonly Field[], seed: number): GraphQLSchema {
  const schema = buildSchema(
    [
      `type Query { ping0: String ping1: String ping2: String ${roots.map(line).join(' ')} }`,
      ...kinds.map(
        ({ name, fields, derived }) =>
          `type ${name} implements Record & Decorated { id: ID! label: String note(n: Int): String remark: String! ${fields.map(line).join(' ')} ${derived.map((it) => `${it.name}: String`).join(' ')} }`,
      ),
      `interface Record { id: ID! label: String }`,
      `interface Decorated { id: ID! note(n: Int): String remark: String! }`,
      `union Either = Talent | Patent`,
      `type Detail { text: String count: Int! more: Detail }`,
      common,
    ].join('\n'),
  )
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const owner = field.name === 'note' || field.name === 'remark' ? 'Decorated' : type.name
      if (field.name === 'id') continue
      if (field.name.startsWith('ping')) field.resolve = () => '在'
      else if (type.name === 'Detail') field.resolve = detailResolvers(seed)[field.name]
      else if (field.name.startsWith('made')) field.resolve = madeOf(kinds, seed, type.name, field.name)
      else field.resolve = resolverOf(String(field.type), seed, owner, field.name)
    }
  }
  return schema
}

function line({ name, type, argument }: Field): string {
  return `${name}${argument ? '(n: Int = 1, of: [Stage!])' : ''}: ${type}`
}

/** A derived field where everything is in one schema: its own subgraph would have been handed what it requires. */
function madeOf(
  kinds: readonly Kind[],
  seed: number,
  kind: string,
  name: string,
): GraphQLFieldResolver<unknown, unknown> {
  const { required, given } = kinds.find((it) => it.name === kind)!.derived.find((it) => it.name === name)!
  const resolve = required.name.startsWith('made')
    ? madeOf(kinds, seed, kind, required.name)
    : resolverOf(required.type, seed, kind, required.name)
  return (parent, _, context, info) => make(resolve(parent, given, context, info))
}

const make = (value: unknown) => `据 ${JSON.stringify(value)}`

function selectionOf({ required, given }: Derived): string {
  const args = Object.entries(given).map(([name, value]) => `${name}: ${String(value).replace('LAB', '[LAB]')}`)
  return args.length > 0 ? `${required.name}(${args.join(', ')})` : required.name
}
