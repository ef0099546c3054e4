import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { serveSubgraphs } from './served.ts'
import { ask, engineOf, supergraphOf, type TestSubgraph } from './three-libraries.ts'

const notice = { __typename: 'Notice', text: '征集技术需求' }

/** A province whose boards hold notices, as all do, and entries of a type that no other province knows. */
function province(name: string, own: string, entry: 'union' | 'interface', list = '[Entry!]!'): TestSubgraph {
  const entries = [{ __typename: own, id: `${name}:1`, place: '武汉' }, notice]
  const board = { entries: () => (list.startsWith('[[') ? [entries, [], [notice]] : entries) }
  const implementing = entry === 'interface' ? 'implements Entry' : ''
  return {
    name,
    sdl: `type Query { ${name}: Organization newest: ${list} @shareable }
      type Organization @key(fields: "id") { id: ID! board: Board @shareable }
      type Board { entries: ${list} @shareable }
      ${entry === 'union' ? `union Entry = Notice | ${own}` : 'interface Entry { text: String }'}
      type Notice ${implementing} @shareable { text: String }
      type ${own} ${implementing} @key(fields: "id") { id: ID! text: String place: String }`,
    resolvers: {
      Query: { [name]: () => ({ id: 'org:10486' }), newest: board.entries },
      Organization: { __resolveReference: ({ id }: { id: string }) => ({ id }), board: () => ({}) },
      Board: board,
      [own]: { text: ({ place }: { place: string }) => `在${place}举办` },
    },
  }
}

const ratings: TestSubgraph = {
  name: 'ratings',
  sdl: 'type Fair @key(fields: "id") { id: ID! stars: Int } type Visit @key(fields: "id") { id: ID! stars: Int }',
  resolvers: { Fair: { stars: () => 5 }, Visit: { stars: () => 4 } },
}

/** An engine on two such provinces, and whom it asks. */
function provinces(entry: 'union' | 'interface', list?: string) {
  const asked: string[] = []
  const engine = engineOf(
    [province('hubei', 'Fair', entry, list), province('liaoning', 'Visit', entry, list), ratings],
    {
      observe: { fetch: (subgraph) => void asked.push(subgraph) },
    },
  )
  return { engine, asked }
}

const everything = '... on Notice { text } ... on Fair { id place stars } ... on Visit { id place stars }'

describe.each(['union', 'interface'] as const)(
  'a type that one subgraph knows of the %s that several resolve',
  (entry) => {
    it('is asked of the one that gives it', async () => {
      const { engine, asked } = provinces(entry)
      expect(await ask(engine, '{ hubei { board { entries { ... on Fair { place } } } } }')).toEqual({
        data: { hubei: { board: { entries: [{ place: '武汉' }, {}] } } },
      })
      expect(asked).toEqual(['hubei'])
    })

    it('is not asked of one that does not know it, nor of others about the same objects', async () => {
      const { engine, asked } = provinces(entry)
      expect(await ask(engine, '{ hubei { board { entries { __typename ... on Visit { place } } } } }')).toEqual({
        data: { hubei: { board: { entries: [{ __typename: 'Fair' }, { __typename: 'Notice' }] } } },
      })
      expect(asked).toEqual(['hubei'])
    })

    it('is completed by others beside the types that all know, of each place for itself', async () => {
      const { engine } = provinces(entry)
      const asked = `board { entries { ${everything} } }`
      expect(await ask(engine, `{ hubei { ${asked} } liaoning { ${asked} } }`)).toEqual({
        data: {
          hubei: { board: { entries: [{ id: 'hubei:1', place: '武汉', stars: 5 }, { text: '征集技术需求' }] } },
          liaoning: { board: { entries: [{ id: 'liaoning:1', place: '武汉', stars: 4 }, { text: '征集技术需求' }] } },
        },
      })
    })

    it('is found in lists of lists', async () => {
      const { engine } = provinces(entry, '[[Entry!]!]!')
      expect(await ask(engine, `{ liaoning { board { entries { ${everything} } } } }`)).toEqual({
        data: {
          liaoning: {
            board: {
              entries: [
                [{ id: 'liaoning:1', place: '武汉', stars: 4 }, { text: '征集技术需求' }],
                [],
                [{ text: '征集技术需求' }],
              ],
            },
          },
        },
      })
    })

    it('comes from one subgraph where any could be asked, and is not mixed with what another gives', async () => {
      const { engine } = provinces(entry)
      const one = async (query: string) => (await ask(engine, query)).data.newest
      const whole = await one(`{ newest { ${everything} } }`)
      expect([
        [{ id: 'hubei:1', place: '武汉', stars: 5 }, { text: '征集技术需求' }],
        [{ id: 'liaoning:1', place: '武汉', stars: 4 }, { text: '征集技术需求' }],
      ]).toContainEqual(whole)
      expect(await one('{ newest { ... on Fair { id } } }')).toEqual([{ id: 'hubei:1' }, {}])
      expect(await one('{ newest { ... on Visit { id } } }')).toEqual([{ id: 'liaoning:1' }, {}])
    })
  },
)

