import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import {
  createVerifier,
  type SignedRequest,
  signatureHeader,
  signatureWindowMs,
  signingKeys,
  signRequest,
  viewerHeader,
} from '#schema/signature.ts'
import { roles, type Viewer } from '#schema/viewer.ts'

const old = { id: '2023', secret: createHash('sha256').update('旧密钥').digest('hex') }
const fresh = { id: '2024', secret: createHash('sha256').update('新密钥').digest('hex') }
const noon = Date.parse('2024-01-15T04:00:00Z')

const request: SignedRequest = {
  subgraph: 'talent',
  method: 'POST',
  path: '/graphql',
  body: '{"query":"{ talents(first: 10) { nodes { name } } }"}',
}
const owner: Viewer = {
  role: 'LIBRARY_OWNER',
  subject: '湖北省教育厅科技处-07',
  province: 'HUBEI',
  libraries: ['hb-edu-talent', 'hb-edu-achievement'],
}

/** The code a subgraph refuses with, or the viewer it accepts. */
function outcome(asked: SignedRequest, headers: Record<string, string>, keys = [fresh], at = noon): unknown {
  try {
    return createVerifier(keys, () => at)(asked, headers)
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a signed request', () => {
  it('brings any viewer over unchanged', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((it) => !/\p{Cc}/u.test(it))
    const viewers = fc.record(
      {
        role: fc.constantFrom(...roles),
        subject: text,
        province: fc.constantFrom('HUBEI', 'SHAANXI', 'SHANXI'),
        agency: text,
        libraries: fc.array(text),
        organization: text,
        purposes: fc.array(text),
      },
      { requiredKeys: ['role'] },
    ) as fc.Arbitrary<Viewer>
    fc.assert(
      fc.property(viewers, fc.string(), (viewer, body) => {
        const asked = { ...request, body }
        expect(outcome(asked, signRequest(asked, viewer, [fresh], noon))).toEqual(viewer)
      }),
    )
  })

  it('is good once', () => {
    const verify = createVerifier([fresh], () => noon)
    const headers = signRequest(request, owner, [fresh], noon)
    expect(verify(request, headers)).toEqual(owner)
    expect(() => verify(request, headers)).toThrow('每个签名只应使用一次，收到重复的请求。')
  })

  it('stays used up for as long as its time is good', () => {
    let now = noon
    const verify = createVerifier([fresh], () => now)
    const ahead = signRequest(request, owner, [fresh], noon + signatureWindowMs)
    verify(request, ahead)
    const codes = Array.from({ length: 70 }, (_, second) => {
      now = noon + second * 1_000
      // Other requests come in between, which is when old ones are forgotten.
      verify(request, signRequest(request, owner, [fresh], now))
      try {
        return verify(request, ahead)
      } catch (error) {
        return (error as { code: string }).code
      }
    })
    expect(codes).toEqual(Array(70).fill('BAD_SIGNATURE'))
  })

  it('is refused when anything it covers was changed', () => {
    const headers = signRequest(request, owner, [fresh], noon)
    const operator = Buffer.from(JSON.stringify({ ...owner, role: 'OPERATOR' })).toString('base64url')
    const [version, id, at, nonce, mac] = headers[signatureHeader]!.split(' ')
    const written = (...parts: (string | undefined)[]) => ({ ...headers, [signatureHeader]: parts.join(' ') })
    expect({
      untouched: outcome(request, headers),
      subgraph: outcome({ ...request, subgraph: 'demand' }, headers),
      method: outcome({ ...request, method: 'GET' }, headers),
      path: outcome({ ...request, path: '/graphql?x' }, headers),
      body: outcome({ ...request, body: `${request.body} ` }, headers),
      viewer: outcome(request, { ...headers, [viewerHeader]: operator }),
      noViewer: outcome(request, { [signatureHeader]: headers[signatureHeader]! }),
      version: outcome(request, written('v2', id, at, nonce, mac)),
      key: outcome(request, written(version, '2023', at, nonce, mac), [fresh, { ...old, id: '2023' }]),
      unknownKey: outcome(request, written(version, '2025', at, nonce, mac)),
      time: outcome(request, written(version, id, String(noon + 1), nonce, mac)),
      nonce: outcome(request, written(version, id, at, 'A'.repeat(22), mac)),
      noMac: outcome(request, written(version, id, at, nonce)),
      shortMac: outcome(request, written(version, id, at, nonce, mac!.slice(0, 42))),
      zeroMac: outcome(request, written(version, id, at, nonce, 'A'.repeat(43))),
      twice: outcome(request, {
        ...headers,
        [signatureHeader]: `${headers[signatureHeader]}, ${headers[signatureHeader]}`,
      }),
      empty: outcome(request, { ...headers, [signatureHeader]: '' }),
    }).toEqual({
      untouched: owner,
      ...Object.fromEntries(
        ['subgraph', 'method', 'path', 'body', 'viewer', 'noViewer', 'version', 'key', 'unknownKey', 'time', 'nonce']
          .concat('noMac', 'shortMac', 'zeroMac', 'twice', 'empty')
          .map((changed) => [changed, 'BAD_SIGNATURE']),
      ),
    })
  })

  it('cannot move text from one covered part into the next', () => {
    const headers = signRequest({ ...request, method: 'POST', path: '/graphql' }, owner, [fresh], noon)
    expect(outcome({ ...request, method: 'POST/', path: 'graphql' }, headers)).toBe('BAD_SIGNATURE')
  })

  it('may come from a clock that is off by the window, not by more', () => {
    const after = (ms: number) => outcome(request, signRequest(request, owner, [fresh], noon + ms))
    expect([-signatureWindowMs - 1, -signatureWindowMs, signatureWindowMs, signatureWindowMs + 1].map(after)).toEqual([
      'BAD_SIGNATURE',
      owner,
      owner,
      'BAD_SIGNATURE',
    ])
  })

  it('is accepted under the old and the new key while both are live', () => {
    const oldOnly = signRequest(request, owner, [old], noon)
    const rotated = signRequest(request, owner, [fresh, old], noon)
    expect({
      before: outcome(request, oldOnly, [old]),
      during: [outcome(request, oldOnly, [fresh, old]), outcome(request, rotated, [fresh, old])],
      after: [outcome(request, oldOnly, [fresh]), outcome(request, rotated, [fresh])],
    }).toEqual({ before: owner, during: [owner, owner], after: ['BAD_SIGNATURE', owner] })
  })

  it('with a viewer nobody knows is refused', () => {
    const strange = { ...owner, role: 'ADMIN' } as unknown as Viewer
    const extra = { ...owner, clearance: 'ALL' } as Viewer
    expect([strange, extra].map((viewer) => outcome(request, signRequest(request, viewer, [fresh], noon)))).toEqual([
      'BAD_SIGNATURE',
      'BAD_SIGNATURE',
    ])
  })
})

