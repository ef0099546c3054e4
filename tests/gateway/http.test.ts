import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { HubError } from '#schema/errors.ts'
import { asRole, post, startMonolith } from './monolith.ts'

const gateway = await startMonolith({ CORS_ORIGINS: 'https://portal.hubei.example' })
const { url } = gateway
afterAll(() => gateway.close())

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
})

const answerTo = async (body: unknown, headers: Record<string, string> = {}, at = url) => {
  const { status, body: answer } = await post(at, body, headers)
  return { status, body: answer }
}

describe('an answer', () => {
  it('has status 200 and its data when part of it failed, with what failed masked', async () => {
    const partial = await answerTo({ query: '{ talent(id: "hb-edu-talent:HBHX-10486-0001") { name } broken }' })
    expect(partial).toEqual({
      status: 200,
      body: {
        errors: [
          {
            message: '内部错误，已记录。',
            locations: [{ line: 1, column: 56 }],
            path: ['broken'],
            extensions: { code: 'INTERNAL' },
          },
        ],
        data: { talent: { name: '李清远' }, broken: null },
      },
    })
  })

  it('has status 200 even when nothing of its data is left', async () => {
    const typed = { accept: 'application/graphql-response+json' }
    const { status, body } = await post(url, { query: '{ refused }' }, typed)
    expect({ status, data: (body as { data: unknown }).data }).toEqual({ status: 200, data: null })
  })

  it('is compressed as the client likes when that pays, and not cached', async () => {
    const codings = ['br', 'gzip', 'gzip;q=1, br;q=0.5', 'br;q=0, gzip;q=0', 'identity', '*']
    const query = '{ talent(id: "hb-edu-talent:HBHX-10486-0001") { biography } }'
    const answers = await Promise.all(codings.map((coding) => post(url, { query }, { 'accept-encoding': coding })))
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual([
      'br',
      'gzip',
      'gzip',
      null,
      null,
      'br',
    ])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    const small = await post(url, { query: '{ __typename }' }, { 'accept-encoding': 'gzip' })
    expect([small.headers.get('content-encoding'), small.headers.get('cache-control')]).toEqual([null, 'no-store'])
  })

  it('comes in the JSON type the client likes best', async () => {
    const types = [
      'application/graphql-response+json',
      'application/graphql-response+json, application/json;q=0.9',
      'application/json, application/graphql-response+json;q=0.5',
      'application/json, application/graphql-response+json',
      '*/*',
      'application/*;q=0.8, text/html',
    ]
    const answers = await Promise.all(types.map((accept) => post(url, { query: '{ __typename }' }, { accept })))
    expect(answers.map(({ headers }) => headers.get('content-type')?.split(';')[0])).toEqual([
      'application/graphql-response+json',
      'application/graphql-response+json',
      'application/json',
      'application/graphql-response+json',
      'application/json',
      'application/json',
    ])
  })

  it('carries the request id a proxy gave, or a new one', async () => {
    const query = '{ __typename }'
    const given = await post(url, { query }, { 'x-request-id': 'edge-7f3a' })
    const odd = await post(url, { query }, { 'x-request-id': 'a "b"' })
    expect(given.headers.get('x-request-id')).toBe('edge-7f3a')
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says no more than the code when the deadline has passed', async () => {
    const hurried = await startMonolith({ REQUEST_BUDGET_MS: '100' })
    const query = '{ slow(ms: 5000) }'
    const plain = await answerTo({ query }, {}, hurried.url)
    const typed = await answerTo({ query }, { accept: 'application/graphql-response+json' }, hurried.url)
    await hurried.close()
    expect([plain, typed]).toEqual([
      refused(200, 'DEADLINE_EXCEEDED', '查询超过了时限。'),
      refused(504, 'DEADLINE_EXCEEDED', '查询超过了时限。'),
    ])
  })

  it('knows who asks, or refuses them', async () => {
    const known = await startMonolith(
      {},
      {
        viewer: ({ authorization }) => {
          if (!authorization) throw new HubError('BAD_REQUEST', '应带有 Authorization 请求头，没有收到。')
          return authorization.replace('Bearer ', '')
        },
      },
    )
    const query = '{ viewer }'
    const answers = [
      await answerTo({ query }, { authorization: 'Bearer hb-edu' }, known.url),
      await answerTo({ query }, {}, known.url),
    ]
    await known.close()
    expect(answers).toEqual([
      { status: 200, body: { data: { viewer: 'hb-edu' } } },
      refused(400, 'BAD_REQUEST', '应带有 Authorization 请求头，没有收到。'),
    ])
  })
})