it('asks, of a type that all know, who counts it among the members of the union', async () => {
  const lists = (name: string, members: string, own: string, entries: readonly object[]): TestSubgraph => ({
    name,
    sdl: `type Query { entries: [Entry] @shareable ${name}: [Entry] } union Entry = ${members}
      type Notice @shareable { text: String } type Fair @key(fields: "id") { id: ID! ${own}: String }`,
    resolvers: {
      Query: { entries: () => entries, [name]: () => entries },
      Fair: { [own]: ({ id }: { id: string }) => `${id} ${own}` },
    },
  })
  const engine = engineOf([
    lists('hubei', 'Notice', 'place', [notice]),
    lists('liaoning', 'Notice | Fair', 'date', [{ __typename: 'Fair', id: 'f1' }, notice]),
  ])
  const asked = '{ ... on Notice { text } ... on Fair { place date } }'
  expect(await ask(engine, `{ hubei ${asked} entries ${asked} }`)).toEqual({
    data: {
      hubei: [{ text: '征集技术需求' }],
      entries: [{ place: 'f1 place', date: 'f1 date' }, { text: '征集技术需求' }],
    },
  })
})

it('asks about each type of what holds such entries what its own subgraph knows', async () => {
  const sdl = (own: string, more: string) => `union Entry = Notice | ${own} type Notice @shareable { text: String }
    type ${own} { place: String } ${more}`
  const entriesOf = (own: string) => ({ entries: () => [{ __typename: own, place: '武汉' }, notice] })
  const engine = engineOf([
    {
      name: 'hubei',
      sdl: sdl(
        'Fair',
        `type Query { holders: [Holder] } interface Holder { id: ID! }
        type Library implements Holder @key(fields: "id") { id: ID! entries: [Entry] }
        type Agency implements Holder @key(fields: "id") { id: ID! }`,
      ),
      resolvers: {
        Query: {
          holders: () => [
            { __typename: 'Library', id: 'l1' },
            { __typename: 'Agency', id: 'a1' },
          ],
        },
        Library: entriesOf('Fair'),
      },
    },
    {
      name: 'liaoning',
      sdl: sdl('Visit', 'type Agency @key(fields: "id") { id: ID! entries: [Entry] }'),
      resolvers: { Agency: entriesOf('Visit') },
    },
  ])
  const asked = 'entries { ... on Fair { fair: place } ... on Visit { visit: place } }'
  expect(await ask(engine, `{ holders { ... on Library { ${asked} } ... on Agency { ${asked} } } }`)).toEqual({
    data: { holders: [{ entries: [{ fair: '武汉' }, {}] }, { entries: [{ visit: '武汉' }, {}] }] },
  })
})

describe.each(['union Media = Book | Song', 'interface Media { title: String }'])(
  'what one subgraph declares more narrowly, of a %s',
  (media) => {
    const implementing = media.startsWith('interface') ? 'implements Media' : ''
    const book = { item: () => ({ __typename: 'Book', title: '水稻育种' }) }
    const narrow: TestSubgraph = {
      name: 'books',
      sdl: `type Query { item: Book @shareable } ${media}
        type Book ${implementing} @shareable { title: String } type Song ${implementing} @shareable { title: String }`,
      resolvers: { Query: book },
    }
    const wide = (other: string): TestSubgraph => ({
      name: 'media',
      sdl: `type Query { item: Media @shareable } ${media.replace('Song', other)}
        type Book ${implementing} @shareable { title: String } type ${other} ${implementing} @shareable { title: String }`,
      resolvers: { Query: book },
    })

    it.each(['Song', 'Movie'])('is not asked about other types, where the other also knows %s', async (other) => {
      const server = await serveSubgraphs([narrow, wide(other)])
      // As Apollo composes it; ours takes the narrower type for both.
      const supergraph = supergraphOf([narrow, wide(other)]).replace(
        'item: Book',
        'item: Media @join__field(graph: BOOKS, type: "Book") @join__field(graph: MEDIA, type: "Media")',
      )
      const engine = createEngine({ supergraph, transport: server.transport })
      const data = (item: object) => ({ data: { item } })
      expect(await ask(engine, '{ item { ... on Book { title } ... on Song { title } } }')).toEqual(
        data({ title: '水稻育种' }),
      )
      expect(await ask(engine, '{ item { __typename ... on Song { title } } }')).toEqual(data({ __typename: 'Book' }))
      expect(await ask(engine, '{ item { ... on Song { title } } }')).toEqual(data({}))
      await engine.close()
      await server.close()
    })
  },
)
