import { createPrivateKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Who signs the tokens of `lianku token`, for work on one's own machine. A hub in production does not know it. */
export const developmentIssuer = 'urn:lianku:development'

/** The audience of those tokens. */
export const developmentAudience = 'lianku'

/** Id of the one key they are signed with. */
export const developmentKeyId = 'development'

/** Characters a secret must have for tokens to be signed with it: passwords such as `postgres` would be guessed. */
export const developmentSecretLength = 16

/** The Ed25519 key of the development issuer, the same wherever `secret` is. */
export function developmentKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'lianku development issuer', 32))
  return createPrivateKey({ key: Buffer.concat([ed25519Header, seed]), format: 'der', type: 'pkcs8' })
}

// RFC 8410 §7: a PKCS #8 private key is these bytes and then its 32-byte seed.
const ed25519Header = Buffer.from('302e020100300506032b657004220420', 'hex')
