import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const audience = 'https://lianku.hubei.example/graphql'
export const issuerName = 'https://id.hubei.example/realms/keji'

export type Json = Record<string, unknown>

/** Keys of an issuer: two it may sign with, and one of a kind the hub does not take, published all the same. */
export const keys = {
  ed: generateKeyPairSync('ed25519'),
  es: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
}

export const published = {
  keys: [
    { ...keys.ed.publicKey.export({ format: 'jwk' }), kid: 'ed-2024', use: 'sig', alg: 'EdDSA' },
    { ...keys.es.publicKey.export({ format: 'jwk' }), kid: 'es-2024', use: 'sig', alg: 'ES256' },
    { ...keys.rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa-2024', use: 'sig', alg: 'RS256' },
  ],
}

export const headers = {
  ed: { alg: 'EdDSA', typ: 'at+jwt', kid: 'ed-2024' },
  es: { alg: 'ES256', typ: 'at+jwt', kid: 'es-2024' },
} as const

/** What a library owner's access token says, as of now. */
export function claims(): Json {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: issuerName,
    aud: audience,
    sub: 'jyt-kjc-07',
    iat: now,
    exp: now + 300,
    client_id: 'hb-portal',
    jti: '9d6f0c52-3c0e-4b7c-9d39-2f7a0e0f8a11',
    lianku: { role: 'LIBRARY_OWNER', province: 'HUBEI', agency: '湖北省教育厅', libraries: ['hb-edu-talent'] },
  }
}

export const encode = (part: string | Uint8Array | Json) =>
  Buffer.from(typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part)).toString(
    'base64url',
  )

export type Signer = (text: string) => Uint8Array

export const signers = {
  ed: (key: KeyObject) => (text: string) => sign(null, Buffer.from(text), key),
  es: (key: KeyObject) => (text: string) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }),
  hmac: (secret: string | Uint8Array, hash: string) => (text: string) => createHmac(hash, secret).update(text).digest(),
}

/** The issuer's own signatures. */
export const trusted = { ed: signers.ed(keys.ed.privateKey), es: signers.es(keys.es.privateKey) }

/** A token of any header and claims, even ones that are no JSON. */
export function token(header: Json | string, payload: Json | string, signer: Signer): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${encode(signer(signed))}`
}

export type Mode = 'keys' | 'rotated' | 'error' | 'page' | 'silent' | 'redirect'

/** An issuer's key address on loopback that can be made to fail in several ways. */
export async function serveKeys() {
  let mode: Mode = 'keys'
  let fetches = 0
  const rotated = { ...keys.ed.publicKey.export({ format: 'jwk' }), kid: 'ed-2025', use: 'sig', alg: 'EdDSA' }
  const answers: Record<Mode, readonly [status: number, body: string]> = {
    keys: [200, JSON.stringify(published)],
    rotated: [200, JSON.stringify({ keys: [rotated] })],
    error: [500, '{"error":"server_error"}'],
    page: [200, '<html><body>统一身份认证平台维护中</body></html>'],
    redirect: [302, ''],
    silent: [200, ''],
  }
  const server = createServer((_, response) => {
    fetches += 1
    if (mode === 'silent') return
    const [status, body] = answers[mode]
    response.writeHead(status, { 'content-type': 'application/json', ...(status === 302 ? { location: '/keys' } : {}) })
    response.end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    set: (next: Mode) => {
      mode = next
    },
    fetches: () => fetches,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
