import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose'
import { HubError } from '#schema/errors.ts'

export interface KeySetOptions {
  readonly url: string
  /** Told why the keys could not be fetched. */
  readonly report: (error: unknown) => void
  /** Milliseconds of a clock that nobody sets. */
  readonly clock?: () => number
}

/** Milliseconds: keys are looked up anew after ten minutes, so that a revoked one stops working. */
const freshMs = 10 * 60_000
/** Once the issuer is down its last keys serve four hours more, then nobody gets in. */
const graceMs = freshMs + 4 * 3_600_000
/** Between two fetches, whatever came of the first: tokens with invented key ids must not become load on the issuer. */
const pauseMs = 30_000
const timeoutMs = 2_000

/** The issuer's published keys. Throws IDENTITY_UNAVAILABLE when there are none to check a token with. */
export function createKeySet({ url, report, clock = () => performance.now() }: KeySetOptions): JWTVerifyGetKey {
  let current: { readonly find: JWTVerifyGetKey; readonly fetchedAt: number } | undefined
  let triedAt = Number.NEGATIVE_INFINITY
  let trying: Promise<void> | undefined

  function refresh(): Promise<void> {
    if (trying) return trying
    if (clock() - triedAt < pauseMs) return Promise.resolve()
    triedAt = clock()
    trying = fetchKeys(url)
      .then((find) => {
        current = { find, fetchedAt: clock() }
      }, report)
      .finally(() => {
        trying = undefined
      })
    return trying
  }

  const age = () => (current ? clock() - current.fetchedAt : Number.POSITIVE_INFINITY)

  return async (header, token) => {
    if (age() > freshMs) await refresh()
    if (!current || age() > graceMs) throw new HubError('IDENTITY_UNAVAILABLE')
    try {
      return await current.find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return current.find(header, token)
    }
  }
}

async function fetchKeys(url: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(url, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return createLocalJWKSet((await response.json()) as Parameters<typeof createLocalJWKSet>[0])
}
