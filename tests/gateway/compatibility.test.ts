import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, stripIgnoredCharacters } from 'graphql'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { anyone } from '#schema/viewer.ts'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { startGateway } from '../../gateway/main.ts'
import { composeSupergraph } from '../../subgraphs/publishing/compose.ts'
import { startInstruments } from './instruments.ts'

/*
 * What Apollo's compatibility suite asks of a subgraph and of the router before it, 25 promises, here kept by Apollo
 * Servers behind our gateway: the supergraph is composed of what these say of themselves.
 */
const sources = await startInstruments()
const [instrument] = sources.subgraphs
let sdl: string
let supergraph: string
let gateway: Awaited<ReturnType<typeof startGateway>>

beforeAll(async () => {
  const contracts = await Promise.all(
    sources.subgraphs.map(async ({ name, url }) => {
      const { data } = await post(url, '{ _service { sdl } }')
      return { name, url, typeDefs: data._service.sdl as string }
    }),
  )
  sdl = stripIgnoredCharacters(contracts[0]!.typeDefs)
  supergraph = composeSupergraph(contracts)
  gateway = await startGateway({
    config: { ...readConfig({}), port: 0 },
    logger: pino({ level: 'silent' }),
    supergraph: { text: supergraph },
    transport: createHttpTransport,
    viewer: async () => anyone,
    ready: async () => true,
  })
})
afterAll(async () => {
  await gateway?.close()
  await sources.close()
})

// biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
type Answer = { readonly data: any; readonly errors?: any; readonly extensions?: any }

async function post(url: string, query: string, variables = {}, headers = {}): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  return answer.json() as Promise<Answer>
}

const ask = (query: string, variables = {}) => post(gateway.url, query, variables)
const askInstrument = (query: string, variables = {}) => post(instrument!.url, query, variables)
const entities = (representations: readonly object[], selection: string) =>
  askInstrument(`query ($of: [_Any!]!) { _entities(representations: $of) { ${selection} } }`, { of: representations })

/** What the gateway answers, and whom it asked for it. */
async function asking(query: string) {
  sources.asked.length = 0
  const answer = await ask(query)
  return { answer, subgraphs: sources.asked.map(({ subgraph }) => subgraph) }
}

describe('a subgraph', () => {
  it('tells its contract', () => expect(sdl).toContain('type Instrument'))

  it('has the types of the specification', async () => {
    const { data } = await askInstrument(`{
      service: __type(name: "_Service") { kind fields { name type { kind ofType { name } } } }
      entity: __type(name: "_Entity") { kind possibleTypes { name } }
      any: __type(name: "_Any") { kind } set: __type(name: "federation__FieldSet") { kind }
      purpose: __type(name: "link__Purpose") { kind } }`)
    data.entity.possibleTypes.sort((a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1))
    const names = ['Instrument', 'Keeper', 'Retired', 'Store', 'Trial'].map((name) => ({ name }))
    expect(data).toEqual({
      service: { kind: 'OBJECT', fields: [{ name: 'sdl', type: { kind: 'SCALAR', ofType: null } }] },
      entity: { kind: 'UNION', possibleTypes: names },
      any: { kind: 'SCALAR' },
      set: { kind: 'SCALAR' },
      purpose: { kind: 'ENUM' },
    })
  })

  it('links one version of federation', () => {
    expect(sdl.match(/specs\.apollo\.dev\/federation\/v2\.\d+/g)).toEqual(['specs.apollo.dev/federation/v2.3'])
  })

  it('traces for who asks it to', async () => {
    const { extensions } = await post(
      instrument!.url,
      '{ trials { outcome } }',
      {},
      { 'apollo-federation-include-trace': 'ftv1' },
    )
    expect(extensions.ftv1).toEqual(expect.any(String))
  })
})

describe('@key', () => {
  it('of one field', async () => {
    const { data } = await entities([{ __typename: 'Keeper', email: 'keeper@example.org' }], '... on Keeper { name }')
    expect(data).toEqual({ _entities: [{ name: '示例保管员（仪器库）' }] })
  })

  it('of several fields', async () => {
    const given = { __typename: 'Retired', code: 'GP-1', maker: '示例光谱仪器厂' }
    expect((await entities([given], '... on Retired { reason }')).data).toEqual({
      _entities: [{ reason: '由 GP-2 取代' }],
    })
  })

  it('of a field of a field', async () => {
    const given = { __typename: 'Trial', trial: { number: '1234' } }
    const { data } = await entities([given], '... on Trial { trial { subject } }')
    expect(data).toEqual({ _entities: [{ trial: { subject: '温漂试验' } }] })
  })

  it('more than once', async () => {
    const given = [
      { __typename: 'Instrument', id: 'yq-1' },
      { __typename: 'Instrument', code: 'GP-2', maker: '示例光谱仪器厂' },
      { __typename: 'Instrument', code: 'ZD-7', variant: { id: '台式' } },
    ]
    const { data } = await entities(given, '... on Instrument { id }')
    expect(data).toEqual({ _entities: [{ id: 'yq-1' }, { id: 'yq-1' }, { id: 'yq-2' }] })
  })

  it('joins what two subgraphs know of one entity', async () => {
    const { answer, subgraphs } = await asking('{ instrument(id: "yq-1") { code keeper { email years } } }')
    expect(answer).toEqual({
      data: { instrument: { code: 'GP-2', keeper: { email: 'keeper@example.org', years: 10 } } },
    })
    expect(subgraphs).toEqual(['instrument', 'keeper'])
  })
})

