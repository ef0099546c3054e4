import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { serve } from './server.ts'
import { sdl } from './subgraph.ts'

const secret = 'a-secret-of-the-test-32-characters'
let server: Awaited<ReturnType<typeof serve>>
before(async () => {
  server = await serve(0, '127.0.0.1', `test=${secret}`)
})
after(() => server.close())

async function send(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  return { status: response.status, ...((await response.json()) as any) }
}
const ask = (query: string, variables?: object) => send(JSON.stringify({ query, variables }))

function sign(body: string, { key = secret, subgraph = 'jilin-agri', at = Date.now() } = {}) {
  const viewer = Buffer.from('{"role":"PUBLIC"}').toString('base64url')
  const nonce = randomBytes(16).toString('base64url')
  const digest = createHash('sha256').update(body).digest('hex')
  const parts = ['v1', 'test', String(at), nonce, subgraph, 'POST', '/', digest, viewer]
  const mac = createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
  return { 'lianku-viewer': viewer, 'lianku-signature': `v1 test ${at} ${nonce} ${mac}` }
}

test('lists what it has, and refuses a number out of bounds', async () => {
  const { data } = await ask('{ jilinAgriBases(first: 2) { id name organization { id } } }')
  assert.deepEqual(
    data.jilinAgriBases.map(({ id }: { id: string }) => id),
    ['jilin-agri:JD01', 'jilin-agri:JD02'],
  )
  const refused = await ask('{ jilinAgriBases(first: 0) { id } }')
  assert.equal(refused.errors[0].message, 'first 应在 1 到 100 之间，收到 0。')
})

test('answers entities in the order of their keys, null where there is none', async () => {
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    __typename ... on JilinAgriBase { id } ... on Organization { id jilinAgriBases { id } }
  } }`
  const wanted = Array.from({ length: 100 }, (_, at) => `jilin-agri:JD${String(100 - at).padStart(2, '0')}`)
  const keys = [
    { __typename: 'Organization', id: 'organization:none' },
    ...wanted.map((id) => ({ __typename: 'JilinAgriBase', id })),
  ]
  const { data, errors } = await ask(query, { keys })
  assert.equal(errors, undefined)
  const [organization, ...bases] = data._entities
  assert.deepEqual(organization, { __typename: 'Organization', id: 'organization:none', jilinAgriBases: [] })
  assert.deepEqual(
    bases.map((base: { id: string } | null) => base?.id ?? null),
    wanted.map((id) => (Number(id.split('JD')[1]) > 20 ? null : id)),
  )
})

test('runs the SDL it publishes', async () => {
  const { data } = await ask('{ _service { sdl } }')
  for (const [, name] of sdl.matchAll(/^type (\w+)/gm)) assert.match(data._service.sdl, new RegExp(`type ${name}\\b`))
})

test('believes a right signature once, and no wrong one', async () => {
  const body = JSON.stringify({ query: '{ __typename }' })
  const right = sign(body)
  assert.equal((await send(body, right)).status, 200)
  const wrong = [
    right,
    sign(`${body} `),
    sign(body, { key: 'another-secret-of-32-characters...' }),
    sign(body, { subgraph: 'another' }),
    sign(body, { at: Date.now() - 60_000 }),
  ]
  for (const headers of wrong) assert.equal((await send(body, headers)).status, 401)
})

test('answers nonsense with an error and goes on', async () => {
  for (const body of ['{"query": ', '[]', '{}', '{"query": 1}']) assert.equal((await send(body)).status, 400)
  assert.ok((await ask('{ noSuchField }')).errors)
  assert.ok((await ask('{ __typename }')).data)
})