describe('a request is refused with its reason', () => {
  it('when its body is not one JSON object of the right types', async () =>
    expect(
      await Promise.all(
        ['', '{', '7', 'null', '[{"query":"{ __typename }"}]', { query: 7 }, { query: '{ a }', variables: 'x' }].map(
          (body) => answerTo(body),
        ),
      ),
    ).toEqual([
      refused(400, 'BAD_REQUEST', '请求正文应为 JSON，收到的内容无法解析。'),
      refused(400, 'BAD_REQUEST', '请求正文应为 JSON，收到的内容无法解析。'),
      refused(400, 'BAD_REQUEST', '请求正文应为 JSON 对象，收到数字。'),
      refused(400, 'BAD_REQUEST', '请求正文应为 JSON 对象，收到 null。'),
      refused(400, 'BAD_REQUEST', '每次请求应只含一个查询，收到数组；不支持批量请求。'),
      refused(400, 'BAD_REQUEST', 'query 应为字符串，收到数字。'),
      refused(400, 'BAD_REQUEST', 'variables 应为对象，收到字符串。'),
    ]))

  it('when its type, charset, coding, method or answer type is not ours', async () => {
    const body = '{"query":"{ __typename }"}'
    const send = async (method: string, headers: Record<string, string>) => {
      const response = await fetch(url, { method, headers, ...(method === 'POST' ? { body } : {}) })
      const answer = (await response.json()) as { errors: { extensions: { code: string } }[] }
      return [response.status, answer.errors[0]?.extensions.code, response.headers.get('allow')]
    }
    const json = { 'content-type': 'application/json' }
    expect([
      await send('POST', { 'content-type': 'text/plain' }),
      await send('POST', { 'content-type': 'application/json; charset=gbk' }),
      await send('POST', { ...json, 'content-encoding': 'zstd' }),
      await send('PUT', json),
      await send('DELETE', {}),
      await send('POST', { ...json, accept: 'image/png' }),
    ]).toEqual([
      [415, 'UNSUPPORTED_MEDIA_TYPE', null],
      [415, 'UNSUPPORTED_MEDIA_TYPE', null],
      [415, 'UNSUPPORTED_MEDIA_TYPE', null],
      [405, 'METHOD_NOT_ALLOWED', 'GET, POST'],
      [405, 'METHOD_NOT_ALLOWED', 'GET, POST'],
      [406, 'NOT_ACCEPTABLE', null],
    ])
  })

  it('when its document does not parse, fit, or is within the limits', async () =>
    expect([
      await answerTo({ query: '{ talent(' }),
      await answerTo({ query: '{ talnet { name } }' }),
      await answerTo({ query: '{ __proto__: __typename }' }),
      await answerTo({ query: 'query ($id: ID!) { talent(id: $id) { name } }' }),
    ]).toEqual([
      {
        status: 200,
        body: {
          errors: [
            {
              message: '查询语句有语法错误：Syntax Error: Expected Name, found <EOF>.',
              locations: [{ line: 1, column: 10 }],
              extensions: { code: 'GRAPHQL_PARSE_FAILED' },
            },
          ],
        },
      },
      {
        status: 200,
        body: {
          errors: [
            {
              message: '查询语句与图的模式不符：第 1 行第 3 列的字段 talnet。',
              locations: [{ line: 1, column: 3 }],
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            },
          ],
        },
      },
      refused(200, 'RESERVED_NAME', '别名、变量、操作和片段不能命名为 __proto__。'),
      {
        status: 200,
        body: {
          errors: [
            {
              message: '变量取值不正确：第 1 行第 8 列的变量 $id。',
              locations: [{ line: 1, column: 8 }],
              extensions: { code: 'BAD_USER_INPUT' },
            },
          ],
        },
      },
    ]))

  it('when more are under way than may be', async () => {
    const narrow = await startMonolith({ MAX_IN_FLIGHT: '1' })
    const first = answerTo({ query: '{ slow(ms: 300) }' }, {}, narrow.url)
    await vi.waitUntil(async () => (await narrow.metrics.registry.metrics()).includes('lianku_in_flight 1\n'), {
      timeout: 20_000,
    })
    const second = await post(narrow.url, { query: '{ __typename }' })
    expect([await first, second.status, second.headers.get('retry-after'), second.body]).toEqual([
      { status: 200, body: { data: { slow: '完成' } } },
      503,
      expect.stringMatching(/^[123]$/),
      refused(503, 'OVERLOADED', '请求过多，请稍后重试。').body,
    ])
    await narrow.close()
  })

  it('when its address is not known', async () => {
    const response = await fetch(url.replace('/graphql', '/grapqhl'))
    expect({ status: response.status, body: await response.json() }).toEqual(
      refused(404, 'NOT_FOUND', '图的地址为 /graphql，收到 /grapqhl。'),
    )
  })
})

