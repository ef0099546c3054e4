import { createLocalJWKSet } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { createTokenReader } from '../../../gateway/identity/token.ts'
import { badTokens } from './bad-tokens.ts'
import { audience, claims, headers, issuerName, published, token, trusted } from './issuer.ts'

const read = createTokenReader([{ issuer: issuerName, audience, keys: createLocalJWKSet(published) }])

const outcomeOf = (text: string) =>
  read(text).then(
    (viewer) => viewer,
    ({ code, message }) => [code, message],
  )

const owner = {
  role: 'LIBRARY_OWNER',
  subject: 'jyt-kjc-07',
  province: 'HUBEI',
  agency: '湖北省教育厅',
  libraries: ['hb-edu-talent'],
}

describe('a token', () => {
  it('of the issuer tells who asks, under either algorithm', async () => {
    const now = Math.floor(Date.now() / 1000)
    const accepted = [
      token(headers.ed, claims(), trusted.ed),
      token(headers.es, claims(), trusted.es),
      token(headers.ed, { ...claims(), aud: ['https://portal.hubei.example', audience] }, trusted.ed),
      token(headers.ed, { ...claims(), exp: now - 2, nbf: now + 20, iat: now + 20 }, trusted.ed),
      token({ ...headers.ed, typ: 'application/at+jwt' }, claims(), trusted.ed),
    ]
    expect(await Promise.all(accepted.map(outcomeOf))).toEqual(Array(5).fill(owner))
  })

  it('says when it has expired, and nothing else of why it is refused', async () => {
    const expired = token(headers.ed, { ...claims(), exp: 1_700_000_000 }, trusted.ed)
    const foreign = token(headers.ed, { ...claims(), aud: 'lianku' }, trusted.ed)
    expect([await outcomeOf(expired), await outcomeOf(foreign)]).toEqual([
      ['BAD_TOKEN', '令牌已过期，请重新获取。'],
      ['BAD_TOKEN', '令牌无效，应由约定的签发方为本服务签发且未过期。'],
    ])
  })

  it('that was good a moment ago is refused once it has expired', async () => {
    const good = token(headers.ed, claims(), trusted.ed)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const outcomes: unknown[] = []
    for (const seconds of [0, 290, 50]) {
      vi.setSystemTime(Date.now() + seconds * 1_000)
      outcomes.push(await outcomeOf(good))
    }
    vi.useRealTimers()
    expect(outcomes).toEqual([owner, owner, ['BAD_TOKEN', '令牌已过期，请重新获取。']])
  })

  it('made any other way is refused, at least 300 ways', async () => {
    const attempts = badTokens()
    expect(new Set(attempts.map(([name]) => name)).size).toBe(attempts.length)
    expect(attempts.length).toBeGreaterThanOrEqual(300)
    const accepted: string[] = []
    const codes = new Set<unknown>()
    for (const [name, text] of attempts) {
      const outcome = await outcomeOf(text)
      if (Array.isArray(outcome)) codes.add(outcome[0])
      else accepted.push(name)
    }
    expect({ accepted, codes: [...codes] }).toEqual({ accepted: [], codes: ['BAD_TOKEN'] })
  })
})
