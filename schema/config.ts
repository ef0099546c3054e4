import { resolve } from 'node:path'
import { z } from 'zod'
import type { SigningKeys } from './signature.ts'

/**
 * Every environment variable the hub reads, once, typed. `docker-compose.yml` may set these and no others;
 * a test compares the two.
 */
const variables = z.object({
  /** Port of the graph. */
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Address to listen on; loopback unless told otherwise. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database, and of the last supergraph that a gateway had from a registry. */
  DATA_DIR: z.string().min(1).default('data'),
  /** Your own PostgreSQL (15 or newer), with a login that may create roles. Embedded when absent. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'a postgres:// address')
    .optional(),
  /** Secret from which the database roles' passwords, cursor and gateway signatures are derived. */
  LIANKU_SECRET: z.string().min(16).optional(),
  /** Folder of sample libraries imported into an empty hub; empty to start with none. */
  SAMPLES: z.string().default('samples/small'),
  /** What a standalone gateway serves: a supergraph file, or the address of a registry, `http://library:4000/supergraph`. */
  SUPERGRAPH: z.string().min(1).optional(),
  /** Addresses of separately running subgraphs, `talent=http://…,demand=http://…`; in process when absent. */
  SUBGRAPH_URLS: z.string().optional(),
  /** Bounds on what subgraphs are asked over HTTP, for all or for one, `timeout=2000,hubei.daily=100000`. */
  SUBGRAPH_LIMITS: z.string().default(''),
  /** Where contributed subgraphs may stand beside the public internet: `loopback`, `private`, networks, addresses. */
  EGRESS: z.string().default(''),
  /** Issuer of the tokens viewers bring, exactly as it names itself; with OIDC_AUDIENCE and OIDC_JWKS_URL, or none of them. */
  OIDC_ISSUER: z.string().min(1).optional(),
  /** Audience those tokens must be meant for. */
  OIDC_AUDIENCE: z.string().min(1).optional(),
  /** Where the issuer publishes its keys; https, or http on this machine. */
  OIDC_JWKS_URL: z
    .url()
    .regex(/^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/, 'an https:// address')
    .optional(),
  /** Keys that the gateway signs to subgraphs with, `new=…,old=…`: the first signs, both are accepted. */
  SUBGRAPH_KEYS: z.string().default(''),
  /** `production` refuses the tokens of `lianku token`. */
  NODE_ENV: z.string().default('development'),
  /** Milliseconds a request may take in all. */
  REQUEST_BUDGET_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
  /** Whether GET and simple requests need a header no foreign page can send; `off` only for audits and trusted networks. */
  CSRF_PREVENTION: z.stringbool().default(true),
  /** Web origins whose pages may call the graph, `https://a.example,https://b.example`; none when absent. */
  CORS_ORIGINS: z.string().default(''),
  /** Proxies in front that name the client in X-Forwarded-For; without any, clients are told apart by their connection. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Who may ask for the schema; all, or in production those with a token, when absent. */
  INTROSPECTION: z.enum(['everyone', 'signed-in', 'nobody']).optional(),
  /** Limits on a query that differ from the defaults, for all or for a role, `depth=30,DATA_TEAM.cost=900000`. */
  LIMITS: z.string().default(''),
  /** Requests answered at once; more are refused with 503. */
  MAX_IN_FLIGHT: z.coerce.number().int().min(1).default(1_000),
  /** Megabytes one upload of files to intake may have. */
  INTAKE_MAX_MB: z.coerce.number().int().min(1).max(1_000_000).default(2_048),
  /** Days the report of an intake is kept; that of what a library took in last stays for good. */
  INTAKE_REPORT_DAYS: z.coerce.number().int().min(1).max(36_500).default(730),
  /** JSON file of registered documents, SHA-256 to text; hashes seen in requests are learned when absent. */
  PERSISTED_DOCUMENTS: z.string().min(1).optional(),
  /** Whether only documents of PERSISTED_DOCUMENTS are answered; data teams and operators stay free to write theirs. */
  PERSISTED_ONLY: z.stringbool().default(false),
  /** Collector that traces are sent to over OTLP/HTTP, `http://localhost:4318`; no traces when absent. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Addresses of attached libraries, `hb-edu-talent=postgres://…,…`, beside those that `lianku attach` keeps in DATA_DIR. */
  ATTACHED: z.string().default(''),
  /** Milliseconds an attached database may take for a statement before its rows are left out. */
  ATTACHED_DEADLINE_MS: z.coerce.number().int().min(100).max(30_000).default(1_500),
  /** Log level of pino. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute path. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly secret: string | undefined
  readonly samples: string | undefined
  readonly supergraph: string | undefined
  readonly subgraphUrls: ReadonlyMap<string, string>
  /** Limit's name, for one subgraph behind its name and a dot, to its value; the gateway knows the names. */
  readonly subgraphLimits: ReadonlyMap<string, number>
  readonly egress: readonly string[]
  /** Who vouches for viewers; undefined when all are the public. */
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string } | undefined
  /** At most two. */
  readonly subgraphKeys: SigningKeys
  readonly production: boolean
  readonly requestBudgetMs: number
  readonly csrfPrevention: boolean
  readonly corsOrigins: ReadonlySet<string>
  readonly trustedProxies: number
  readonly introspection: 'everyone' | 'signed-in' | 'nobody'
  /** Limit's name, with or without a role before it, to its value; the gateway knows the names. */
  readonly limits: ReadonlyMap<string, number>
  readonly maxInFlight: number
  /** Bytes of one upload. */
  readonly intakeMaxBytes: number
  readonly intakeReportDays: number
  readonly persistedDocuments: string | undefined
  readonly persistedOnly: boolean
  readonly tracesEndpoint: string | undefined
  /** Library to the address of its own database, with its login. */
  readonly attached: ReadonlyMap<string, string>
  readonly attachedDeadlineMs: number
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL']
}

