import type { KeyObject } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { HubError } from '#schema/errors.ts'
import { type Viewer, viewerShape } from '#schema/viewer.ts'

/** Whose tokens count, and what they are checked with. */
export interface Issuer {
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey | KeyObject
}

/** The viewer a token speaks for. Throws BAD_TOKEN, or IDENTITY_UNAVAILABLE when there are no keys to check it with. */
export function createTokenReader(issuers: readonly Issuer[]): (token: string) => Promise<Viewer> {
  const byName = new Map(issuers.map((it) => [it.issuer, it]))
  const verified = new LRUCache<string, Verified>({ max: 10_000, ttl: rememberedMs })
  return async (token) => {
    const known = verified.get(token)
    if (known && Date.now() < known.expiresAt) return known.viewer
    try {
      refuseOddForm(token)
      const trusted = byName.get(String(decodeJwt(token).iss))
      if (!trusted) throw new HubError('BAD_TOKEN')
      const fresh = await verify(token, trusted)
      verified.set(token, fresh)
      return fresh.viewer
    } catch (error) {
      if (error instanceof HubError) throw error
      if (error instanceof errors.JWTExpired) throw new HubError('BAD_TOKEN', '令牌已过期，请重新获取。')
      throw new HubError('BAD_TOKEN')
    }
  }
}

type Verified = {
  readonly viewer: Viewer
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** A signature costs more to check than a small query to answer; a withdrawn key is noticed after ten minutes anyway. */
const rememberedMs = 60_000

async function verify(token: string, { issuer, audience, keys }: Issuer): Promise<Verified> {
  const { payload } = await jwtVerify(token, keys as JWTVerifyGetKey, {
    algorithms: [...algorithms],
    issuer,
    audience,
    typ: 'at+jwt',
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: '24h',
    clockTolerance: 30,
  })
  const { sub, lianku } = claimsShape.parse(payload)
  return { viewer: viewerShape.parse({ ...lianku, subject: sub }), expiresAt: payload.exp! * 1_000 }
}

const algorithms = ['EdDSA', 'ES256'] as const

/** An issuer needs no more in a header; `jwk`, `jku`, `x5u`, `crit` and the like would bring keys or rules of their own. */
const headerShape = z.strictObject({
  alg: z.enum(algorithms),
  typ: z.string().max(20),
  kid: z.string().min(1).max(200),
})

/** RFC 7519 lets an issuer add claims of its own; those of ours are all in `lianku`, and there nothing else may be. */
const claimsShape = z.object({ sub: z.string(), lianku: viewerShape.omit({ subject: true }) })

const longest = 8_192

function refuseOddForm(token: string): void {
  const parts = token.length > longest ? [] : token.split('.')
  // A decoder ignores stray bits and characters, by which one signed token would have many spellings.
  const canonical = parts.every((part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part)
  if (parts.length !== 3 || !canonical) throw new HubError('BAD_TOKEN')
  headerShape.parse(decodeProtectedHeader(token))
}
