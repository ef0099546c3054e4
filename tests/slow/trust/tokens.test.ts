import { randomUUID } from 'node:crypto'
import { createLocalJWKSet } from 'jose'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { createKeySet } from '../../../gateway/identity/key-set.ts'
import { createTokenReader } from '../../../gateway/identity/token.ts'
import { createViewerReader } from '../../../gateway/identity/viewer.ts'
import { badTokens } from '../../gateway/identity/bad-tokens.ts'
import {
  audience,
  claims,
  headers,
  issuerName,
  published,
  serveKeys,
  token,
  trusted,
} from '../../gateway/identity/issuer.ts'
import { post, startMonolith } from '../../gateway/monolith.ts'
import { figure } from '../figures.ts'

const goodTokens = () => [token(headers.ed, claims(), trusted.ed), token(headers.es, claims(), trusted.es)]

describe('over HTTP, with keys fetched from the issuer', () => {
  let issuer: Awaited<ReturnType<typeof serveKeys>>
  let gateway: Awaited<ReturnType<typeof startMonolith>>
  beforeAll(async () => {
    issuer = await serveKeys()
    const config = readConfig({ OIDC_ISSUER: issuerName, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: issuer.url })
    const read = createViewerReader(config, undefined, pino({ level: 'silent' }))
    gateway = await startMonolith({}, { viewer: async (given) => (await read(given)).role })
  })
  afterAll(() => Promise.all([gateway.close(), issuer.close()]))

  it('no variant is answered, and none costs the issuer more than one fetch in 30 seconds', async () => {
    const ask = async (text: string) => {
      const { status, body } = await post(gateway.url, { query: '{ viewer }' }, { authorization: `Bearer ${text}` })
      return [status, (body as { data?: { viewer: string } }).data?.viewer]
    }
    const started = performance.now()
    expect(await Promise.all(goodTokens().map(ask))).toEqual(Array(2).fill([200, 'LIBRARY_OWNER']))
    const sendable = badTokens().filter(([, text]) => /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text))
    const answered: unknown[] = []
    for (const [name, text] of sendable) {
      const [status, viewer] = await ask(text)
      if (status !== 401 || viewer !== undefined) answered.push([name, status, viewer])
    }
    const allowed = 2 + Math.floor((performance.now() - started) / 30_000)
    const enough = sendable.length >= 300
    figure(
      'R22 variants over HTTP',
      '≥ 300, 0 accepted',
      `${sendable.length}, ${answered.length} accepted`,
      enough && answered.length === 0,
    )
    expect({ answered, enough }).toEqual({ answered: [], enough: true })
    expect(issuer.fetches()).toBeLessThanOrEqual(allowed)
    expect(await Promise.all(goodTokens().map(ask))).toEqual(Array(2).fill([200, 'LIBRARY_OWNER']))
  })
})

describe('a good token', () => {
  const read = createTokenReader([{ issuer: issuerName, audience, keys: createLocalJWKSet(published) }])
  const accepts = (text: string) =>
    read(text).then(
      () => true,
      () => false,
    )

  it('with any one bit, character or stretch changed is refused', async () => {
    let tried = 0
    const accepted: string[] = []
    for (const good of goodTokens()) {
      expect(await accepts(good)).toBe(true)
      for (const [change, text] of changesOf(good)) {
        if (text === good) continue
        tried += 1
        if (await accepts(text)) accepted.push(change)
      }
    }
    figure('R22 mutations of good tokens', '0 accepted', `${tried}, ${accepted.length} accepted`, accepted.length === 0)
    expect(accepted).toEqual([])
  })

  it('is accepted through four hours without its issuer, while invented keys come in a storm', async () => {
    const issuer = await serveKeys()
    let now = 0
    const find = createKeySet({ url: issuer.url, report: () => undefined, clock: () => now })
    const reader = createTokenReader([{ issuer: issuerName, audience, keys: find }])
    const outcome = (kid: string) =>
      reader(token({ ...headers.ed, kid }, { ...claims(), jti: randomUUID() }, trusted.ed)).then(
        ({ role }) => role,
        ({ code }) => code,
      )
    expect(await outcome('ed-2024')).toBe('LIBRARY_OWNER')
    issuer.set('error')
    const outcomes = new Set<string>()
    const minutes = 4 * 60 + 9
    for (let second = 10; second < minutes * 60; second += 10) {
      now = second * 1_000
      outcomes.add(`invented ${await outcome(`invented-${second}`)}`)
      outcomes.add(`valid ${await outcome('ed-2024')}`)
    }
    const fetches = issuer.fetches()
    now = (minutes + 2) * 60_000
    const after = await outcome('ed-2024')
    await issuer.close()
    const most = 1 + (minutes * 60) / 30
    figure(
      'R22 issuer down',
      '4 h, valid users work',
      `${minutes} min: ${[...outcomes].join(', ')}`,
      outcomes.size === 2 && outcomes.has('valid LIBRARY_OWNER'),
    )
    figure('R22 unknown-kid storm', '≤ 1 fetch / 30 s', `${fetches} fetches in ${minutes} min`, fetches <= most)
    expect({ outcomes: [...outcomes], after }).toEqual({
      outcomes: ['invented BAD_TOKEN', 'valid LIBRARY_OWNER'],
      after: 'IDENTITY_UNAVAILABLE',
    })
    expect(fetches).toBeLessThanOrEqual(most)
  })
})

/** Every bit of the decoded parts flipped, every character replaced, removed or doubled, every stretch cut off. */
function* changesOf(good: string): Generator<readonly [string, string]> {
  const parts = good.split('.')
  for (const [i, part] of parts.entries()) {
    const bytes = Buffer.from(part, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      yield [`bit ${bit} of part ${i}`, parts.with(i, flipped.toString('base64url')).join('.')]
    }
  }
  for (let at = 0; at < good.length; at += 1) {
    const [before, character, after] = [good.slice(0, at), good[at]!, good.slice(at + 1)]
    yield [`character ${at} replaced`, `${before}${character === 'A' ? 'B' : 'A'}${after}`]
    yield [`character ${at} next`, `${before}${String.fromCharCode(character.charCodeAt(0) + 1)}${after}`]
    yield [`character ${at} removed`, before + after]
    yield [`character ${at} doubled`, before + character + character + after]
    yield [`cut at ${at}`, before]
    yield [`begun at ${at}`, after]
  }
}