export const variableNames = Object.keys(variables.shape)

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = variables.safeParse(env)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new TypeError(`${name} is ${JSON.stringify(env[name])}: ${issue?.message}.`)
  }
  const read = parsed.data
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    secret: read.LIANKU_SECRET,
    samples: read.SAMPLES === '' ? undefined : resolve(read.SAMPLES),
    supergraph: read.SUPERGRAPH,
    subgraphUrls: readAddresses(read.SUBGRAPH_URLS ?? ''),
    subgraphLimits: new Map(listed(read.SUBGRAPH_LIMITS).map(readSubgraphLimit)),
    egress: listed(read.EGRESS),
    oidc: readIssuer(read),
    subgraphKeys: readKeys(read.SUBGRAPH_KEYS),
    production: read.NODE_ENV === 'production',
    requestBudgetMs: read.REQUEST_BUDGET_MS,
    csrfPrevention: read.CSRF_PREVENTION,
    corsOrigins: new Set(listed(read.CORS_ORIGINS)),
    trustedProxies: read.TRUSTED_PROXIES,
    introspection: read.INTROSPECTION ?? (read.NODE_ENV === 'production' ? 'signed-in' : 'everyone'),
    limits: new Map(listed(read.LIMITS).map(readLimit)),
    maxInFlight: read.MAX_IN_FLIGHT,
    intakeMaxBytes: read.INTAKE_MAX_MB * 2 ** 20,
    intakeReportDays: read.INTAKE_REPORT_DAYS,
    persistedDocuments: read.PERSISTED_DOCUMENTS,
    persistedOnly: read.PERSISTED_ONLY,
    tracesEndpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT,
    attached: readAttached(read.ATTACHED),
    attachedDeadlineMs: read.ATTACHED_DEADLINE_MS,
    logLevel: read.LOG_LEVEL,
  }
}

const listed = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readIssuer(read: z.infer<typeof variables>): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl } = read
  if (issuer && audience && jwksUrl) return { issuer, audience, jwksUrl }
  if (!issuer && !audience && !jwksUrl) return undefined
  throw new TypeError('Set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL together, or none of them.')
}

function readKeys(text: string): SigningKeys {
  const keys = listed(text).map((pair) => {
    // The value is a secret, so the complaint does not repeat it.
    const [, id, secret] = /^([\w.-]{1,64})=(\S{32,})$/.exec(pair) ?? []
    if (!id || !secret) throw new TypeError('SUBGRAPH_KEYS expects name=secret, each secret of 32 characters or more.')
    return { id, secret }
  })
  if (keys.length > 2) throw new TypeError('SUBGRAPH_KEYS has more than two keys; keep the new one and the old one.')
  if (keys.length === 2 && keys[0]!.id === keys[1]!.id) throw new TypeError('SUBGRAPH_KEYS names two keys alike.')
  return keys
}

function readLimit(pair: string): [string, number] {
  const [, name, value] = /^((?:[A-Z_]+\.)?\w+)=(\d{1,9})$/.exec(pair) ?? []
  if (!name || !value)
    throw new TypeError(`LIMITS has ${JSON.stringify(pair)}; expected a name and a number, depth=30.`)
  return [name, Number(value)]
}

function readSubgraphLimit(pair: string): [string, number] {
  const [, name, value] = /^((?:[\w-]+\.)?\w+)=(\d{1,12})$/.exec(pair) ?? []
  if (!name || !value) {
    throw new TypeError(`SUBGRAPH_LIMITS has ${JSON.stringify(pair)}; expected timeout=2000 or hubei.daily=100000.`)
  }
  return [name, Number(value)]
}

function readAttached(text: string): ReadonlyMap<string, string> {
  return new Map(
    listed(text).map((pair) => {
      // The value holds a password, so the complaint does not repeat it.
      const [, library, url] = /^([\w-]+)=(postgres(?:ql)?:\/\/\S+)$/.exec(pair) ?? []
      if (!library || !url) throw new TypeError('ATTACHED expects library=postgres://login:password@host/database.')
      return [library, url]
    }),
  )
}

function readAddresses(text: string): ReadonlyMap<string, string> {
  return new Map(
    listed(text).map((pair) => {
      const [, name, address] = /^\s*([\w-]+)=(https?:\/\/\S+?)\s*$/.exec(pair) ?? []
      if (!name || !address) throw new TypeError(`SUBGRAPH_URLS has ${JSON.stringify(pair)}; expected name=http://….`)
      return [name, address]
    }),
  )
}
