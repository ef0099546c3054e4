import { createPublicKey } from 'node:crypto'
import type { Logger } from 'pino'
import type { Config } from '#schema/config.ts'
import {
  developmentAudience,
  developmentIssuer,
  developmentKey,
  developmentSecretLength,
} from '#schema/development-issuer.ts'
import { HubError } from '#schema/errors.ts'
import { anyone, type Viewer } from '#schema/viewer.ts'
import type { RequestContext } from '../engine/contract.ts'
import { createKeySet } from './key-set.ts'
import { createTokenReader, type Issuer } from './token.ts'

/** Who asks, from a request's headers: the public without a token; throws BAD_TOKEN or IDENTITY_UNAVAILABLE. */
export type ReadViewer = (headers: Readonly<Record<string, string>>) => Viewer | Promise<Viewer>

/** Reads viewers as configured. `secret` signs the tokens of `lianku token`, which count outside production only. */
export function createViewerReader(
  config: Pick<Config, 'oidc' | 'production'>,
  secret: string | undefined,
  logger: Pick<Logger, 'warn'>,
): ReadViewer {
  const readToken = createTokenReader([...configured(config, logger), ...development(config, secret)])
  return ({ authorization }) => {
    if (authorization === undefined) return anyone
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(authorization) ?? []
    if (!token) throw new HubError('BAD_TOKEN', 'Authorization 应为“Bearer 令牌”，收到其他形式。')
    return readToken(token)
  }
}

/** The viewer a request goes on with. */
export function viewerOf({ viewer }: RequestContext): Viewer {
  return (viewer as Viewer | undefined) ?? anyone
}

function configured({ oidc }: Pick<Config, 'oidc'>, logger: Pick<Logger, 'warn'>): Issuer[] {
  if (!oidc) return []
  const report = (error: unknown) => logger.warn({ err: error }, "could not fetch the issuer's keys")
  return [{ issuer: oidc.issuer, audience: oidc.audience, keys: createKeySet({ url: oidc.jwksUrl, report }) }]
}

function development({ production }: Pick<Config, 'production'>, secret = ''): Issuer[] {
  if (production || secret.length < developmentSecretLength) return []
  const keys = createPublicKey(developmentKey(secret))
  return [{ issuer: developmentIssuer, audience: developmentAudience, keys }]
}
