import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { createViewerReader } from '../../../gateway/identity/viewer.ts'
import { developmentToken } from '../../../subgraphs/development-token.ts'
import { post, startMonolith } from '../monolith.ts'
import { audience, claims, headers, issuerName, serveKeys, token, trusted } from './issuer.ts'

const secret = 'a secret for development'
const query = '{ viewer }'
const logger = pino({ level: 'silent' })

const issuer = await serveKeys()
const oidc = { OIDC_ISSUER: issuerName, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: issuer.url }
const settings = { ...oidc, LIANKU_SECRET: secret }

/** A gateway whose graph answers with the role and the subject it was asked as. */
async function start(env: NodeJS.ProcessEnv) {
  const config = readConfig(env)
  const read = createViewerReader(config, config.secret, logger)
  const viewer = async (given: Readonly<Record<string, string>>) => {
    const { role, subject } = await read(given)
    return `${role} ${subject}`
  }
  return startMonolith({}, { viewer })
}

let gateway: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  gateway = await start(settings)
})
afterAll(async () => {
  await gateway.close()
  await issuer.close()
})

const ask = async (authorization?: string, url = gateway.url) => {
  const answer = await post(url, { query }, authorization === undefined ? {} : { authorization })
  const { data, errors } = answer.body as { data?: { viewer: string }; errors?: { extensions: { code: string } }[] }
  return [answer.status, data?.viewer ?? errors?.[0]?.extensions.code, answer.headers.get('www-authenticate')]
}

const good = () => token(headers.ed, claims(), trusted.ed)
const refused = [401, 'BAD_TOKEN', 'Bearer error="invalid_token"']

describe('a request', () => {
  it('without a token is asked by the public, with one by whom its issuer names', async () => {
    expect([await ask(), await ask(`Bearer ${good()}`), await ask(`bearer ${good()}`)]).toEqual([
      [200, 'PUBLIC undefined', null],
      [200, 'LIBRARY_OWNER jyt-kjc-07', null],
      [200, 'LIBRARY_OWNER jyt-kjc-07', null],
    ])
  })

  it('with anything else in Authorization is refused, never taken for the public', async () => {
    const others = [
      '',
      'Bearer',
      'Bearer ',
      'Basic aHViZWk6MTIzNDU2',
      good(),
      `Bearer  ${good()}`,
      `Bearer ${good()} x`,
    ]
    const answers = await Promise.all(
      [...others, `Token ${good()}`, 'Bearer a.b.c', 'Bearer null'].map((it) => ask(it)),
    )
    expect(answers).toEqual(Array(10).fill(refused))
  })

  it('with two Authorization headers is refused, whichever is good', async () => {
    const body = JSON.stringify({ query })
    const statuses = await Promise.all(
      [
        [`Bearer ${good()}`, 'Bearer a.b.c'],
        ['Bearer a.b.c', `Bearer ${good()}`],
        [`Bearer ${good()}`, `Bearer ${good()}`],
      ].map(async (given) => {
        const socket = connect(gateway.port, '127.0.0.1')
        const lines = given.map((it) => `Authorization: ${it}\r\n`).join('')
        socket.write(
          `POST /graphql HTTP/1.1\r\nHost: lianku\r\nContent-Type: application/json\r\nConnection: close\r\n${lines}` +
            `Content-Length: ${body.length}\r\n\r\n${body}`,
        )
        return (await text(socket)).split(' ', 2)[1]
      }),
    )
    expect(statuses).toEqual(['401', '401', '401'])
  })

  it('is told to come back while tokens cannot be checked, and the public is answered meanwhile', async () => {
    const alone = await start({ ...oidc, OIDC_JWKS_URL: 'http://127.0.0.1:1/keys' })
    const answers = [await ask(`Bearer ${good()}`, alone.url), await ask(undefined, alone.url)]
    await alone.close()
    expect(answers).toEqual([
      [503, 'IDENTITY_UNAVAILABLE', null],
      [200, 'PUBLIC undefined', null],
    ])
  })
})

