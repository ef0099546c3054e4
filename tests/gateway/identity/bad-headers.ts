import { type Attempt, forger, stranger } from './bad-signatures.ts'
import { claims, encode, headers, issuerName, type Json, published, token, trusted } from './issuer.ts'

/** Headers that bring a key or a rule along, signed by a stranger and by the issuer itself. */
export function headersWithKeys(): Attempt[] {
  const jwk = { ...stranger.ed.publicKey.export({ format: 'jwk' }), kid: 'ed-2024', alg: 'EdDSA' }
  const certificate = encode(stranger.ed.publicKey.export({ type: 'spki', format: 'der' }))
  const extra: readonly Json[] = [
    { jwk },
    { jwk: { kty: 'oct', k: '' } },
    { jwk: published.keys[0] },
    { jku: 'https://attacker.example/keys' },
    { jku: 'file:///etc/passwd' },
    { jku: 'http://127.0.0.1:4000/graphql?query={__typename}' },
    { jwks_uri: 'https://attacker.example/keys' },
    { x5u: 'https://attacker.example/cert.pem' },
    { x5c: [certificate] },
    { x5t: certificate.slice(0, 27) },
    { 'x5t#S256': certificate.slice(0, 43) },
    { crit: ['exp'] },
    { crit: ['b64'], b64: false },
    { crit: [] },
    { crit: ['alg'] },
    { crit: 'exp', exp: 0 },
    { b64: true },
    { zip: 'DEF' },
    { enc: 'A256GCM' },
    { cty: 'JWT' },
    { epk: jwk },
    { p2c: 2_000_000_000, p2s: 'AAAA' },
    { iss: issuerName },
    { url: 'https://attacker.example' },
    { nonce: 'x' },
  ]
  return extra.flatMap((more): Attempt[] => [
    [`stranger with ${JSON.stringify(more).slice(0, 120)}`, token({ ...headers.ed, ...more }, claims(), forger)],
    [`issuer with ${JSON.stringify(more).slice(0, 120)}`, token({ ...headers.ed, ...more }, claims(), trusted.ed)],
  ])
}

export function keyIds(): Attempt[] {
  const ids = [
    '../../../../dev/null',
    '/dev/null',
    "' UNION SELECT 'c2VjcmV0' --",
    '$(id)',
    '`id`',
    '| cat /etc/passwd',
    'https://attacker.example/keys',
    'file:///etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    'ed-2024 ',
    ' ed-2024',
    'ED-2024',
    'ed-2024\u0000',
    'ed-2024,es-2024',
    'es-2024',
    'rsa-2024',
    'k'.repeat(4_000),
    '',
    null,
    0,
    true,
    [],
    ['ed-2024'],
    { kid: 'ed-2024' },
    undefined,
  ]
  return ids.flatMap((kid): Attempt[] => {
    const shown = String(JSON.stringify(kid)).slice(0, 80)
    return [
      [`stranger with kid ${shown}`, token({ ...headers.ed, kid }, claims(), forger)],
      [`issuer with kid ${shown}`, token({ ...headers.ed, kid }, claims(), trusted.ed)],
    ]
  })
}

export function types(): Attempt[] {
  const others = [
    'JWT',
    'jwt',
    'rt+jwt',
    'refresh+jwt',
    'id+jwt',
    'logout+jwt',
    'dpop+jwt',
    'secevent+jwt',
    'at',
    'jws',
  ]
  const odd = ['', ' at+jwt', 'at+jwt;x', 'text/at+jwt', 'application/jwt', null, 1, ['at+jwt'], {}, undefined]
  return [...others, ...odd].flatMap((typ): Attempt[] => [
    [`typ ${JSON.stringify(typ)}, EdDSA`, token({ ...headers.ed, typ }, claims(), trusted.ed)],
    [`typ ${JSON.stringify(typ)}, ES256`, token({ ...headers.es, typ }, claims(), trusted.es)],
  ])
}
