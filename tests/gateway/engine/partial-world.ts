import { buildSchema, isObjectType } from 'graphql'
import { draw, kindNames, laterOf, pick, resolverOf } from './rows.ts'
import { supergraphOf, type TestSubgraph } from './three-libraries.ts'
import type { World } from './world.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly homes: readonly number[]
}

interface Home {
  readonly kinds: readonly string[]
  readonly either: readonly string[]
  readonly records: readonly string[]
}

/**
 * A graph drawn from a seed in which no subgraph needs to know all types, nor count all that it knows among the members of
 * the union or the records. What several resolve is of types that all of these know.
 */
export function partialWorldOf(seed: number): World {
  const homes = [0, 1, 2].map((home): Home => {
    const some = (names: readonly string[], what: string) =>
      names.filter((name) => name === 'Talent' || pick(2, seed, home, what, name) === 0)
    const kinds = kindNames.filter((_, i) => i % 3 === home || i === 0 || pick(2, seed, home, 'kind', i) === 0)
    return { kinds, either: some(kinds, 'either'), records: some(kinds, 'record') }
  })
  const resolvable = (name: string, types: readonly string[], among: readonly number[], of: string): Field => {
    const type = types[pick(types.length, seed, of, name, 'type')]!
    const first = pick(among.length, seed, of, name, 'home')
    const isShared = pick(2, seed, of, name, 'shared') === 0
    return { name, type, homes: among.filter((_, i) => i === first || (isShared && i === (first + 1) % among.length)) }
  }
  const fieldsOf = (kind: string) => {
    const among = [0, 1, 2].filter((home) => homes[home]!.kinds.includes(kind))
    return [
      resolvable('name', ['String', 'String!'], among, kind),
      resolvable('links', ['Either', '[Either!]', '[[Either]]!'], among, kind),
      resolvable('owner', ['Record', 'Record!', '[Record]'], among, kind),
      resolvable('shelf', ['Shelf', '[Shelf!]'], among, kind),
      resolvable('twin', [kind, `[${kind}]`], among, kind),
    ]
  }
  const roots = [
    resolvable('eithers', ['[Either]', '[Either!]!', '[[Either]]'], [0, 1, 2], 'Query'),
    resolvable('records', ['[Record]', '[Record!]!', 'Record'], [0, 1, 2], 'Query'),
    resolvable('shelves', ['[Shelf]', 'Shelf!'], [0, 1, 2], 'Query'),
    ...kindNames.map((kind) => {
      const among = [0, 1, 2].filter((home) => homes[home]!.kinds.includes(kind))
      return resolvable(`all${kind}`, [`[${kind}]`, `[${kind}!]!`], among, 'Query')
    }),
  ]
  /** The type to draw values of: with the types in it that all who resolve the field know. */
  const drawnType = ({ type, homes: resolving }: Field) => {
    const common = (of: 'either' | 'records') =>
      kindNames.filter((kind) => resolving.every((home) => homes[home]![of].includes(kind))).join('|')
    return type
      .replace('Either', common('either'))
      .replace('Record', common('records'))
      .replace('Shelf', `Shelf ${common('either')} ${common('records')}`)
  }
  const shelf = {
    text: ({ at }: Shelf) => draw('String', seed, 'Shelf', at, 'text'),
    items: ({ at, type }: Shelf) => draw(`[${type.split(' ')[1]}]`, seed, 'Shelf', at, 'items'),
    best: ({ at, type }: Shelf) => draw(type.split(' ')[2]!, seed, 'Shelf', at, 'best'),
  }
  const subgraphs = homes.map(({ kinds, either, records }, home): TestSubgraph => {
    const own = (fields: readonly Field[]) => fields.filter((field) => field.homes.includes(home))
    const typed = (kind: string) => `type ${kind} ${records.includes(kind) ? 'implements Record' : ''}`
    const resolversOf = (kind: string, fields: readonly Field[]) =>
      Object.fromEntries(own(fields).map((field) => [field.name, laterOf(drawnType(field), seed, kind, field.name)]))
    return {
      name: `province${home}`,
      sdl: `type Query { ping${home}: String ${lines(own(roots))} }
        ${kinds.map((kind) => `${typed(kind)} @key(fields: "id") { id: ID! ${lines(own(fieldsOf(kind)))} }`).join('\n')}
        interface Record { id: ID! } union Either = ${either.join(' | ')}
        type Shelf @shareable { text: String items: [Either] best: Record }`,
      resolvers: {
        Query: { [`ping${home}`]: () => '在', ...resolversOf('Query', roots) },
        Shelf: shelf,
        ...Object.fromEntries(
          kinds.map((kind) => [
            kind,
            { __resolveReference: ({ id }: { id: string }) => ({ id }), ...resolversOf(kind, fieldsOf(kind)) },
          ]),
        ),
      },
    }
  })
  const all = (of: 'either' | 'records') => kindNames.filter((kind) => homes.some((home) => home[of].includes(kind)))
  const plain = (fields: readonly Field[]) => lines(fields).replaceAll(' @shareable', '')
  const monolith = buildSchema(`type Query { ping0: String ping1: String ping2: String ${plain(roots)} }
    ${kindNames.map((kind) => `type ${kind} ${all('records').includes(kind) ? 'implements Record' : ''} { id: ID! ${plain(fieldsOf(kind))} }`).join('\n')}
    interface Record { id: ID! } union Either = ${all('either').join(' | ')}
    type Shelf { text: String items: [Either] best: Record }`)
  for (const type of Object.values(monolith.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    if (type.name === 'Shelf') {
      for (const [name, resolve] of Object.entries(shelf)) type.getFields()[name]!.resolve = resolve
      continue
    }
    for (const field of type.name === 'Query' ? roots : fieldsOf(type.name)) {
      type.getFields()[field.name]!.resolve = resolverOf(drawnType(field), seed, type.name, field.name)
    }
  }
  for (const home of [0, 1, 2]) monolith.getQueryType()!.getFields()[`ping${home}`]!.resolve = () => '在'
  return { subgraphs, supergraph: supergraphOf(subgraphs), monolith }
}

/** What is known of a shelf: where it stands, and which types who gave it knows of the union, and of records. */
interface Shelf {
  readonly at: string
  readonly type: string
}

function lines(fields: readonly Field[]): string {
  return fields.map(({ name, type, homes }) => `${name}: ${type}${homes.length > 1 ? ' @shareable' : ''}`).join(' ')
}
