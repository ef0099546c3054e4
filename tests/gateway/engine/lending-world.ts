import { buildSchema, isObjectType } from 'graphql'
import { detailResolvers, kindNames, laterOf, pick, resolverOf } from './rows.ts'
import { supergraphOf, type TestSubgraph } from './three-libraries.ts'
import type { World } from './world.ts'

interface Field {
  readonly name: string
  readonly type: string
}

const detail = 'type Detail @shareable { text: String count: Int! more: Detail }'

/**
 * A graph drawn from a seed in which one subgraph knows what a record is and one to three others lend all records fields by
 * an interface object: leaves, objects, and records again, of which they do not know the types.
 */
export function lendingWorldOf(seed: number): World {
  const lenders = Array.from({ length: 1 + pick(3, seed, 'lenders') }, (_, i) => ({
    roots: drawn(seed, [['noted', ['[Record]', 'Record', '[Record!]!']]], i),
    fields: drawn(
      seed,
      [
        ['note', ['String', 'String', 'String!']],
        ['seal', ['Int', '[String!]', 'Boolean!']],
        ['by', ['Detail', '[Detail]', 'Detail!']],
        ['next', ['Record', '[Record]', '[Record!]!']],
      ],
      i,
    ),
  }))
  const roots = drawn(seed, [
    ['records', ['[Record]', '[Record!]!', '[[Record]]']],
    ['record', ['Record', 'Record!']],
    ['talents', ['[Talent]', '[Talent!]']],
  ])
  const own = (kind: string) =>
    drawn(seed, [
      ['name', ['String', 'String!']],
      ['owner', ['Record', '[Record]', 'Talent']],
      ['twin', [kind, `[${kind}!]`, 'Record']],
    ])
  const library: TestSubgraph = {
    name: 'library',
    sdl: `type Query { ${lines(roots)} } interface Record @key(fields: "id") { id: ID! }
      ${kindNames.map((kind) => `type ${kind} implements Record @key(fields: "id") { id: ID! ${lines(own(kind))} }`).join('\n')}`,
    resolvers: {
      Query: resolversOf(roots, seed, 'Query'),
      Record: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id.split(':')[0], id }) },
      ...Object.fromEntries(
        kindNames.map((kind) => [
          kind,
          { __resolveReference: ({ id }: { id: string }) => ({ id }), ...resolversOf(own(kind), seed, kind) },
        ]),
      ),
    },
  }
  const lending = lenders.map(
    ({ roots, fields }, i): TestSubgraph => ({
      name: `lender${i}`,
      sdl: `type Query { ${lines(roots)} } type Record @key(fields: "id") @interfaceObject { id: ID! ${lines(fields)} } ${detail}`,
      resolvers: {
        Query: resolversOf(roots, seed, 'Query'),
        Record: { __resolveReference: ({ id }: { id: string }) => ({ id }), ...resolversOf(fields, seed, 'Record') },
        Detail: detailResolvers(seed),
      },
    }),
  )
  const lent = lenders.flatMap(({ fields }) => fields)
  const monolith = buildSchema(`type Query { ${lines([...roots, ...lenders.flatMap((lender) => lender.roots)])} }
    interface Record { id: ID! ${lines(lent)} } ${detail.replace('@shareable', '')}
    ${kindNames.map((kind) => `type ${kind} implements Record { id: ID! ${lines([...own(kind), ...lent])} }`).join('\n')}`)
  for (const type of Object.values(monolith.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (field.name === 'id') continue
      const owner = lent.some(({ name }) => name === field.name) ? 'Record' : type.name
      field.resolve =
        type.name === 'Detail'
          ? detailResolvers(seed)[field.name]
          : resolverOf(String(field.type), seed, owner, field.name)
    }
  }
  const subgraphs = [library, ...lending]
  return { subgraphs, supergraph: supergraphOf(subgraphs), monolith }
}

/** Fields of the given names, each of one of its types; a number keeps those of one subgraph apart. */
function drawn(
  seed: number,
  choices: readonly (readonly [string, readonly string[]])[],
  of?: number,
): readonly Field[] {
  return choices.map(([name, types]) => ({
    name: `${name}${of ?? ''}`,
    type: types[pick(types.length, seed, name, of ?? '', 'type')]!,
  }))
}

function lines(fields: readonly Field[]): string {
  return fields.map(({ name, type }) => `${name}${/^note\d/.test(name) ? '(n: Int)' : ''}: ${type}`).join(' ')
}

function resolversOf(fields: readonly Field[], seed: number, kind: string) {
  return Object.fromEntries(fields.map(({ name, type }) => [name, laterOf(type, seed, kind, name)]))
}