describe('a token of lianku token', () => {
  const words = ['--role', 'UNIVERSITY', '--subject', 'kjc', '--organization', 'hb-org:10486', '--province', 'HUBEI']

  it('counts where the hub has the same secret and is not in production', async () => {
    const { token: signed, viewer } = await developmentToken(words, readConfig(settings))
    const hubs = [
      settings,
      { LIANKU_SECRET: secret },
      { LIANKU_SECRET: 'the secret of another hub' },
      {},
      { ...settings, NODE_ENV: 'production' },
      { LIANKU_SECRET: secret, NODE_ENV: 'production' },
    ]
    const answers = await Promise.all(
      hubs.map(async (env) => {
        const config = readConfig(env)
        const read = createViewerReader(config, config.secret, logger)
        return Promise.resolve(read({ authorization: `Bearer ${signed}` })).catch(({ code }) => code)
      }),
    )
    expect(viewer).toEqual({
      role: 'UNIVERSITY',
      subject: 'kjc',
      organization: 'hb-org:10486',
      province: 'HUBEI',
    })
    expect(answers).toEqual([viewer, viewer, 'BAD_TOKEN', 'BAD_TOKEN', 'BAD_TOKEN', 'BAD_TOKEN'])
  })

  it('is not signed with a secret that can be guessed, nor in production', async () => {
    const refusal = (env: NodeJS.ProcessEnv) => developmentToken(words, readConfig(env)).catch(({ message }) => message)
    expect([
      await refusal({ DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1/lianku' }),
      await refusal({ ...settings, NODE_ENV: 'production' }),
      await refusal({ DATA_DIR: '/nowhere/lianku' }),
    ]).toEqual([
      'Set LIANKU_SECRET (16 characters or more) here and for the hub.',
      'NODE_ENV is production, where no hub accepts tokens of lianku token.',
      'There is no hub in /nowhere/lianku yet. Start it once, or set DATA_DIR or LIANKU_SECRET.',
    ])
    const weak = createViewerReader(readConfig({}), 'postgres', logger)
    await expect(weak({ authorization: `Bearer ${good()}` })).rejects.toMatchObject({ code: 'BAD_TOKEN' })
  })

  it('is asked for with a role and values the hub knows', async () => {
    const complaint = (...given: string[]) =>
      developmentToken(given, readConfig(settings)).catch(({ message }) => message)
    expect([
      await complaint('--role', 'admin'),
      await complaint('--role', 'BROKER', '--hours', '48'),
      await complaint('--role', 'BROKER', '--province', '湖北'),
      await complaint('--roles', 'BROKER'),
    ]).toEqual([
      expect.stringMatching(/^--role 应为 PUBLIC、.+之一，收到 admin。$/),
      '--hours 应大于 0、不超过 24，收到 48。',
      '令牌的 province 不正确：省份应为英文名，如 HUBEI；其他应为 1 到 200 个字符。',
      expect.stringContaining('lianku token --role'),
    ])
  })
})

it('an issuer is configured wholly and over https, or on this machine', () => {
  const complaint = (env: NodeJS.ProcessEnv) => {
    try {
      return readConfig(env).oidc
    } catch (error) {
      return (error as Error).message
    }
  }
  const together = 'Set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL together, or none of them.'
  expect([
    complaint({}),
    complaint({ ...oidc, OIDC_AUDIENCE: undefined }),
    complaint({ OIDC_ISSUER: issuerName }),
    complaint({ ...oidc, OIDC_JWKS_URL: 'http://id.hubei.example/keys' }),
    complaint({ ...oidc, OIDC_JWKS_URL: 'https://id.hubei.example/keys' }),
  ]).toEqual([
    undefined,
    together,
    together,
    'OIDC_JWKS_URL is "http://id.hubei.example/keys": an https:// address.',
    { issuer: issuerName, audience, jwksUrl: 'https://id.hubei.example/keys' },
  ])
})
