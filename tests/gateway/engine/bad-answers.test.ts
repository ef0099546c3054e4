import { describe, expect, it } from 'vitest'
import type { SubgraphAnswer, Transport } from '../../../gateway/engine/engine.ts'
import { achievement, ask, engineOf, organization, talent } from './three-libraries.ts'

const three = [talent, organization, achievement]
const query = '{ talents { name organization { id name city } } }'

/** What clients get when the organization subgraph answers like this. */
async function whenOrganizationAnswers(answer: unknown) {
  const transport: Transport = { fetch: async () => answer as SubgraphAnswer }
  return ask(engineOf(three, { replace: { organization: transport } }), query)
}

describe('a subgraph that answers badly', () => {
  it('costs its own fields, each with its path, its code and its name', async () => {
    const answer = { errors: [{ message: '连接超时', extensions: { code: 'DEADLINE_EXCEEDED' } }] }
    // Organization.name is non-null, so the organization falls with it.
    expect(await whenOrganizationAnswers(answer)).toEqual({
      data: {
        talents: [
          { name: '欧阳明', organization: null },
          { name: '李慧', organization: null },
          { name: '孙洁', organization: null },
        ],
      },
      errors: [0, 1, 2].map((i) => ({
        message: '连接超时',
        path: ['talents', i, 'organization', 'name'],
        extensions: { code: 'DEADLINE_EXCEEDED', serviceName: 'organization' },
      })),
    })
  })

  it('has its errors told at every place its entity stands, and nothing of its inside', async () => {
    const result = await whenOrganizationAnswers({
      data: {
        _entities: [
          { name: '武汉大学', city: null },
          { name: '华中科技大学', city: '武汉' },
        ],
      },
      errors: [
        {
          message: '城市读不出来',
          path: ['_entities', 0, 'city'],
          extensions: {
            code: 'DB',
            retry: { after: 3 },
            stacktrace: ['at /srv/app.js:1'],
            exception: {},
            url: 'http://10.0.0.7',
            upstream: { host: '10.0.0.7', port: 5432 },
            cause: 'Error: 读不出来\n    at load (/srv/app.js:1:2)',
            body: '城'.repeat(3_000),
          },
        },
      ],
    })
    expect(result.errors).toEqual(
      [0, 2].map((i) => ({
        message: '城市读不出来',
        path: ['talents', i, 'organization', 'city'],
        extensions: { code: 'DB', retry: { after: 3 }, serviceName: 'organization' },
      })),
    )
    expect(result.data.talents[1].organization).toEqual({ id: 'org:10487', name: '华中科技大学', city: '武汉' })
  })

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no data', { data: null }],
    ['text for data', { data: '<html>502</html>' }],
    ['a list for data', { data: [] }],
    ['errors that are no list', { errors: 'boom' }],
    ['errors that are no objects', { errors: [7] }],
    ['no entities', { data: {} }],
    ['entities that are null', { data: { _entities: null } }],
    ['an object for entities', { data: { _entities: { 0: {} } } }],
    ['one entity where a list belongs', { data: { _entities: { name: '冒名', city: '冒名' } } }],
    ['too few entities', { data: { _entities: [] } }],
    ['entities that are text', { data: { _entities: ['a', 'b'] } }],
    ['entities that are lists', { data: { _entities: [[], []] } }],
    ['an entity unknown to it', { data: { _entities: [null, null] } }],
    ['entities without fields', { data: { _entities: [{}, {}] } }],
    ['a name that is no text', { data: { _entities: [{ name: 7 }, { name: {} }] } }],
    ['a null where none may be', { data: { _entities: [{ name: null }, { name: null }] } }],
    [
      'paths that lead nowhere',
      { data: { _entities: null }, errors: [{ message: '坏', path: ['_entities', 9, 'x'] }] },
    ],
    [
      'a path through __proto__',
      { data: { _entities: [{}, {}] }, errors: [{ message: '坏', path: ['__proto__', 'x'] }] },
    ],
  ])('answering %s leaves a whole answer that names it', async (_, answer) => {
    const result = await whenOrganizationAnswers(answer)
    expect(result.data).toEqual({
      talents: [
        { name: '欧阳明', organization: null },
        { name: '李慧', organization: null },
        { name: '孙洁', organization: null },
      ],
    })
    const told = result.errors.filter((error: { path?: unknown }) => error.path)
    expect(
      told.map(({ path, extensions }: never) => ({ path, name: (extensions as { serviceName: string }).serviceName })),
    ).toEqual([0, 1, 2].map((i) => ({ path: ['talents', i, 'organization', 'name'], name: 'organization' })))
  })

  it.each([{}, { _entities: null }, { _entities: { city: '冒名' } }, { _entities: '冒名' }])(
    'that gives no list of entities is named for fields that may be null too: %j',
    async (data) => {
      const organization: Transport = { fetch: async () => ({ data }) }
      const query = '{ talents { organization { city } } }'
      const { errors } = await ask(engineOf(three, { replace: { organization } }), query)
      expect(errors[0]).toEqual({
        message: '一个数据来源的应答格式不正确。',
        path: ['talents', 0, 'organization', 'city'],
        extensions: { code: 'SUBGRAPH_BAD_ANSWER', serviceName: 'organization' },
      })
    },
  )

  it('that leaves out a field it was asked for is named, though the field may be null', async () => {
    const organization: Transport = {
      fetch: async () => ({ data: { _entities: [{ name: '武汉大学' }, { city: null }] } }),
    }
    const query = '{ talents { organization { city } } }'
    const { data, errors } = await ask(engineOf(three, { replace: { organization } }), query)
    expect(data.talents.map(({ organization }: { organization: unknown }) => organization)).toEqual([
      { city: null },
      { city: null },
      { city: null },
    ])
    expect(errors.map(({ path }: { path: unknown }) => path)).toEqual(
      [0, 2].map((i) => ['talents', i, 'organization', 'city']),
    )
    expect(errors[0]).toMatchObject({
      message: '一个数据来源的应答格式不正确。Organization.city 没有给出。',
      extensions: { code: 'SUBGRAPH_BAD_ANSWER', serviceName: 'organization' },
    })
  })

  it('is forgiven more than was asked for', async () => {
    const entity = (name: string) => ({ name, city: '武汉', rector: '某某', __proto__: undefined })
    const entities = [entity('武汉大学'), entity('华中科技大学'), entity('没有问过的大学')]
    const result = await whenOrganizationAnswers({ data: { _entities: entities, extra: 1 } })
    expect(result).toEqual({
      data: {
        talents: [
          { name: '欧阳明', organization: { id: 'org:10486', name: '武汉大学', city: '武汉' } },
          { name: '李慧', organization: { id: 'org:10487', name: '华中科技大学', city: '武汉' } },
          { name: '孙洁', organization: { id: 'org:10486', name: '武汉大学', city: '武汉' } },
        ],
      },
    })
  })

  it('that answers another question, as an impostor would, is named', async () => {
    const impostor: Transport = { fetch: async () => ({ data: { libraries: '冒名', _entities: [{ id: 'x' }] } }) }
    expect(await ask(engineOf(three, { replace: { talent: impostor } }), '{ talents { name } }')).toEqual({
      data: null,
      errors: [
        {
          message: '一个数据来源的应答格式不正确。',
          path: ['talents'],
          extensions: { code: 'SUBGRAPH_BAD_ANSWER', serviceName: 'talent' },
        },
      ],
    })
  })

  it.each([
    'connect ECONNREFUSED 10.0.0.7:5432',
    'getaddrinfo ENOTFOUND db.library',
    'request to http://organization:4000/graphql failed',
    'boom\n    at resolve (/srv/app/resolvers.js:12:7)',
    'boom'.repeat(1_000),
  ])('has what its message tells of its inside withheld: %.40s', async (message) => {
    const { errors } = await whenOrganizationAnswers({ data: null, errors: [{ message }] })
    expect(errors[0]).toMatchObject({ message: '一个数据来源出错。', extensions: { serviceName: 'organization' } })
  })

  it.each(['姓名读不出来，例如 1.2 版', '用法见 https://help.example.cn/names', 'Not found: /talents/7'])(
    'has what its message tells the client passed on: %s',
    async (message) => {
      const { errors } = await whenOrganizationAnswers({ data: null, errors: [{ message }] })
      expect(errors[0].message).toBe(message)
    },
  )

  it('may even throw', async () => {
    const thrown: Transport = { fetch: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')) }
    const { errors } = await ask(
      engineOf(three, { replace: { organization: thrown } }),
      '{ talents { organization { city } } }',
    )
    expect(errors[0]).toEqual({
      message: '一个数据来源没有应答。',
      path: ['talents', 0, 'organization', 'city'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'organization' },
    })
  })

  it('cannot reach the prototype of every object', async () => {
    const poisoned = JSON.parse(
      '{"_entities":[{"name":"武汉大学","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]}',
    )
    await whenOrganizationAnswers({ data: poisoned })
    await whenOrganizationAnswers({
      data: poisoned,
      errors: [{ message: '坏', path: ['_entities', 0, '__proto__', 'polluted'] }],
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('with the same fault in every row is told of a hundred times', async () => {
    const rows: Transport = {
      fetch: async () => ({
        data: {
          talents: Array.from({ length: 5_000 }, () => ({ organization: { __typename: 'Organization', id: 'o' } })),
        },
      }),
    }
    const wrong: Transport = { fetch: async () => ({ data: { _entities: [{ city: {} }] } }) }
    const engine = engineOf(three, { replace: { talent: rows, organization: wrong } })
    const { data, errors } = await ask(engine, '{ talents { organization { city } } }')
    expect({ rows: data.talents.length, told: errors.length, last: errors.at(-1) }).toEqual({
      rows: 5_000,
      told: 100,
      last: {
        message: '一个数据来源的应答格式不正确。Organization.city 应为 String。',
        path: ['talents', 99, 'organization', 'city'],
        extensions: { code: 'SUBGRAPH_BAD_ANSWER', serviceName: 'organization' },
      },
    })
  })

  it('gets no lists where objects belong, nor the reverse, into an answer', async () => {
    const wrong: Transport = {
      fetch: async () => ({ data: { talents: { name: '欧阳明' }, talent: [{ name: '李慧' }] } }),
    }
    const engine = engineOf(three, { replace: { talent: wrong } })
    expect(await ask(engine, '{ talent(id: "x") { name } }')).toEqual({
      data: { talent: null },
      errors: [
        {
          message: '一个数据来源的应答格式不正确。Query.talent 应为对象。',
          path: ['talent'],
          extensions: { code: 'SUBGRAPH_BAD_ANSWER', serviceName: 'talent' },
        },
      ],
    })
    expect((await ask(engine, '{ talents { name } }')).data).toBeNull()
  })

  it('withholds what another subgraph needed of it, and is named for that', async () => {
    const silent: Transport = {
      fetch: async () => ({
        data: { talents: [{ __typename: 'Talent', id: 'hb-edu-talent:1', name: null }] },
        errors: [{ message: '姓名读不出来', path: ['talents', 0, 'name'] }],
      }),
    }
    expect(await ask(engineOf(three, { replace: { talent: silent } }), '{ talents { id byline } }')).toEqual({
      data: { talents: [{ id: 'hb-edu-talent:1', byline: null }] },
      errors: [
        {
          message: '姓名读不出来',
          path: ['talents', 0, 'byline'],
          extensions: { code: 'SUBGRAPH_ERROR', serviceName: 'talent' },
        },
      ],
    })
  })
})
