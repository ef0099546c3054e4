import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * Every environment variable the hub reads, once, typed. `docker-compose.yml` may set these and no others;
 * a test compares the two.
 */
const variables = z.object({
  /** Port of the graph. */
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  /** Address to listen on; loopback unless told otherwise. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Folder of the embedded database. */
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
  /** Supergraph file a standalone gateway serves. */
  SUPERGRAPH: z.string().min(1).optional(),
  /** Addresses of separately running subgraphs, `talent=http://…,demand=http://…`; in process when absent. */
  SUBGRAPH_URLS: z.string().optional(),
  /** Milliseconds a request may take in all. */
  REQUEST_BUDGET_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
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
  readonly requestBudgetMs: number
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
    requestBudgetMs: read.REQUEST_BUDGET_MS,
    logLevel: read.LOG_LEVEL,
  }
}

function readAddresses(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  return new Map(
    pairs.map((pair) => {
      const [, name, address] = /^\s*([\w-]+)=(https?:\/\/\S+?)\s*$/.exec(pair) ?? []
      if (!name || !address) throw new TypeError(`SUBGRAPH_URLS has ${JSON.stringify(pair)}; expected name=http://….`)
      return [name, address]
    }),
  )
}
