import { describe, expect, it } from 'vitest'
import type { Prepared } from '../../../gateway/engine/engine.ts'
import { ask, engineOf, newContext, type TestSubgraph } from './three-libraries.ts'

const records = [
  { __typename: 'Talent', id: 't1' },
  { __typename: 'Patent', id: 'p1' },
  { __typename: 'Demand', id: 'd1' },
]

const library: TestSubgraph = {
  name: 'library',
  sdl: `type Query { records: [Record] } interface Record @key(fields: "id") { id: ID! }
    type Talent implements Record @key(fields: "id") { id: ID! }
    type Patent implements Record @key(fields: "id") { id: ID! }
    type Demand implements Record @key(fields: "id") { id: ID! }`,
  resolvers: { Query: { records: () => records } },
}

const notes = {
  name: 'notes',
  sdl: `type Record @key(fields: "id") @interfaceObject { id: ID! note(from: Int): String by: Person } type Person { name: String }`,
  resolvers: {
    Record: {
      note: ({ id }: { id: string }, { from }: { from?: number }) => `${id} 的备注${from ?? ''}`,
      by: ({ id }: { id: string }) => ({ name: `${id} 的记录人` }),
    },
  },
}

const engine = engineOf([library, notes])

it('asks an interface object about every type, also where fragments ask it more about some', async () => {
  expect(await ask(engine, '{ records { note ... on Talent { again: note } ... on Patent { by { name } } } }')).toEqual(
    {
      data: {
        records: [
          { note: 't1 的备注', again: 't1 的备注' },
          { note: 'p1 的备注', by: { name: 'p1 的记录人' } },
          { note: 'd1 的备注' },
        ],
      },
    },
  )
  expect(
    await ask(engine, '{ records { by { name } ... on Talent { note } ... on Patent { by { who: name } } } }'),
  ).toEqual({
    data: {
      records: [
        { by: { name: 't1 的记录人' }, note: 't1 的备注' },
        { by: { name: 'p1 的记录人', who: 'p1 的记录人' } },
        { by: { name: 'd1 的记录人' } },
      ],
    },
  })
})

it('asks no type for what only a fragment on another asks, where a failure would take the rest with it', async () => {
  const strict = {
    ...notes,
    sdl: `type Record @key(fields: "id") @interfaceObject { id: ID! note: String seal: String! }`,
    resolvers: {
      Record: {
        note: ({ id }: { id: string }) => `${id} 的备注`,
        seal: ({ id }: { id: string }) => (id === 'p1' ? '已盖章' : null),
      },
    },
  }
  expect(await ask(engineOf([library, strict]), '{ records { note ... on Patent { seal } } }')).toEqual({
    data: { records: [{ note: 't1 的备注' }, { note: 'p1 的备注', seal: '已盖章' }, { note: 'd1 的备注' }] },
  })
})

it('asks each type only what was asked of it, where a failure would take what was with it', async () => {
  const strict = {
    ...notes,
    sdl: `type Record @key(fields: "id") @interfaceObject { id: ID! note(from: Int): String seal: String! by: Person }
      type Person { name: String rank: String! }`,
    resolvers: {
      Record: {
        note: ({ id }: { id: string }, { from }: { from?: number }) => `${id} 的备注${from ?? ''}`,
        seal: ({ id }: { id: string }) => (id === 'p1' ? '已盖章' : null),
        by: ({ id }: { id: string }) => ({ name: `${id} 的记录人`, rank: id === 'd1' ? '高级' : null }),
      },
    },
  }
  const engine = engineOf([library, strict])
  const query = `query ($from: Int) { records { ...Asked } again: records { ...Asked } }
    fragment Asked on Record { ... on Talent { note(from: $from) } ... on Patent { seal } }`
  const asked = [{ note: 't1 的备注3' }, { seal: '已盖章' }, {}]
  expect(await ask(engine, query, { from: 3 })).toEqual({ data: { records: asked, again: asked } })
  expect(
    await ask(
      engine,
      '{ records { note ... on Talent { by { name } } ... on Patent { seal } ... on Demand { by { rank } } } }',
    ),
  ).toEqual({
    data: {
      records: [
        { note: 't1 的备注', by: { name: 't1 的记录人' } },
        { note: 'p1 的备注', seal: '已盖章' },
        { note: 'd1 的备注', by: { rank: '高级' } },
      ],
    },
  })
})

