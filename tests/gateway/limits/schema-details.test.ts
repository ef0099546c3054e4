import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, it } from 'vitest'
import { asRole, post, startMonolith } from '../monolith.ts'

const open = await startMonolith({}, { viewer: asRole })
const closed = await startMonolith({ NODE_ENV: 'production' }, { viewer: asRole })
afterAll(() => Promise.all([open.close(), closed.close()]))

/** What a dictionary attack on the schema sends: near misses, every rule of validation, variables of wrong types. */
const probes: readonly { readonly query: string; readonly variables?: Record<string, unknown> }[] = [
  { query: '{ talnt { id } }' },
  { query: '{ talnt { id } talen { id } salary }' },
  { query: '{ talent }' },
  { query: '{ talent(id: 1) }' },
  { query: '{ talent { id } }' },
  { query: '{ talent(idd: 1) { id } }' },
  { query: '{ talent(id: {}) { id } }' },
  { query: '{ talent(id: 1) { id { x } } }' },
  { query: '{ talents(first: "x") { id } }' },
  { query: '{ talents(first: VICE) { kind } }' },
  { query: '{ ... on Talnt { id } }' },
  { query: '{ ... on Mutation { id } }' },
  { query: 'query ($a: Talnt) { talents { id } }' },
  { query: 'query ($a: Talent) { talents(first: $a) { id } }' },
  { query: 'query ($a: TalentKind!) { talent(id: $a) { id } }' },
  { query: '{ talents @skip { id } }' },
  { query: '{ talents @skp(if: true) { id } }' },
  { query: '{ talents { id: name id } }' },
  { query: 'query ($a: Int!) { talents(first: $a) { id } }', variables: { a: 'SECRETVALUE' } },
  { query: 'query ($a: Int!) { talents(first: $a) { id } }' },
  { query: 'mutation { renam(id: 1) { id } }' },
  { query: '{ refused }' },
]

const names = [
  'Talent',
  'TalentKind',
  'Query',
  'Mutation',
  'Int',
  'ID',
  'Boolean',
  'String',
  'ACADEMICIAN',
  'SECRETVALUE',
]
const told = (messages: readonly string[], probe: (typeof probes)[number]) =>
  names.filter(
    (name) => messages.some((message) => new RegExp(`\\b${name}\\b`).test(message)) && !probe.query.includes(name),
  )

type Answer = { readonly errors: readonly { readonly message: string; readonly locations?: unknown }[] }

describe('who has not signed in', () => {
  it('reads in no error a name of the schema, a suggestion or a value', async () => {
    const leaks: unknown[] = []
    for (const gateway of [open, closed]) {
      for (const probe of probes) {
        const { errors } = (await post(gateway.url, probe)).body as Answer
        const messages = errors.map(({ message }) => message)
        if (told(messages, probe).length > 0 || /Did you mean/.test(messages.join())) leaks.push(probe.query, messages)
      }
    }
    expect(leaks).toEqual([])
  })

  it('is told where a document does not fit, in its own words, while the schema is open', async () => {
    const message = async (query: string) => ((await post(open.url, { query })).body as Answer).errors[0]!.message
    expect([await message('{ talents { nam } }'), await message('{ talent(idd: 1) { id } }')]).toEqual([
      '查询语句与图的模式不符：第 1 行第 13 列的字段 nam。',
      '查询语句与图的模式不符：第 1 行第 10 列的参数 idd。',
    ])
  })

  it('is told only that it does not fit where the schema is closed, whatever is wrong and however often', async () => {
    const unfit = { message: '查询语句与图的模式不符。', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }
    const answers = await Promise.all(probes.slice(0, 3).map(async (probe) => (await post(closed.url, probe)).body))
    expect(answers).toEqual([{ errors: [unfit] }, { errors: [unfit] }, { errors: [unfit] }])
  })

  it('may not ask for a closed schema, by any way there', async () => {
    const asked = [
      getIntrospectionQuery(),
      '{ __type(name: "Talent") { name } }',
      '{ ...F } fragment F on Query { x: __schema { queryType { name } } }',
    ]
    const answers = await Promise.all(asked.map(async (query) => (await post(closed.url, { query })).body))
    const refused = { errors: [{ message: '不提供模式内省。', extensions: { code: 'INTROSPECTION_CLOSED' } }] }
    expect(answers).toEqual([refused, refused, refused])
    const { data } = (await post(open.url, { query: getIntrospectionQuery() })).body as { data: IntrospectionQuery }
    expect(buildClientSchema(data).getType('Talent')).toBeDefined()
    expect((await post(closed.url, { query: '{ __typename }' })).body).toEqual({ data: { __typename: 'Query' } })
  })
})

it('who has signed in is shown the schema and its names, yet nothing is suggested', async () => {
  const role = { role: 'ENTERPRISE' }
  const { data } = (await post(closed.url, { query: '{ __type(name: "Talent") { name } }' }, role)).body as {
    data: unknown
  }
  expect(data).toEqual({ __type: { name: 'Talent' } })
  const { errors } = (await post(closed.url, { query: '{ talents { nam } }' }, role)).body as Answer
  expect(errors.map(({ message }) => message)).toEqual([
    '查询语句与图的模式不符：Cannot query field "nam" on type "Talent".',
  ])
})