describe('@requires', () => {
  it('is in the contract', () => {
    expect(sdl).toMatch(/repairsPerYear:Int@(federation__)?requires\(fields:"repairs years"\)/)
  })

  it('computes from what another subgraph knows', async () => {
    const { data, errors } = await ask('{ instrument(id: "yq-1") { keeper { repairsPerYear email } } }')
    expect(errors).toBeUndefined()
    expect(data).toEqual({ instrument: { keeper: { repairsPerYear: 12, email: 'keeper@example.org' } } })
  })

  it('reaches into objects, beside arguments of the client', async () => {
    const { data } = await ask('{ instrument(id: "yq-1") { delivery(to: "430074") { days by } } }')
    expect(data).toEqual({ instrument: { delivery: { days: 1, by: '台式，1.5 千克' } } })
  })
})

describe('@provides', () => {
  it('is in the contract', () => expect(sdl).toMatch(/keeper:Keeper@(federation__)?provides\(fields:"repairs"\)/))

  it('answers without asking the owner', async () => {
    const { answer, subgraphs } = await asking('{ instrument(id: "yq-1") { keeper { email repairs } } }')
    expect(answer).toEqual({ data: { instrument: { keeper: { email: 'keeper@example.org', repairs: 120 } } } })
    expect(subgraphs).toEqual(['instrument'])
  })
})

describe('@extends and @external', () => {
  it('are in the contract', () => {
    expect(sdl).toMatch(/type Keeper@(federation__)?extends|extend type Keeper/)
    expect(sdl).toMatch(/email:ID!@(federation__)?external/)
  })
})

describe('@shareable', () => {
  it('is in the contract', () => expect(sdl).toMatch(/type Size@(federation__)?shareable/))

  it('is answered by who is asked anyway', async () => {
    const { answer, subgraphs } = await asking('{ instrument(id: "yq-1") { size { label weight } } }')
    expect(answer).toEqual({ data: { instrument: { size: { label: '台式', weight: 1.5 } } } })
    expect(subgraphs).toEqual(['instrument'])
  })
})

it('@tag is in the contract, and no part of the API', async () => {
  expect(sdl).toContain('note:String@tag(name:"internal")')
  expect((await ask('{ instrument(id: "yq-2") { note } }')).data).toEqual({ instrument: { note: '借出' } })
})

describe('@override', () => {
  it('is in the contract', () => expect(sdl).toMatch(/name:String@(federation__)?override\(from:"keeper"\)/))

  it('has the field answered by its new owner', async () => {
    const { answer, subgraphs } = await asking('{ instrument(id: "yq-1") { keeper { name } } }')
    expect(answer).toEqual({ data: { instrument: { keeper: { name: '示例保管员（仪器库）' } } } })
    expect(subgraphs).not.toContain('keeper')
  })
})

describe('@inaccessible', () => {
  it('is in the contract, and the field answers the subgraph’s own clients', async () => {
    expect(sdl).toMatch(/unit:String@inaccessible/)
    const { data } = await askInstrument('{ instrument(id: "yq-1") { size { unit } } }')
    expect(data).toEqual({ instrument: { size: { unit: 'kg' } } })
  })

  it('hides the field from the clients of the gateway', async () => {
    const { data, errors } = await ask('{ instrument(id: "yq-1") { size { unit } } }')
    expect(data).toBeUndefined()
    expect(errors.map(({ extensions }: Answer) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })
})

describe('@interfaceObject', () => {
  it('is in the contract', () =>
    expect(sdl).toMatch(/type Store@(federation__)?interfaceObject@(federation__)?key\(fields:"id"/))

  it('adds fields to whatever stands behind the interface', async () => {
    const { data, errors } = await ask('{ store(id: "ck-1") { __typename id retired { code reason } } }')
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      store: { __typename: 'Warehouse', id: 'ck-1', retired: [{ code: 'GP-1', reason: '由 GP-2 取代' }] },
    })
  })
})

it('@composeDirective takes a directive of one’s own into the supergraph', () => {
  expect(sdl).toMatch(/composeDirective\(name:"@calibrated"\)/)
  expect(stripIgnoredCharacters(supergraph)).toMatch(/type Instrument[^{]*@calibrated/)
})

it('the gateway tells the API that is left of all this', async () => {
  const { data } = await ask(getIntrospectionQuery())
  const api = buildClientSchema(data as IntrospectionQuery)
  expect(Object.keys(api.getQueryType()!.getFields()).sort()).toEqual(['instrument', 'retired', 'store', 'trials'])
  expect(api.getType('_Entity') ?? api.getType('join__Graph') ?? api.getType('_Service')).toBeUndefined()
})