it('asks about every type where one fragment beside it asks several things', async () => {
  const marking = {
    ...notes,
    sdl: `type Record @key(fields: "id") @interfaceObject { id: ID! note(from: Int): String seal: String mark: String by: Person }
      type Person { name: String }`,
    resolvers: {
      Record: { ...notes.resolvers.Record, seal: () => '已盖章', mark: ({ id }: { id: string }) => `${id} 的标记` },
    },
  }
  const query = '{ records { it: mark ... on Patent { seal note(from: 1) by { name name } } note(from: 1) } }'
  expect(await ask(engineOf([library, marking]), query)).toEqual({
    data: {
      records: [
        { it: 't1 的标记', note: 't1 的备注1' },
        { it: 'p1 的标记', seal: '已盖章', note: 'p1 的备注1', by: { name: 'p1 的记录人' } },
        { it: 'd1 的标记', note: 'd1 的备注1' },
      ],
    },
  })
})

it('asks about each type of what an interface object lists, though several are asked about', async () => {
  const listing = {
    ...notes,
    sdl: `type Query { noted: [Record] } ${notes.sdl}`,
    resolvers: { ...notes.resolvers, Query: { noted: () => records.map(({ id }) => ({ id })) } },
  }
  const typing = {
    ...library,
    resolvers: {
      ...library.resolvers,
      Record: { __resolveReference: ({ id }: { id: string }) => records.find((it) => it.id === id) },
    },
  }
  const query = '{ noted { ... on Talent { note } ... on Patent { by { name } } ... on Demand { id note } } }'
  expect(await ask(engineOf([typing, listing]), query)).toEqual({
    data: {
      noted: [{ note: 't1 的备注' }, { by: { name: 'p1 的记录人' } }, { id: 'd1', note: 'd1 的备注' }],
    },
  })
})

describe('what only one type has, of what an interface object gives', () => {
  const titles: Record<string, string> = { t1: '教授', t2: '研究员' }
  const naming: TestSubgraph = {
    name: 'library',
    sdl: `type Query { records: [Record] } interface Record @key(fields: "id") { id: ID! }
      type Talent implements Record @key(fields: "id") { id: ID! title: String advises: [Record] }
      type Patent implements Record @key(fields: "id") { id: ID! title: String number: String }`,
    resolvers: {
      Query: { records: () => [] },
      Record: {
        __resolveReference: ({ id }: { id: string }) => ({ __typename: id.startsWith('t') ? 'Talent' : 'Patent', id }),
      },
      Talent: {
        title: ({ id }: { id: string }) => titles[id],
        advises: () => [{ __typename: 'Patent', id: 'p1' }],
      },
      Patent: { number: ({ id }: { id: string }) => `${id}/2020` },
    },
  }
  // By name before the library, where the planner left to itself finds no way.
  const noting: TestSubgraph = {
    name: 'annotations',
    sdl: `type Query { noted(first: Int): [Record] } type Record @key(fields: "id") @interfaceObject { id: ID! note: String next: Record }`,
    resolvers: {
      Query: {
        noted: (_: unknown, { first }: { first?: number }) => ['t1', 'p1', 't2'].slice(0, first).map((id) => ({ id })),
      },
      Record: {
        note: ({ id }: { id: string }) => `${id} 的备注`,
        next: ({ id }: { id: string }) => (id === 't1' ? { id: 'p2' } : null),
      },
    },
  }
  const engine = engineOf([naming, noting])

  it('is asked of who knows that type', async () => {
    const query = 'query ($n: Int) { noted(first: $n) { note ... on Talent { title } ... on Patent { no: number } } }'
    expect(await ask(engine, query, { n: 2 })).toEqual({
      data: {
        noted: [
          { note: 't1 的备注', title: '教授' },
          { note: 'p1 的备注', no: 'p1/2020' },
        ],
      },
    })
  })

  it('is asked below it again, wherever an interface object gives more', async () => {
    const query = `{ noted { ... on Talent { title next { ... on Patent { number note } } ...Advising } } }
      fragment Advising on Talent { advises { note ... on Patent { number next { ... on Talent { title } } } } }`
    const advises = [{ note: 'p1 的备注', number: 'p1/2020', next: null }]
    expect(await ask(engine, query)).toEqual({
      data: {
        noted: [
          { title: '教授', next: { number: 'p2/2020', note: 'p2 的备注' }, advises },
          {},
          { title: '研究员', next: null, advises },
        ],
      },
    })
  })

  it('is asked after each change of a mutation, and for each event of a subscription', async () => {
    const changing: TestSubgraph = {
      ...noting,
      sdl: `${noting.sdl} type Mutation { note(id: ID!): Record } type Subscription { noted: Record }`,
      resolvers: {
        ...noting.resolvers,
        Mutation: { note: (_: unknown, { id }: { id: string }) => ({ id }) },
        Subscription: {
          noted: {
            async *subscribe() {
              yield { noted: { id: 't1' } }
              yield { noted: { id: 'p1' } }
            },
          },
        },
      },
    }
    const engine = engineOf([naming, changing])
    const asked = '{ note ... on Talent { title } ... on Patent { number } }'
    const told = [
      { note: 't1 的备注', title: '教授' },
      { note: 'p1 的备注', number: 'p1/2020' },
    ]
    expect(await ask(engine, `mutation { a: note(id: "t1") ${asked} b: note(id: "p1") ${asked} }`)).toEqual({
      data: { a: told[0], b: told[1] },
    })
    const prepared = engine.prepare(`subscription { noted ${asked} }`) as Prepared
    const events: unknown[] = []
    for await (const event of (await prepared.subscribe({}, newContext())) as AsyncIterable<unknown>) events.push(event)
    expect(JSON.parse(JSON.stringify(events))).toEqual(told.map((noted) => ({ data: { noted } })))
  })

  it('fails by itself, with the path of its own', async () => {
    const failing = {
      ...naming,
      resolvers: { ...naming.resolvers, Talent: { title: () => Promise.reject(new Error('读不出来')) } },
    }
    const { data, errors } = await ask(
      engineOf([failing, noting]),
      '{ noted(first: 2) { note ... on Talent { title } } }',
    )
    expect({ data, paths: errors.map(({ path }: { path: unknown }) => path) }).toEqual({
      data: { noted: [{ note: 't1 的备注', title: null }, { note: 'p1 的备注' }] },
      paths: [['noted', 0, 'title']],
    })
  })
})