describe('a body', () => {
  const padded = (bytes: number) => JSON.stringify({ query: `{ __typename }${' '.repeat(bytes)}` })
  const send = async (body: string | Uint8Array<ArrayBuffer>, coding?: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(coding ? { 'content-encoding': coding } : {}) },
      body,
    })
    return { status: response.status, body: await response.json() }
  }
  const answered = { status: 200, body: { data: { __typename: 'Query' } } }
  const tooLarge = refused(413, 'PAYLOAD_TOO_LARGE', '请求正文最多 262144 字节（解压后同此），收到的更大。')

  it('may be compressed', async () =>
    expect([
      await send(gzipSync(padded(1_000)), 'gzip'),
      await send(brotliCompressSync(padded(1_000)), 'br'),
      await send(padded(1_000), 'identity'),
    ]).toEqual([answered, answered, answered]))

  it('too large as sent, or once inflated, is refused so that its sender can read why', async () =>
    expect([
      await send(padded(300_000)),
      await send(padded(10_000_000)),
      await send(gzipSync(padded(100_000_000)), 'gzip'),
      await send(brotliCompressSync(padded(1_000_000)), 'br'),
    ]).toEqual([tooLarge, tooLarge, tooLarge, tooLarge]))

  it('damaged, or not in UTF-8, is refused', async () =>
    expect([
      await send(gzipSync(padded(10)).subarray(0, 20), 'gzip'),
      await send(Buffer.from('{"query":"{ __typename # \xb2\xe2 }"}', 'latin1')),
    ]).toEqual([
      refused(400, 'BAD_REQUEST', '请求正文应为 gzip 压缩的数据，收到的无法解压。'),
      refused(400, 'BAD_REQUEST', '请求正文应为 UTF-8 编码，收到的字节不是。'),
    ]))
})

describe('a page of another site', () => {
  const get = async (headers: Record<string, string>, query = '{ __typename }') => {
    const response = await fetch(`${url}?query=${encodeURIComponent(query)}`, { headers })
    return { status: response.status, body: await response.json() }
  }
  const forged = refused(
    400,
    'FORGERY_REFUSED',
    'GET 请求应带有 graphql-require-preflight 请求头（任意值），以证明不是其他网站代发；没有收到。也可以改用 POST。',
  )

  it('cannot ask by a link or a form', async () => {
    expect([
      await get({}),
      await get({ 'content-type': 'message/http' }),
      await get({ 'content-type': 'text/plain;application/json' }),
    ]).toEqual([forged, forged, forged])
    const form = await answerTo('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(form.status).toBe(415)
  })

  it('differs from a client that can set a header, which may ask but not change', async () =>
    expect([
      await get({ 'graphql-require-preflight': '1' }),
      await get({ 'apollo-require-preflight': '1' }),
      await get({ 'graphql-require-preflight': '1' }, 'mutation { rename(id: 1, name: "x") { id } }'),
    ]).toEqual([
      { status: 200, body: { data: { __typename: 'Query' } } },
      { status: 200, body: { data: { __typename: 'Query' } } },
      refused(405, 'METHOD_NOT_ALLOWED', '变更（mutation）应以 POST 发送，收到 GET。'),
    ]))

  it('is let in by a preflight only from an origin that was named', async () => {
    const preflight = async (origin: string) => {
      const headers = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      }
      const response = await fetch(url, { method: 'OPTIONS', headers })
      return [
        response.status,
        response.headers.get('access-control-allow-origin'),
        response.headers.get('access-control-allow-headers'),
      ]
    }
    expect([await preflight('https://portal.hubei.example'), await preflight('https://evil.example')]).toEqual([
      [204, 'https://portal.hubei.example', 'content-type'],
      [204, null, null],
    ])
  })
})