describe('SUBGRAPH_KEYS', () => {
  const keysOf = (env: NodeJS.ProcessEnv) => signingKeys(readConfig(env))

  it('gives the keys, else LIANKU_SECRET gives one, else nothing is signed', () => {
    const both = `${fresh.id}=${fresh.secret}, ${old.id}=${old.secret}`
    expect(keysOf({ SUBGRAPH_KEYS: both })).toEqual([fresh, old])
    expect(keysOf({ LIANKU_SECRET: 'a secret of the hub' })).toEqual([
      { id: 'secret', secret: expect.stringMatching(/^[\w-]{43}$/) },
    ])
    expect(signRequest(request, owner, keysOf({}))).toEqual({})
  })

  it('is refused when it cannot protect, without printing a secret', () => {
    const complaint = (SUBGRAPH_KEYS: string) => {
      try {
        return readConfig({ SUBGRAPH_KEYS })
      } catch (error) {
        return (error as Error).message
      }
    }
    const [a, b, c] = ['a', 'b', 'c'].map((id) => `${id}=${fresh.secret}`)
    expect([complaint('a=hunter2'), complaint(`${a},${b},${c}`), complaint(`${a},${a}`)]).toEqual([
      'SUBGRAPH_KEYS expects name=secret, each secret of 32 characters or more.',
      'SUBGRAPH_KEYS has more than two keys; keep the new one and the old one.',
      'SUBGRAPH_KEYS names two keys alike.',
    ])
  })
})
