import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '#schema/config.ts'
import { HubError } from '#schema/errors.ts'
import type { Engine } from './engine/contract.ts'
import { createHealth, type Health, type HealthShare } from './health/health.ts'
import { answerHealth } from './health/route.ts'
import { createAdmission, interval, rankOf } from './http/admission.ts'
import { answer } from './http/answer.ts'
import { createDocuments } from './http/documents.ts'
import { createDoors, type Doors } from './http/doors.ts'
import { createGraphiQL } from './http/graphiql.ts'
import { answerLive, answerReady } from './http/health.ts'
import { createOperations, type OperationText } from './http/operations.ts'
import { allowOrigin } from './http/origins.ts'
import { createPressure } from './http/pressure.ts'
import { answerRawErrors } from './http/raw-errors.ts'
import { respond } from './http/respond.ts'
import type { Service } from './http/service.ts'
import { cutOffSlow } from './http/slow-senders.ts'
import { createTurnAway } from './http/turn-away.ts'
import { serveWebSockets } from './http/web-socket.ts'
import { createWork } from './http/work.ts'
import { createRate } from './limits/rate.ts'
import { createStandings } from './limits/standing.ts'
import { createMetrics, type Metrics } from './telemetry/metrics.ts'
import { createTraces, type Traces } from './telemetry/traces.ts'
import { createUsage, type Usage, type Use } from './telemetry/usage.ts'

export interface GatewayOptions {
  /** The engine that begins requests now; each ends on the one it began on. */
  readonly engine: () => Engine
  readonly config: Pick<
    Config,
    | 'port'
    | 'host'
    | 'requestBudgetMs'
    | 'csrfPrevention'
    | 'corsOrigins'
    | 'trustedProxies'
    | 'introspection'
    | 'limits'
    | 'maxInFlight'
    | 'persistedOnly'
  >
  readonly logger: Logger
  /** Whether all that the answers need is there, such as the database. */
  readonly ready: () => Promise<boolean>
  /** Registered documents, SHA-256 to text. */
  readonly documents?: ReadonlyMap<string, string>
  /** Who asks, from the request's headers; throws HubError to refuse. */
  readonly viewer?: (headers: Readonly<Record<string, string>>) => unknown
  /** Where gateways put together how subgraphs fare; without, each knows its own part. */
  readonly health?: HealthShare | undefined
  /** Takes what clients asked for, every now and then. */
  readonly usage?: (uses: readonly Use[]) => Promise<void>
  /** Answers paths beside the graph's; resolves to false where it knows none. */
  readonly elsewhere?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

export interface Gateway {
  readonly server: Server
  readonly metrics: Metrics
  readonly traces: Traces
  readonly usage: Usage
  readonly health: Health
  /** Starts to listen. Throws TypeError when it cannot, saying what to do. */
  listen(): Promise<AddressInfo>
  /**
   * Says at once that it is not ready; takes requests for `drain` ms yet, from whoever has not heard it, each the last of
   * its connection; lets those in flight finish, then closes.
   */
  close(drain?: number): Promise<void>
  /** Resolves when no request runs on the engine any more. */
  idle(engine: Engine): Promise<void>
  busiest(count: number): readonly OperationText[]
}

const json = 'application/json; charset=utf-8'

/** Slow senders are cut off: a head has 5 s, a body its own patience. An idle connection outlives a proxy's 60 s. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 0,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
  // Of two Authorization headers Node would drop one in silence; joined, they are refused.
  joinDuplicateHeaders: true,
  // Other upgrades on offer, such as HTTP/2 in the clear, are declined by answering as if they were not there.
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
}

/** A gateway around an engine: everything of HTTP, nothing of planning. */
export function createGateway(options: GatewayOptions): Gateway {
  const { config, logger } = options
  const work = createWork(config.maxInFlight)
  const admission = createAdmission(config.maxInFlight, createPressure(interval, options.ready))
  const metrics = createMetrics(work, admission)
  const service: Service = {
    engine: options.engine,
    budget: config.requestBudgetMs,
    csrfPrevention: config.csrfPrevention,
    documents: createDocuments(options.documents ?? new Map(), config.persistedOnly),
    operations: createOperations(metrics.planned),
    admission,
    work,
    streams: new Set(),
    metrics,
    traces: createTraces(),
    usage: createUsage(options.usage),
    logger,
    viewer: options.viewer ?? (() => undefined),
    proxies: config.trustedProxies,
    standingOf: createStandings(config.limits, config.introspection),
    rate: createRate(),
  }
  const health = createHealth(options.health)
  const graphiql = createGraphiQL()
  const answering = new Set<ServerResponse>()
  let closing = false

  const server = createServer(patience, (request, response) => {
    if (closing) response.shouldKeepAlive = false
    if (request.url === '/graphql' && request.headers.origin === undefined && admission.refuses(rankOf(request))) {
      return turnAway(response)
    }
    watch(request, request.url?.startsWith('/libraries/') ?? false)
    answering.add(response)
    response.once('close', () => answering.delete(response))
    route(request, response).catch((error) => {
      logger.error({ err: error }, 'request failed')
      if (response.headersSent) return void response.destroy()
      response.shouldKeepAlive = false
      return respond(response, 500, json, JSON.stringify({ errors: [new HubError('INTERNAL')] }))
    })
  })
  const watch = cutOffSlow(server)
  const turnAway = createTurnAway(server, (rank) => !closing && admission.refuses(rank))
  const doors = createDoors(server)
  answerRawErrors(server)
  const goAway = serveWebSockets(server, service, config.corsOrigins)

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const [path, search] = splitTarget(request.url ?? '/')
    if (path === '/health/live') return answerLive(response)
    if (path === '/health/ready') return answerReady(response, async () => !closing && options.ready())
    if (path === '/metrics') {
      return respond(response, 200, metrics.registry.contentType, await metrics.registry.metrics())
    }
    if (path === '/graphql' || path === '/') {
      if (allowOrigin(request, response, config.corsOrigins)) return
      if (admission.refuses(rankOf(request))) return turnAway(response)
      if (await graphiql.page(request, response)) return
      return answer(request, response, search, service)
    }
    if (await graphiql.file(path, request, response)) return
    if (await answerHealth([path, search], request, response, { health, viewer: service.viewer })) return
    if (await elsewhere(request, response)) return
    const error = new HubError('NOT_FOUND', `图的地址为 /graphql，收到 ${path.slice(0, 200)}。`)
    return respond(response, 404, json, JSON.stringify({ errors: [error] }))
  }

