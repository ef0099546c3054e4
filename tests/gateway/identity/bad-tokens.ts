import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  audience,
  claims,
  encode,
  headers,
  issuerName,
  type Json,
  keys,
  published,
  type Signer,
  signers,
  token,
  trusted,
} from './issuer.ts'

/** One attempt to get in: what it tries, and the token. */
export type Attempt = readonly [name: string, token: string]

const stranger = { ed: generateKeyPairSync('ed25519'), es: generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
const forger = signers.ed(stranger.ed.privateKey)

/** Every attempt; none may be accepted by a hub that trusts `issuer.ts`. */
export function badTokens(): readonly Attempt[] {
  return [
    ...unsecured(),
    ...publicKeysAsSecrets(),
    ...brokenSignatures(),
    ...headersWithKeys(),
    ...keyIds(),
    ...types(),
    ...otherAlgorithms(),
    ...wrongClaims(),
    ...wrongViewers(),
    ...oddForms(),
  ]
}

function unsecured(): Attempt[] {
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
function publicKeysAsSecrets(): Attempt[] {
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

function brokenSignatures(): Attempt[] {
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

/** Headers that bring a key or a rule along, signed by a stranger and by the issuer itself. */
function headersWithKeys(): Attempt[] {
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

function keyIds(): Attempt[] {
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

function types(): Attempt[] {
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

/** Genuinely signed by a published key, with algorithms the hub does not take; and names that only look like its own. */
function otherAlgorithms(): Attempt[] {
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

function wrongClaims(): Attempt[] {
  const now = Math.floor(Date.now() / 1000)
  const values: Record<string, readonly unknown[]> = {
    iss: [
      undefined,
      null,
      '',
      `${issuerName}/`,
      issuerName.toUpperCase(),
      issuerName.replace('https', 'http'),
      'https://id.hubei.example/realms/other',
      'urn:lianku:development',
      [issuerName, 'https://attacker.example'],
      { issuer: issuerName },
    ],
    aud: [
      undefined,
      null,
      '',
      [],
      'lianku',
      'https://lianku.liaoning.example/graphql',
      `${audience}/`,
      [`${audience}.attacker.example`],
      { aud: audience },
      7,
    ],
    exp: [undefined, null, '', 0, -1, now - 31, now - 3_600, String(now + 300), [now + 300], {}, true],
    nbf: [now + 120, now + 3_600, String(now), [], null],
    iat: [undefined, null, now + 120, now + 86_400, now - 2 * 86_400, String(now), [now], -1],
    sub: [undefined, null, '', 0, [], ['jyt-kjc-07'], {}, 'x'.repeat(201), 'jyt\u0000kjc', '\ud800', 'a\nb'],
  }
  return Object.entries(values).flatMap(([name, tried]) =>
    tried.map(
      (value): Attempt => [
        `${name} ${String(JSON.stringify(value)).slice(0, 60)}`,
        token(headers.ed, { ...claims(), [name]: value }, trusted.ed),
      ],
    ),
  )
}

function wrongViewers(): Attempt[] {
  const good = claims().lianku as Json
  const odd: readonly unknown[] = [
    undefined,
    null,
    '',
    'LIBRARY_OWNER',
    [],
    [good],
    {},
    { ...good, role: undefined },
    { ...good, role: null },
    { ...good, role: '' },
    { ...good, role: 'library_owner' },
    { ...good, role: 'ADMIN' },
    { ...good, role: 'ROOT' },
    { ...good, role: ['OPERATOR'] },
    { ...good, role: 'PUBLIC,OPERATOR' },
    { ...good, role: 'OPERATOR\u0000' },
    { ...good, province: '湖北省' },
    { ...good, province: '42' },
    { ...good, province: 'hubei' },
    { ...good, province: '*' },
    { ...good, province: ['HUBEI', 'LIAONING'] },
    { ...good, province: null },
    { ...good, agency: '' },
    { ...good, agency: { name: '湖北省教育厅' } },
    { ...good, libraries: 'hb-edu-talent' },
    { ...good, libraries: [''] },
    { ...good, libraries: [['hb-edu-talent']] },
    { ...good, libraries: [null] },
    { ...good, libraries: { 0: 'hb-edu-talent' } },
    { ...good, libraries: Array(101).fill('hb-edu-talent') },
    { ...good, organization: '' },
    { ...good, organization: 91420100 },
    { ...good, purposes: 'LIST_CONTACT' },
    { ...good, purposes: [1] },
    { ...good, purposes: Array(21).fill('LIST_CONTACT') },
    { ...good, subject: 'somebody-else' },
    { ...good, clearance: 'ALL' },
    { ...good, roles: ['OPERATOR'] },
  ]
  const raw = ['__proto__', 'constructor', 'role'].map((name): Attempt => {
    const text = JSON.stringify(claims()).replace('"lianku":{', `"lianku":{"${name}":{"role":"OPERATOR"},`)
    return [`viewer with ${name} inside`, token(headers.ed, text.replace('"role":"LIBRARY_OWNER",', ''), trusted.ed)]
  })
  const outside = { ...claims(), role: 'OPERATOR', lianku: undefined }
  return [
    ...odd.map(
      (lianku): Attempt => [
        `viewer ${String(JSON.stringify(lianku)).slice(0, 300)}`,
        token(headers.ed, { ...claims(), lianku }, trusted.ed),
      ],
    ),
    ...raw,
    ['role outside of the viewer', token(headers.ed, outside, trusted.ed)],
    ['viewer as the issuer’s own claims', token(headers.ed, { ...claims(), ...good, lianku: undefined }, trusted.ed)],
  ]
}

function oddForms(): Attempt[] {
  const good = token(headers.ed, claims(), trusted.ed)
  const [header = '', payload = '', signature = ''] = good.split('.')
  const doubled = (first: string, second: string) =>
    `{"alg":"${first}","alg":"${second}","typ":"at+jwt","kid":"ed-2024"}`
  const texts: Record<string, string> = {
    empty: '',
    dots: '..',
    'many dots': '.'.repeat(5_000),
    'no signature': `${header}.${payload}`,
    'empty signature': `${header}.${payload}.`,
    'no header': `.${payload}.${signature}`,
    'no payload': `${header}..${signature}`,
    'four parts': `${good}.${signature}`,
    'five parts': `${good}.${signature}.${signature}`,
    'leading dot': `.${good}`,
    'trailing dot': `${good}.`,
    'trailing space': `${good} `,
    padded: `${good}==`,
    'padded header': `${header}=.${payload}.${signature}`,
    'line end in the signature': `${header}.${payload}.${signature.slice(0, 40)}\n${signature.slice(40)}`,
    'space in the payload': `${header}.${payload.slice(0, 40)} ${payload.slice(40)}.${signature}`,
    'plain base64': `${header}.${payload}.${Buffer.from(signature, 'base64url').toString('base64')}`,
    // The last character stands for two bits; the next one in the alphabet decodes to the same bytes.
    'stray bits': `${good.slice(0, -1)}${String.fromCharCode(good.charCodeAt(good.length - 1) + 1)}`,
    'stray character': `${good}A`,
    'percent encoded': `${header}%2E${payload}%2E${signature}`,
    'full width dots': `${header}．${payload}．${signature}`,
    'two tokens': `${good},${good}`,
    'two words': `${good} ${good}`,
    'as JSON': JSON.stringify({ protected: header, payload, signature }),
    'as flattened JWS': encode({ protected: header, payload, signature }),
    'too long': token(headers.ed, { ...claims(), note: 'x'.repeat(9_000) }, trusted.ed),
    'header is no JSON': token('alg=EdDSA', claims(), trusted.ed),
    'header is a list': token('["EdDSA"]', claims(), trusted.ed),
    'header is a string': token('"EdDSA"', claims(), trusted.ed),
    'header is null': token('null', claims(), trusted.ed),
    'header is empty': token({}, claims(), trusted.ed),
    'header has no alg': token({ typ: 'at+jwt', kid: 'ed-2024' }, claims(), trusted.ed),
    'header is not UTF-8': `${encode(Buffer.from([255, 254, 123, 125]))}.${payload}.${signature}`,
    'header cut off': token('{"alg":"EdDSA","typ":"at+jwt","kid":"ed-2024"', claims(), trusted.ed),
    'header says none last': token(doubled('EdDSA', 'none'), claims(), trusted.ed),
    'header says HS256 last': token(doubled('EdDSA', 'HS256'), claims(), signers.hmac('', 'sha256')),
    'header says none first': `${encode(doubled('none', 'EdDSA'))}.${payload}.`,
    'header with __proto__': token(
      '{"__proto__":{"alg":"EdDSA","typ":"at+jwt","kid":"ed-2024"}}',
      claims(),
      trusted.ed,
    ),
    'payload is no JSON': token(headers.ed, 'sub=operator', trusted.ed),
    'payload is a list': token(headers.ed, '[]', trusted.ed),
    'payload is null': token(headers.ed, 'null', trusted.ed),
    'payload is a string': token(headers.ed, JSON.stringify(JSON.stringify(claims())), trusted.ed),
    'payload is empty': token(headers.ed, '', trusted.ed),
    'token in a token': token(headers.ed, good, trusted.ed),
    'refresh token': token({ ...headers.ed, typ: 'JWT' }, { ...claims(), typ: 'Refresh' }, trusted.ed),
    'ID token': token({ ...headers.ed, typ: 'JWT' }, { ...claims(), aud: 'hb-portal', nonce: 'n' }, trusted.ed),
    'opaque token': 'gho_16C7e42F292c6912E7710c838347Ae178B4a',
    null: 'null',
    undefined: 'undefined',
    'object Object': '[object Object]',
    template: '{{token}}',
  }
  return Object.entries(texts)
}