it('is refused plainly where two subgraphs are interface objects to each other, and the planner finds but one way', async () => {
  const knowing = (name: string, own: string, lent: string): TestSubgraph => ({
    name,
    sdl: `type Query { all${lent}: [${lent}] } type ${lent} @key(fields: "id") @interfaceObject { id: ID! note${lent}: String }
      interface ${own} @key(fields: "id") { id: ID! }
      type ${own}1 implements ${own} @key(fields: "id") { id: ID! title: String }
      type ${own}2 implements ${own} @key(fields: "id") { id: ID! title: String }`,
    resolvers: {
      Query: { [`all${lent}`]: () => [{ id: '1' }] },
      [own]: { __resolveReference: ({ id }: { id: string }) => ({ __typename: `${own}1`, id }) },
      [`${own}1`]: { title: () => '题目' },
      [lent]: { [`note${lent}`]: () => '备注' },
    },
  })
  const engine = engineOf([knowing('one', 'Paper', 'Award'), knowing('other', 'Award', 'Paper')])
  const answers = await Promise.all(
    ['Award', 'Paper'].map((lent) => ask(engine, `{ all${lent} { note${lent} ... on ${lent}1 { title } } }`)),
  )
  const codes = answers.map(({ errors }) => errors?.[0].extensions.code ?? 'answered')
  expect(codes.sort()).toEqual(['NOT_SUPPORTED', 'answered'])
})

it('asks a type also what another subgraph requires of it, though only another type was asked', async () => {
  const sealed = {
    ...notes,
    sdl: `type Record @key(fields: "id") @interfaceObject { id: ID! note: String seal: String }`,
    resolvers: {
      Record: {
        note: ({ id }: { id: string }) => `${id} 的备注`,
        seal: ({ id }: { id: string }) => `${id} 的章`,
      },
    },
  }
  const archive = {
    name: 'archive',
    sdl: `type Talent @key(fields: "id") { id: ID! seal: String @external file: String @requires(fields: "seal") }`,
    resolvers: { Talent: { file: ({ seal }: { seal?: string }) => `盖有${seal}的档案` } },
  }
  expect(
    await ask(
      engineOf([library, sealed, archive]),
      '{ records { ... on Talent { note file } ... on Patent { seal } } }',
    ),
  ).toEqual({ data: { records: [{ note: 't1 的备注', file: '盖有t1 的章的档案' }, { seal: 'p1 的章' }, {}] } })
})

it('asks an interface object for each type what was asked of that type, though under one key', async () => {
  const query = `{ records { ... on Talent { it: note(from: 1) } ... on Patent { it: note(from: 2) } ...Rest } }
    fragment Rest on Demand { it: note by { it: name } }`
  expect(await ask(engine, query)).toEqual({
    data: {
      records: [{ it: 't1 的备注1' }, { it: 'p1 的备注2' }, { it: 'd1 的备注', by: { it: 'd1 的记录人' } }],
    },
  })
})

it('tells an error under such a key by the name the client gave it', async () => {
  const failing = { ...notes, resolvers: { Record: { note: () => Promise.reject(new Error('读不出来')) } } }
  const query = '{ records { ... on Talent { it: note(from: 1) } ... on Patent { it: note(from: 2) } } }'
  const { errors } = await ask(engineOf([library, failing]), query)
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['records', 0, 'it'],
    ['records', 1, 'it'],
  ])
})
