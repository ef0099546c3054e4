import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { HubError } from './errors.ts'
import { type Viewer, viewerShape } from './viewer.ts'

/*
 * What the gateway signs to a subgraph, in two headers:
 *
 *   lianku-viewer: base64url of the viewer as JSON
 *   lianku-signature: v1 <key id> <epoch milliseconds> <nonce> <base64url of the HMAC-SHA256>
 *
 * The HMAC covers version, key id, time, nonce, subgraph, method, path with query, SHA-256 of the body, and the viewer.
 */

export const viewerHeader = 'lianku-viewer'
export const signatureHeader = 'lianku-signature'

/** Milliseconds by which the clocks of gateway and subgraph may differ, and as long a request stays good. */
export const signatureWindowMs = 30_000

export type SigningKey = { readonly id: string; readonly secret: string }

/** The key in use, and during a rotation a second one that is still or already accepted; none signs nothing. */
export type SigningKeys = readonly SigningKey[]

/** An HTTP request as both sides see it. */
export type SignedRequest = {
  /** Name of the subgraph that is asked: an answer of one must not be had from another. */
  readonly subgraph: string
  readonly method: string
  /** Path with its query string. */
  readonly path: string
  readonly body: string | Uint8Array
}

/** The keys of the configuration: SUBGRAPH_KEYS, else one made from the secret that gateway and subgraphs share. */
export function signingKeys(config: {
  readonly subgraphKeys: SigningKeys
  readonly secret: string | undefined
}): SigningKeys {
  if (config.subgraphKeys.length > 0 || config.secret === undefined) return config.subgraphKeys
  const secret = createHmac('sha256', config.secret).update('lianku subgraph signature').digest('base64url')
  return [{ id: 'secret', secret }]
}

/**
 * The keys for one contributed subgraph, made from the hub's own: what a province holds opens no other subgraph, nor the
 * registry.
 */
export function contributedKeys(keys: SigningKeys, subgraph: string): SigningKeys {
  return keys.map(({ id, secret }) => ({
    id,
    secret: createHmac('sha256', secret).update(`lianku contributed ${subgraph}`).digest('base64url'),
  }))
}

/** The headers that vouch for a viewer, signed with the first key. */
export function signRequest(
  request: SignedRequest,
  viewer: Viewer,
  [key]: SigningKeys,
  now: number = Date.now(),
): Record<string, string> {
  if (!key) return {}
  const written = Buffer.from(JSON.stringify(viewer)).toString('base64url')
  const claim: Claim = { keyId: key.id, at: String(now), nonce: randomBytes(16).toString('base64url') }
  const mac = macOf(request, claim, written, key).toString('base64url')
  return { [viewerHeader]: written, [signatureHeader]: `v1 ${claim.keyId} ${claim.at} ${claim.nonce} ${mac}` }
}

export type Verifier = (
  request: SignedRequest,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
) => Viewer

/** Checks signatures and gives back the signed viewer; throws BAD_SIGNATURE, also when a request comes again. */
export function createVerifier(keys: SigningKeys, now: () => number = Date.now): Verifier {
  const secrets = new Map(keys.map((key) => [key.id, key]))
  const firstSeen = rememberNonces(now)
  return (request, headers) => {
    const [, keyId = '', at = '', nonce = '', mac = ''] = form.exec(String(headers[signatureHeader])) ?? []
    const key = secrets.get(keyId)
    const viewer = headers[viewerHeader]
    if (!key || typeof viewer !== 'string') throw refused()
    const expected = macOf(request, { keyId, at, nonce }, viewer, key)
    const given = Buffer.from(mac, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused()
    if (Math.abs(now() - Number(at)) > signatureWindowMs) {
      throw new HubError('BAD_SIGNATURE', `请求签名的时间与本机时间应相差不超过 ${signatureWindowMs / 1000} 秒。`)
    }
    if (!firstSeen(nonce)) throw new HubError('BAD_SIGNATURE', '每个签名只应使用一次，收到重复的请求。')
    return readViewer(viewer)
  }
}

type Claim = { readonly keyId: string; readonly at: string; readonly nonce: string }

const form = /^v1 ([\w.-]{1,64}) (\d{1,15}) ([\w-]{22}) ([\w-]{43})$/

function macOf(request: SignedRequest, { keyId, at, nonce }: Claim, viewer: string, { secret }: SigningKey): Buffer {
  const body = createHash('sha256').update(request.body).digest('hex')
  const parts = ['v1', keyId, at, nonce, request.subgraph, request.method, request.path, body, viewer]
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
}

function readViewer(written: string): Viewer {
  try {
    return viewerShape.parse(JSON.parse(Buffer.from(written, 'base64url').toString('utf8')))
  } catch {
    // The gateway is of another version, or its key is in other hands.
    throw refused()
  }
}

/** Remembers each nonce for as long as its request could come again; only signed ones are kept, so nobody can fill it. */
function rememberNonces(now: () => number): (nonce: string) => boolean {
  let recent = new Set<string>()
  let before = new Set<string>()
  let turnedAt = now()
  return (nonce) => {
    // A request may be dated a window ahead and stay good a window after that.
    if (Math.abs(now() - turnedAt) > 2 * signatureWindowMs) {
      before = recent
      recent = new Set()
      turnedAt = now()
    }
    if (recent.has(nonce) || before.has(nonce)) return false
    recent.add(nonce)
    return true
  }
}

function refused(): HubError {
  return new HubError('BAD_SIGNATURE')
}
