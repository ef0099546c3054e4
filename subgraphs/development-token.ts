import { readFile } from 'node:fs/promises'
import { SignJWT } from 'jose'
import type { Config } from '#schema/config.ts'
import {
  developmentAudience,
  developmentIssuer,
  developmentKey,
  developmentKeyId,
  developmentSecretLength,
} from '#schema/development-issuer.ts'
import { HubError } from '#schema/errors.ts'
import { roles, type Viewer, viewerShape } from '#schema/viewer.ts'
import { type Command, readArguments, wrongArguments } from './command.ts'
import { passwordPath } from './embedded.ts'

export type DevelopmentToken = {
  readonly token: string
  /** ISO 8601. */
  readonly expiresAt: string
  readonly viewer: Viewer
}

const usage = `  lianku token --role 角色                 签发开发用令牌（生产环境不接受）
    --subject 账号 --province HUBEI --agency 部门 --library 资源库… --organization 单位 --purpose 用途… --hours 8`

export const tokenCommand: Command = {
  usage,
  async run(args, { config, print }) {
    const issued = await developmentToken(args, config)
    print(issued.token, issued)
    return 0
  },
}

/** What `lianku token …` signs for the development issuer. Throws HubError for wrong arguments, TypeError without a secret. */
export async function developmentToken(args: readonly string[], config: Config): Promise<DevelopmentToken> {
  const { hours, viewer } = readWishes(args)
  if (config.production) throw new TypeError('NODE_ENV is production, where no hub accepts tokens of lianku token.')
  const secret = await rootSecret(config)
  if (secret.length < developmentSecretLength) {
    throw new TypeError(`Set LIANKU_SECRET (${developmentSecretLength} characters or more) here and for the hub.`)
  }
  const { subject = '', ...claims } = viewer
  const now = Math.floor(Date.now() / 1000)
  const expiry = now + hours * 3_600
  const token = await new SignJWT({ lianku: claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: developmentKeyId })
    .setIssuer(developmentIssuer)
    .setAudience(developmentAudience)
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(expiry)
    .sign(developmentKey(secret))
  return { token, expiresAt: new Date(expiry * 1000).toISOString(), viewer }
}

function readWishes(args: readonly string[]): { readonly hours: number; readonly viewer: Viewer } {
  const one = { type: 'string' } as const
  const many = { type: 'string', multiple: true } as const
  const options = { role: one, subject: one, province: one, agency: one, organization: one, hours: one } as const
  const { values, positionals } = readArguments(args, usage, { ...options, library: many, purpose: many })
  if (positionals.length > 0) throw wrongArguments(usage, positionals.join(' '))
  const { role = '', subject = 'developer', province, agency, library: libraries, organization, purpose } = values
  const hours = Number(values.hours ?? 8)
  if (!(hours > 0 && hours <= 24))
    throw new HubError('BAD_VALUE', `--hours 应大于 0、不超过 24，收到 ${values.hours}。`)
  if (!roles.some((it) => it === role)) {
    throw new HubError('BAD_VALUE', `--role 应为 ${roles.join('、')} 之一，收到 ${role || '空'}。`)
  }
  const parsed = viewerShape.safeParse({ role, subject, province, agency, libraries, organization, purposes: purpose })
  if (!parsed.success) {
    const [name] = parsed.error.issues[0]!.path
    throw new HubError(
      'BAD_VALUE',
      `令牌的 ${String(name)} 不正确：省份应为英文名，如 HUBEI；其他应为 1 到 200 个字符。`,
    )
  }
  return { hours, viewer: parsed.data }
}

async function rootSecret({ secret, databaseUrl, dataDir }: Config): Promise<string> {
  if (secret !== undefined) return secret
  if (databaseUrl !== undefined) return new URL(databaseUrl).password
  try {
    return await readFile(passwordPath(dataDir), 'utf8')
  } catch (error) {
    throw new TypeError(`There is no hub in ${dataDir} yet. Start it once, or set DATA_DIR or LIANKU_SECRET.`, {
      cause: error,
    })
  }
}