describe('a document by its hash', () => {
  const query = 'query Name($id: ID!) { talent(id: $id) { name } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const variables = { id: 'hb-edu-talent:HBHX-10487-0007' }
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const answered = { status: 200, body: { data: { talent: { name: '欧阳文翰' } } } }

  it('is unknown until its text came with it, then answered by either protocol', async () =>
    expect([
      await answerTo({ extensions, variables }),
      await answerTo({ query, extensions, variables }),
      await answerTo({ extensions, variables }),
      await answerTo({ documentId: `sha256:${sha256Hash}`, variables }),
    ]).toEqual([refused(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'), answered, answered, answered]))

  it('is refused when the text is another', async () =>
    expect([
      await answerTo({ query: '{ __typename }', extensions }),
      await answerTo({ query: '{ __typename }', extensions: { persistedQuery: { version: 2 } } }),
      await answerTo({}),
    ]).toEqual([
      refused(200, 'PERSISTED_QUERY_MISMATCH', '摘要应为 query 的 SHA-256（小写十六进制），收到的与之不符。'),
      refused(400, 'BAD_REQUEST', 'persistedQuery 应含有 version: 1 和 sha256Hash，收到的不是。'),
      refused(400, 'BAD_REQUEST', '请求应含有 query 或 documentId，没有收到。'),
    ]))

  it('is all that is answered where only registered documents are, except to data teams and operators', async () => {
    const documents = new Map([[sha256Hash, query]])
    const closed = await startMonolith({ PERSISTED_ONLY: 'on' }, { documents, viewer: asRole })
    const own = '{ __typename }'
    const byHash = {
      query: own,
      extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(own).digest('hex') } },
    }
    const asked = async (role: string) => [
      await answerTo({ documentId: sha256Hash, variables }, { role }, closed.url),
      await answerTo({ query, variables }, { role }, closed.url),
      await answerTo({ query: own }, { role }, closed.url),
      await answerTo(byHash, { role }, closed.url),
    ]
    const only = refused(200, 'PERSISTED_QUERY_ONLY', '只接受已登记的查询。')
    const free = { status: 200, body: { data: { __typename: 'Query' } } }
    expect(await asked('DATA_TEAM')).toEqual([answered, answered, free, free])
    expect(await asked('OPERATOR')).toEqual([answered, answered, free, free])
    expect(await asked('PUBLIC')).toEqual([answered, answered, only, only])
    expect(await asked('ENTERPRISE')).toEqual([answered, answered, only, only])
    // What a data team wrote is not registered by that.
    expect(await answerTo({ extensions: byHash.extensions }, {}, closed.url)).toEqual(
      refused(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'),
    )
    await closed.close()
  })
})

it('a path beside the graph that fails inside is answered as an internal error, and nothing of what it was', async () => {
  const elsewhere = async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432')
  }
  const failing = await startMonolith({}, { elsewhere })
  const response = await fetch(new URL('/libraries/ln-fair/changes', failing.url))
  const { errors } = (await response.json()) as { errors: { extensions: object }[] }
  await failing.close()
  expect({ status: response.status, told: errors.map(({ extensions }) => extensions) }).toEqual({
    status: 500,
    told: [{ code: 'INTERNAL' }],
  })
  expect(JSON.stringify(errors)).not.toContain('10.0.0.7')
})
