import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/*
 * What the gateway signs, in two headers:
 *
 *   lianku-viewer: base64url of who asks, as JSON
 *   lianku-signature: v1 <key id> <epoch milliseconds> <nonce> <base64url of the HMAC-SHA256>
 *
 * The HMAC covers version, key id, time, nonce, subgraph, method, path with query, SHA-256 of the body, and the viewer.
 */

/** Who asks, as the gateway vouches for it. */
export interface Viewer {
  readonly role: string
  readonly province?: string
}

export interface SignedRequest {
  readonly method: string
  /** Path with its query string. */
  readonly path: string
  readonly body: Uint8Array
  readonly viewer: string | undefined
  readonly signature: string | undefined
}

const windowMs = 30_000
const form = /^v1 ([\w.-]{1,64}) (\d{1,15}) ([\w-]{22}) ([\w-]{43})$/

/** Checks signatures with keys `id=secret,…` and gives back who asks: the public when nothing is signed. Throws. */
export function createVerifier(subgraph: string, keyText: string): (request: SignedRequest) => Viewer {
  const pairs = keyText.split(',').filter((pair) => pair.includes('='))
  const secrets = new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)]),
  )
  let recent = new Set<string>()
  let before = new Set<string>()
  let turnedAt = Date.now()

  return ({ method, path, body, viewer, signature }) => {
    if (signature === undefined) return { role: 'PUBLIC' }
    const [, keyId = '', at = '', nonce = '', mac = ''] = form.exec(signature) ?? []
    const secret = secrets.get(keyId)
    if (!secret || viewer === undefined) throw refused()
    const digest = createHash('sha256').update(body).digest('hex')
    const parts = ['v1', keyId, at, nonce, subgraph, method, path, digest, viewer]
    const expected = createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
    const given = Buffer.from(mac, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused()
    if (Math.abs(Date.now() - Number(at)) > windowMs) throw refused()
    // A nonce is kept as long as its request could come again.
    if (Date.now() - turnedAt > 2 * windowMs) {
      before = recent
      recent = new Set()
      turnedAt = Date.now()
    }
    if (recent.has(nonce) || before.has(nonce)) throw refused()
    recent.add(nonce)
    return JSON.parse(Buffer.from(viewer, 'base64url').toString('utf8')) as Viewer
  }
}

function refused(): Error {
  return new Error('请求签名不正确。')
}