  /** Writes of provinces come in here, and go before whatever only reads. */
  const elsewhere = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (!options.elsewhere) return false
    const rank = request.method === 'GET' || request.method === 'HEAD' ? rankOf(request) : 'write'
    if (admission.refuses(rank)) {
      turnAway(response)
      return true
    }
    const leave = admission.enter(rank)
    response.once('close', leave)
    return options.elsewhere(request, response)
  }

  return {
    server,
    metrics,
    traces: service.traces,
    usage: service.usage,
    health,
    listen: () => listen(doors, config),
    async close(drain = 0) {
      closing = true
      for (const response of answering) response.shouldKeepAlive = false
      if (drain > 0) await emptied(doors, drain)
      admission.close()
      goAway()
      // Ended without its `complete`, a stream is taken up again by its reader, elsewhere.
      for (const response of service.streams) response.end()
      const closed = doors.close()
      const late = setTimeout(() => server.closeAllConnections(), config.requestBudgetMs + 1_000)
      await closed
      clearTimeout(late)
      await Promise.all([service.usage.close(), health.close()])
    },
    idle: work.idle,
    busiest: service.operations.busiest,
  }
}

/** Resolves when no connection is left, or the time is over. */
async function emptied(doors: Doors, ms: number): Promise<void> {
  const end = performance.now() + ms
  while ((await doors.connections()) > 0 && performance.now() < end) await pause(20)
}

/** The path and the query string of a request's target, which may also be a whole address. */
function splitTarget(target: string): readonly [path: string, search: string] {
  const local = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '')
  const at = local.indexOf('?')
  return at < 0 ? [local, ''] : [local.slice(0, at), local.slice(at + 1)]
}

async function listen(doors: Doors, { port, host }: Pick<Config, 'port' | 'host'>): Promise<AddressInfo> {
  try {
    return await doors.open(port, host)
  } catch (error) {
    throw startupError(error as NodeJS.ErrnoException, port, host)
  }
}

function startupError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new TypeError(
      `Port ${port} of ${host} is taken. Set PORT to a free one (0 picks one), or stop what listens there.`,
    )
  }
  if (error.code === 'EACCES') {
    return new TypeError(`Port ${port} of ${host} is not ours to open. Set PORT to one above 1023.`)
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new TypeError(`HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`)
  }
  return error
}
