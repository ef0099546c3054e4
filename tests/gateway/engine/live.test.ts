import { setTimeout as pause } from 'node:timers/promises'
import type { ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Prepared } from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { ask, engineOf, newContext, schemaOf, type TestSubgraph } from './three-libraries.ts'

const demand: TestSubgraph = {
  name: 'demand',
  sdl: `type Query { demand: Demand } type Demand @key(fields: "id") { id: ID! }
    type Mutation { open(id: ID!): Demand close(id: ID!): Demand }
    type Subscription { changed: Demand }`,
  resolvers: {
    Query: { demand: () => ({ id: 'hb-std-demand:1' }) },
    Mutation: {
      open: (_: unknown, { id }: { id: string }) => states.set(id, '进行中') && { id },
      close: (_: unknown, { id }: { id: string }) => states.set(id, '已结束') && { id },
    },
    Subscription: {
      changed: {
        async *subscribe() {
          for (const n of [1, 2, 3]) yield { changed: { id: `hb-std-demand:${n}` } }
        },
      },
    },
  },
}

const states = new Map<string, string>()

const status: TestSubgraph = {
  name: 'status',
  sdl: `type Demand @key(fields: "id") { id: ID! status: String }
    type Mutation { note(id: ID!): Demand }`,
  resolvers: {
    Mutation: { note: (_: unknown, { id }: { id: string }) => ({ id }) },
    Demand: {
      status: async ({ id }: { id: string }) => {
        await pause(5)
        if (id === 'hb-std-demand:2') throw new Error('状态读不出来')
        return states.get(id) ?? '未开始'
      },
    },
  },
}

async function eventsOf(prepared: Prepared): Promise<ExecutionResult[]> {
  const answer = await prepared.subscribe({}, newContext())
  if (!(Symbol.asyncIterator in answer)) return [answer]
  const events: ExecutionResult[] = []
  for await (const event of answer) events.push(JSON.parse(JSON.stringify(event)))
  return events
}

describe('what changes', () => {
  it('changes in the order the client wrote, each field complete before the next begins', async () => {
    const engine = engineOf([demand, status])
    const query =
      'mutation { a: open(id: "hb-std-demand:9") { status } b: close(id: "hb-std-demand:9") { status } note(id: "hb-std-demand:9") { id status } }'
    expect(await ask(engine, query)).toEqual({
      data: { a: { status: '进行中' }, b: { status: '已结束' }, note: { id: 'hb-std-demand:9', status: '已结束' } },
    })
  })

  it('is not waited for beyond the deadline of the request, nor after the client has left', async () => {
    const never = {
      ...status,
      resolvers: { ...status.resolvers, Demand: { status: () => new Promise(() => undefined) } },
    }
    const prepared = engineOf([demand, never]).prepare('{ demand { id status } }') as Prepared
    const late = {
      data: { demand: { id: 'hb-std-demand:1', status: null } },
      errors: [
        {
          message: '查询超过了时限。',
          path: ['demand', 'status'],
          extensions: { code: 'DEADLINE_EXCEEDED', serviceName: 'status' },
        },
      ],
    }
    const result = await prepared.execute({}, { ...newContext(), deadline: Date.now() + 40 })
    expect(JSON.parse(JSON.stringify(result))).toEqual(late)
    const leaving = new AbortController()
    const left = prepared.execute({}, { ...newContext(), signal: leaving.signal })
    leaving.abort()
    expect(JSON.parse(JSON.stringify(await left)).data.demand.status).toBeNull()
  })

  it('may be counted late: rows carry methods and promises', async () => {
    const row = {
      id: 'hb-std-demand:1',
      total: () => 3,
      title: Promise.resolve('求购激光熔覆设备'),
      next: async () => ({ id: '2' }),
    }
    const engine = engineOf([
      {
        name: 'demand',
        sdl: 'type Query { demand: Demand } type Demand { id: ID! total: Int title: String next: Demand }',
        resolvers: { Query: { demand: () => row } },
      },
    ])
    expect(await ask(engine, '{ demand { id total title next { id } } }')).toEqual({
      data: { demand: { id: 'hb-std-demand:1', total: 3, title: '求购激光熔覆设备', next: { id: '2' } } },
    })
  })

  it('is told event by event, each completed by the other subgraphs, an error in one ending nothing', async () => {
    const engine = engineOf([demand, status])
    const prepared = engine.prepare('subscription { changed { id status } }') as Prepared
    expect(await eventsOf(prepared)).toEqual([
      { data: { changed: { id: 'hb-std-demand:1', status: '未开始' } } },
      {
        data: { changed: { id: 'hb-std-demand:2', status: null } },
        errors: [
          {
            message: '状态读不出来',
            path: ['changed', 'status'],
            extensions: { code: 'SUBGRAPH_ERROR', serviceName: 'status' },
          },
        ],
      },
      { data: { changed: { id: 'hb-std-demand:3', status: '未开始' } } },
    ])
  })

  it('is refused where nobody can tell of it', () => {
    const engine = engineOf([demand, status], { replace: { demand: { fetch: async () => ({}) } } })
    expect(engine.prepare('subscription { changed { id } }')).toEqual({
      errors: [expect.objectContaining({ message: '数据来源 demand 不支持订阅。' })],
    })
  })

  it('is read by fresh loaders after a mutation, and by the same ones until then', async () => {
    let made = 0
    const own = (subgraph: TestSubgraph) =>
      inProcessTransport({ schema: schemaOf(subgraph), contextFor: () => ({ loaders: ++made }) })
    const engine = engineOf([demand, status], {
      replace: { demand: own(demand), status: { fetch: async () => ({ data: {} }) } },
    })
    await ask(engine, '{ demand { id } again: demand { id } }')
    expect(made).toBe(1)
    await ask(engine, 'mutation { open(id: "1") { id status } close(id: "1") { id status } }')
    expect(made).toBe(3)
  })
})

describe('the public schema', () => {
  it('tells every deprecation, specification and oneOf, in the forms of 2021 and 2025', async () => {
    const engine = engineOf([
      {
        name: 'patent',
        sdl: `scalar PartialDate @specifiedBy(url: "https://example.org/partial-date")
          input By @oneOf { number: String id: ID @deprecated(reason: "用 number") }
          type Query { patent(by: By, ipc: String @deprecated(reason: "用 by")): PartialDate @deprecated(reason: "停用") }`,
        resolvers: {},
      },
    ])
    const query = `{
      query: __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated deprecationReason
        args(includeDeprecated: true) { name deprecationReason } } }
      by: __type(name: "By") { isOneOf inputFields(includeDeprecated: true) { name deprecationReason } }
      date: __type(name: "PartialDate") { specifiedByURL }
      __schema { directives { name isRepeatable args(includeDeprecated: true) { name } } }
    }`
    const { data } = await ask(engine, query)
    expect({ ...data, __schema: undefined }).toEqual({
      query: {
        fields: [
          {
            name: 'patent',
            isDeprecated: true,
            deprecationReason: '停用',
            args: [
              { name: 'by', deprecationReason: null },
              { name: 'ipc', deprecationReason: '用 by' },
            ],
          },
        ],
      },
      by: {
        isOneOf: true,
        inputFields: [
          { name: 'number', deprecationReason: null },
          { name: 'id', deprecationReason: '用 number' },
        ],
      },
      date: { specifiedByURL: 'https://example.org/partial-date' },
    })
    const directives = data.__schema.directives.map(({ name }: { name: string }) => name).sort()
    expect(directives).toEqual(['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy'])
  })
})
