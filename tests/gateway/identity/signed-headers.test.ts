import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SigningKeys, viewerHeader } from '#schema/signature.ts'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { createHttpTransport } from '../../../gateway/engine/http-transport.ts'
import { signedHeaders } from '../../../gateway/identity/signed-headers.ts'
import { nothingAttached } from '../../../subgraphs/attached/attached.ts'
import type { Subgraph } from '../../../subgraphs/define.ts'
import { type SubgraphServer, serveSubgraph } from '../../../subgraphs/server.ts'

const keys: SigningKeys = [{ id: '2024', secret: 'the key that gateway and subgraphs share' }]
const otherKeys: SigningKeys = [{ id: '2024', secret: 'a key that somebody has made up himself' }]

const broker: Viewer = { role: 'BROKER', subject: '技术经理人-王芳', purposes: ['LIST_CONTACT'] }

/** A subgraph that answers whom it was asked by, and whom its database was opened for. */
const schema = buildSchema('type Query { viewer: String database: String }')
const subgraph = {
  name: 'talent',
  schema,
  sinks: [],
  contextFor: (request: object) => ({ ...request, loaders: {} }),
} as unknown as Subgraph
schema.getQueryType()!.getFields().viewer!.resolve = (_, __, { viewer }) => JSON.stringify(viewer)
schema.getQueryType()!.getFields().database!.resolve = (_, __, { db }) => JSON.stringify(db.openedFor)

const hub = {
  database: { db: (openedFor: Viewer) => ({ openedFor, attached: nothingAttached }) },
  secret: 'of cursors',
} as never
const listen = { port: 0, host: '127.0.0.1' }
const document = '{ viewer database }'

let signed: SubgraphServer
let alone: SubgraphServer
beforeAll(async () => {
  signed = await serveSubgraph(subgraph, hub, { ...listen, keys })
  alone = await serveSubgraph(subgraph, hub, listen)
})
afterAll(() => Promise.all([signed.close(), alone.close()]))

/** Asks a subgraph through the gateway's own transport. */
async function ask(url: string, viewer: Viewer | undefined, withKeys: SigningKeys) {
  const at = { name: 'talent', url }
  const transport = createHttpTransport(at, { headersFor: signedHeaders(at, withKeys) })
  const context = { requestId: 'r-1', headers: { [viewerHeader]: 'of the client' }, viewer }
  const { data, errors } = await transport.fetch({ document, operationKind: 'query' }, context)
  await transport.close?.()
  return data ?? errors?.map(({ extensions }) => extensions?.code)
}

const seenAs = (viewer: Viewer) => ({ viewer: JSON.stringify(viewer), database: JSON.stringify(viewer) })

describe('a subgraph with keys', () => {
  it('answers the viewer the gateway signed, and the public when it signed that', async () => {
    const answers = [await ask(signed.url, broker, keys), await ask(signed.url, undefined, keys)]
    expect(answers).toEqual([seenAs(broker), seenAs(anyone)])
  })

  it('answers who signs nothing as the public, whatever they say they are', async () => {
    const claim = Buffer.from(JSON.stringify({ role: 'OPERATOR' })).toString('base64url')
    const response = await fetch(signed.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [viewerHeader]: claim,
        lianku_signature: 'v1 2024',
        'x-viewer': claim,
        authorization: 'Bearer a.b.c',
      },
      body: JSON.stringify({ query: document }),
    })
    expect(await response.json()).toEqual({ data: seenAs(anyone) })
  })

  it('refuses a signature under another key', async () => {
    expect(await ask(signed.url, broker, otherKeys)).toEqual(['BAD_SIGNATURE'])
  })

  it('takes a request whose bytes come again, or come changed, for none of the gateway’s', async () => {
    const tap = await listenIn(signed.url)
    await ask(tap.url, broker, keys)
    const bytes = (await tap.heard()).replace(/connection: keep-alive/i, 'connection: close')
    await tap.close()
    const replies: unknown[] = []
    for (const sent of [
      bytes.replace('POST / HTTP', 'POST /other HTTP'),
      bytes.replace('{ viewer database }', '{ database viewer }'),
      bytes.replace(/lianku-viewer: ./i, (found) => `${found.slice(0, -1)}X`),
      bytes.replace(/(lianku-signature: v1 2024 )(\d+)/i, (_, before, at) => `${before}${Number(at) + 1}`),
      bytes,
      bytes,
    ]) {
      replies.push(await exchange(signed.url, sent))
    }
    expect(replies).toEqual([...Array(4).fill([401, 'BAD_SIGNATURE']), [200, seenAs(broker)], [401, 'BAD_SIGNATURE']])
  })

  it('answers bad bodies with a code', async () => {
    const send = async (body: string, type = 'application/json') => {
      const response = await fetch(signed.url, { method: 'POST', headers: { 'content-type': type }, body })
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
      return [response.status, errors[0]!.extensions.code]
    }
    expect([await send('{'), await send(' '.repeat(17 * 1024 * 1024)), await send('{"query":"{ none }"}')]).toEqual([
      [400, 'BAD_REQUEST'],
      [413, 'PAYLOAD_TOO_LARGE'],
      [400, 'GRAPHQL_VALIDATION_FAILED'],
    ])
  })
})

describe('a subgraph without keys', () => {
  it('answers the public, and refuses what it cannot check', async () => {
    expect([await ask(alone.url, broker, []), await ask(alone.url, broker, keys)]).toEqual([
      seenAs(anyone),
      ['BAD_SIGNATURE'],
    ])
  })
})

/** Hears what is sent to a port of its own and answers nothing useful. */
async function listenIn(url: string) {
  const heard = Promise.withResolvers<string>()
  const server = createServer((socket: Socket) => {
    let bytes = ''
    socket.on('data', (chunk) => {
      bytes += chunk
      if (!bytes.includes('"query"')) return
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"data":{}}')
      heard.resolve(bytes)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const tapped = new URL(url)
  tapped.port = String((server.address() as { port: number }).port)
  return { url: tapped.href, heard: () => heard.promise, close: () => new Promise((done) => server.close(done)) }
}

/** Writes bytes to a subgraph; resolves to the status, and data or code of its answer. */
async function exchange(url: string, bytes: string): Promise<unknown> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  const { data, errors } = JSON.parse(body)
  return [Number(head.split(' ')[1]), data ?? errors[0].extensions.code]
}
