import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Logger } from 'pino'
import { type Config, readConfig } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import { whyUnservable } from '#schema/trial.ts'
import type { Engine, EngineOptions } from './engine/contract.ts'
import { createEngine } from './engine/engine.ts'
import { readDocuments } from './http/documents.ts'
import { createViewerReader } from './identity/viewer.ts'
import { createOutbound } from './outbound/outbound.ts'
import { createGateway, type Gateway, type GatewayOptions } from './server.ts'
import { drain, stopOnSignals } from './stop.ts'
import { type RegistrySource, registrySource } from './supergraph/registry-source.ts'
import { fileSource, type OwnSupergraph, ownSource, type SupergraphSource } from './supergraph/source.ts'
import { warm } from './supergraph/swap.ts'
import { createLogger } from './telemetry/log.ts'
import { observeFetches } from './telemetry/observe.ts'
import { exportTraces } from './telemetry/trace-export.ts'

export interface StartOptions
  extends Pick<GatewayOptions, 'viewer' | 'elsewhere' | 'ready' | 'usage' | 'health'>,
    Pick<EngineOptions, 'transport' | 'scalars'> {
  readonly config: Config
  readonly logger: Logger
  /** The supergraph itself, a file that holds it and is watched, or another source. */
  readonly supergraph: OwnSupergraph | { readonly file: string } | SupergraphSource
}

/** Serves a supergraph. Throws when it cannot be read, planned or listened for. */
export async function startGateway(options: StartOptions): Promise<Gateway & { readonly url: string }> {
  const { config, logger, transport, scalars } = options
  const source = sourceOf(options.supergraph)
  const documents = config.persistedDocuments ? await readDocuments(config.persistedDocuments) : undefined
  const flushTraces = config.tracesEndpoint ? await exportTraces(config.tracesEndpoint) : undefined
  let engine: Engine
  const gateway = createGateway({ ...options, documents, engine: () => engine })
  const observe = observeFetches(gateway.metrics, gateway.traces, gateway.health)
  const build = (text: string) => createEngine({ supergraph: text, transport, scalars, observe })
  const tryAndBuild = async (text: string) => {
    const refusal = await whyUnservable(text)
    if (refusal !== undefined) throw new TypeError(refusal)
    return build(text)
  }

  const keep = (text: string) =>
    source.keep?.(text).catch((error) => logger.warn({ err: error }, 'could not keep a copy of the supergraph'))

  let text = await source.read()
  try {
    try {
      engine = 'text' in options.supergraph ? build(text) : await tryAndBuild(text)
    } catch (error) {
      const kept = await source.readKept?.()
      if (kept === undefined) throw error
      logger.error({ err: error }, 'cannot serve the supergraph; starting with the last one that could be')
      engine = await tryAndBuild(kept)
      text = kept
    }
  } catch (error) {
    throw new TypeError(`The supergraph cannot be served: ${(error as Error).message}`, { cause: error })
  }
  await keep(text)

  const swap = async (next: string): Promise<boolean> => {
    try {
      const fresh = await tryAndBuild(next)
      const planned = await warm(fresh, gateway.busiest)
      const old = engine
      engine = fresh
      gateway.metrics.swapped(true)
      logger.info({ planned }, 'took a new supergraph')
      gateway
        .idle(old)
        .then(() => old.close())
        .catch((error) => logger.error({ err: error }, 'could not close the engine before'))
      await keep(next)
      return true
    } catch (error) {
      gateway.metrics.swapped(false)
      logger.error({ err: error }, 'refused a broken supergraph; the one before stays')
      return false
    }
  }
  const unwatch = source.watch(text, swap)

  const close = async (drain?: number) => {
    unwatch()
    await gateway.close(drain)
    await engine.close()
    await flushTraces?.()
  }

  const { address, port, family } = await gateway.listen().catch(async (error) => {
    await close()
    throw error
  })
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/graphql`
  logger.info({ url }, 'listening')
  return { ...gateway, url, close }
}

function sourceOf(given: StartOptions['supergraph']): SupergraphSource {
  if ('text' in given) return ownSource(given)
  return 'file' in given ? fileSource(given.file) : given
}

/** What SUPERGRAPH names: the address of a registry, or a file. */
function configuredSource({ supergraph, dataDir, ...config }: Config): RegistrySource | { readonly file: string } {
  if (!supergraph) {
    throw new TypeError('Set SUPERGRAPH to the file of the supergraph to serve, or to the address of a registry.')
  }
  if (!/^https?:\/\//.test(supergraph)) return { file: supergraph }
  return registrySource(supergraph, join(dataDir, 'supergraph.json'), signingKeys(config))
}

async function main(): Promise<void> {
  const config = readConfig()
  const source = configuredSource(config)
  const logger = createLogger(config)
  const outbound = createOutbound(config, signingKeys(config))
  const registry = 'file' in source ? undefined : source
  const gateway = await startGateway({
    config,
    logger,
    supergraph: source,
    transport: (subgraph) =>
      registry && !registry.isHouse(subgraph.name) ? outbound.contributed(subgraph) : outbound.own(subgraph),
    viewer: createViewerReader(config, config.secret, logger),
    ready: async () => true,
    usage: registry && ((uses) => registry.post('/usage', uses)),
    health: registry && {
      send: (gateway, hours) => registry.post('/watched', { gateway, hours }),
      read: (subgraph) => registry.get(`/watched/${subgraph}`),
    },
  })
  stopOnSignals(() => gateway.close(drain), logger)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(error instanceof TypeError ? error.message : error)
    process.exit(1)
  })
}
