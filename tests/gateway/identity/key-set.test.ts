import { randomUUID } from 'node:crypto'
import { createLocalJWKSet } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createKeySet } from '../../../gateway/identity/key-set.ts'
import { createTokenReader } from '../../../gateway/identity/token.ts'
import { audience, claims, headers, issuerName, keys, serveKeys, signers, token, trusted } from './issuer.ts'

const minutes = 60_000
const issuer = await serveKeys()
afterAll(() => issuer.close())

let now = 0
let reports: unknown[] = []
let asked = 0

/** A hub that has just started; `now` is its clock. */
function start() {
  now = 0
  reports = []
  asked = issuer.fetches()
  const find = createKeySet({ url: issuer.url, report: (error) => reports.push(error), clock: () => now })
  const read = createTokenReader([{ issuer: issuerName, audience, keys: find }])
  return async (kid = 'ed-2024') => {
    // Each time another token: one that was seen already needs no key for a minute.
    const outcome = read(token({ ...headers.ed, kid }, { ...claims(), jti: randomUUID() }, trusted.ed))
    return outcome.then(
      ({ role }) => role,
      ({ code }) => code,
    )
  }
}

const fetches = () => issuer.fetches() - asked

beforeEach(() => issuer.set('keys'))

describe('the keys of an issuer', () => {
  it('are fetched once for all who come at the same time', async () => {
    const ask = start()
    expect(await Promise.all(Array.from({ length: 50 }, () => ask()))).toEqual(Array(50).fill('LIBRARY_OWNER'))
    expect(fetches()).toBe(1)
  })

  it('are fetched anew every ten minutes, so that a withdrawn key stops working', async () => {
    const ask = start()
    const before = await ask()
    issuer.set('rotated')
    now = 9 * minutes
    const kept = await ask()
    now = 11 * minutes
    expect([before, kept, await ask(), fetches()]).toEqual(['LIBRARY_OWNER', 'LIBRARY_OWNER', 'BAD_TOKEN', 2])
  })

  it('bring a new key in at once when it is first used', async () => {
    const ask = start()
    await ask()
    issuer.set('rotated')
    now = minutes
    expect([await ask('ed-2025'), fetches()]).toEqual(['LIBRARY_OWNER', 2])
  })

  it.each(['error', 'page', 'redirect'] as const)(
    'last four hours while the issuer answers with %s, then nobody gets in until it is back',
    async (mode) => {
      const ask = start()
      const outcomes = [await ask()]
      issuer.set(mode)
      for (const hour of [1, 2, 3, 4.1, 4.2]) {
        now = hour * 60 * minutes
        outcomes.push(await ask())
      }
      expect(reports.length).toBe(5)
      issuer.set('keys')
      now += minutes
      outcomes.push(await ask())
      expect(outcomes).toEqual([...Array(5).fill('LIBRARY_OWNER'), 'IDENTITY_UNAVAILABLE', 'LIBRARY_OWNER'])
    },
  )

  it('that never came are asked for again, not taken for a bad token', async () => {
    issuer.set('error')
    const ask = start()
    const first = await ask()
    issuer.set('keys')
    const soon = await ask()
    now = 31_000
    expect([first, soon, await ask()]).toEqual(['IDENTITY_UNAVAILABLE', 'IDENTITY_UNAVAILABLE', 'LIBRARY_OWNER'])
  })

  it('serve on while the issuer takes requests and never answers', async () => {
    const ask = start()
    await ask()
    issuer.set('silent')
    now = 11 * minutes
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill('LIBRARY_OWNER'))
    expect(fetches()).toBe(2)
  })

  it.each(['keys', 'error'] as const)(
    'are fetched once in 30 seconds however many unknown ids come, with an issuer that answers with %s',
    async (mode) => {
      const ask = start()
      await ask()
      issuer.set(mode)
      const before = fetches()
      for (let second = 0; second < 120; second += 1) {
        now = minutes + second * 1_000
        await Promise.all(Array.from({ length: 5 }, (_, i) => ask(`invented-${second}-${i}`)))
      }
      expect(fetches() - before).toBe(4)
    },
  )

  it('let nobody in by an id that two keys have', async () => {
    const twin = { ...keys.es.publicKey.export({ format: 'jwk' }), kid: 'ed-2024' }
    const same = { ...keys.ed.publicKey.export({ format: 'jwk' }), kid: 'ed-2024' }
    const find = createLocalJWKSet({ keys: [same, { ...same }, twin] })
    const read = createTokenReader([{ issuer: issuerName, audience, keys: find }])
    const attempt = read(token(headers.ed, claims(), signers.ed(keys.ed.privateKey)))
    await expect(attempt).rejects.toMatchObject({ code: 'BAD_TOKEN' })
  })
})
