import { headersWithKeys, keyIds, types } from './bad-headers.ts'
import { type Attempt, brokenSignatures, otherAlgorithms, publicKeysAsSecrets, unsecured } from './bad-signatures.ts'
import { audience, claims, encode, headers, issuerName, type Json, signers, token, trusted } from './issuer.ts'

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
