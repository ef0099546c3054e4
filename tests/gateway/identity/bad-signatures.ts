import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { claims, encode, headers, type Json, keys, published, type Signer, signers, token, trusted } from './issuer.ts'

/** One attempt to get in: what it tries, and the token. */
export type Attempt = readonly [name: string, token: string]

/** Keys of somebody the hub does not trust. */
export const stranger = { ed: generateKeyPairSync('ed25519'), es: generateKeyPairSync('ec', { namedCurve: 'P-256' }) }

export const forger = signers.ed(stranger.ed.privateKey)

export function unsecured(): Attempt[] {
  const names = ['none', 'None', 'NONE', 'nOnE', 'none ', ' none', 'no\u0000ne', '', null, 0, false, [], ['none'], {}]
  const signatures = { no: '', zero: encode(Buffer.alloc(64)), one: 'AA', forged: encode(forger('')) }
  return names.flatMap((alg) =>
    Object.entries(signatures).map(([kind, signature]): Attempt => {
      const signed = `${encode({ ...headers.ed, alg })}.${encode(claims())}`
      return [`alg ${JSON.stringify(alg)} with ${kind} signature`, `${signed}.${signature}`]
    }),
  )
}

/** The public keys in every spelling an implementation might take for a shared secret. */
export function publicKeysAsSecrets(): Attempt[] {
  const spellings = Object.entries(keys).flatMap(([name, { publicKey }]) => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
    const jwk = publicKey.export({ format: 'jwk' })
    return Object.entries({
      PEM: pem,
      'PEM without line end': pem.trim(),
      'PEM with CRLF': pem.replaceAll('\n', '\r\n'),
      DER: publicKey.export({ type: 'spki', format: 'der' }),
      JWK: JSON.stringify(jwk),
      x: Buffer.from(jwk.x ?? jwk.n!, 'base64url'),
    }).map(([spelling, secret]) => [`${name} ${spelling}`, secret] as const)
  })
  const secrets = [...spellings, ['empty', ''], ['key set', JSON.stringify(published)], ['kid', 'ed-2024']] as const
  return secrets.flatMap(([name, secret]) => [
    ...['256', '384', '512'].map(
      (bits): Attempt => [
        `HS${bits} with ${name}`,
        token({ ...headers.ed, alg: `HS${bits}` }, claims(), signers.hmac(secret, `sha${bits}`)),
      ],
    ),
    [`EdDSA that is an HMAC with ${name}`, token(headers.ed, claims(), signers.hmac(secret, 'sha512'))] as const,
    [`ES256 that is an HMAC with ${name}`, token(headers.es, claims(), signers.hmac(secret, 'sha512'))] as const,
  ])
}

export function brokenSignatures(): Attempt[] {
  const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')
  const zero = Buffer.alloc(32)
  const one = Buffer.concat([Buffer.alloc(31), Buffer.from([1])])
  const der: Signer = (text) => sign('sha256', Buffer.from(text), keys.es.privateKey)
  const made: Record<string, (genuine: Signer) => Signer> = {
    'all zero': () => () => Buffer.alloc(64),
    'all ones': () => () => Buffer.alloc(64, 255),
    'r = s = 1': () => () => Buffer.concat([one, one]),
    'r = 0': (genuine) => (text) => Buffer.concat([zero, genuine(text).subarray(32)]),
    's = 0': (genuine) => (text) => Buffer.concat([genuine(text).subarray(0, 32), zero]),
    'r = n': (genuine) => (text) => Buffer.concat([order, genuine(text).subarray(32)]),
    's = n': (genuine) => (text) => Buffer.concat([genuine(text).subarray(0, 32), order]),
    'n, n': () => () => Buffer.concat([order, order]),
    'halves swapped': (genuine) => (text) => Buffer.concat([genuine(text).subarray(32), genuine(text).subarray(0, 32)]),
    'one byte short': (genuine) => (text) => genuine(text).subarray(0, 63),
    'one byte long': (genuine) => (text) => Buffer.concat([genuine(text), Buffer.from([0])]),
    'one byte': () => () => Buffer.from([0]),
    'of another token': (genuine) => () => genuine(`${encode(headers.ed)}.${encode({ ...claims(), sub: 'other' })}`),
    'of the payload alone': (genuine) => (text) => genuine(text.split('.')[1]!),
    'of the text with a line end': (genuine) => (text) => genuine(`${text}\n`),
    'of a stranger': () => forger,
    'of a stranger, ES256': () => signers.es(stranger.es.privateKey),
    'in DER': () => der,
  }
  return (['ed', 'es'] as const).flatMap((kind) => [
    ...Object.entries(made).map(
      ([name, make]): Attempt => [
        `${headers[kind].alg} signature ${name}`,
        token(headers[kind], claims(), make(trusted[kind])),
      ],
    ),
    [
      `${headers[kind].alg} signed by the other key`,
      token(headers[kind], claims(), trusted[kind === 'ed' ? 'es' : 'ed']),
    ],
  ])
}

/** Genuinely signed by a published key, with algorithms the hub does not take; and names that only look like its own. */
export function otherAlgorithms(): Attempt[] {
  const rsa = (options: Json, hash: string) => (text: string) =>
    sign(hash, Buffer.from(text), { key: keys.rsa.privateKey, ...options } as { key: KeyObject })
  const pss = { padding: 6, saltLength: 32 }
  const names = [
    'eddsa',
    'EDDSA',
    'EdDSA ',
    'Ed25519',
    'ED25519',
    'es256',
    'ES-256',
    'ES256K',
    'ES384',
    'ES512',
    'Ed448',
  ]
  return [
    ['RS256', token({ alg: 'RS256', typ: 'at+jwt', kid: 'rsa-2024' }, claims(), rsa({}, 'sha256'))],
    ['RS512', token({ alg: 'RS512', typ: 'at+jwt', kid: 'rsa-2024' }, claims(), rsa({}, 'sha512'))],
    ['PS256', token({ alg: 'PS256', typ: 'at+jwt', kid: 'rsa-2024' }, claims(), rsa(pss, 'sha256'))],
    ...names.flatMap((alg): Attempt[] => [
      [`alg ${alg} by the EdDSA key`, token({ ...headers.ed, alg }, claims(), trusted.ed)],
      [`alg ${alg} by the ES256 key`, token({ ...headers.es, alg }, claims(), trusted.es)],
    ]),
  ]
}
