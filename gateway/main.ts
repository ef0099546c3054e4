import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Logger } from 'pino'
import { type Config, readConfig } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import type { Engine, EngineOptions } from './engine/contract.ts'
import { createEngine } from './engine/engine.ts'
import { readDocuments } from './http/documents.ts'
import { createViewerReader } from './identity/viewer.ts'
import { createOutbound } from './outbound/outbound.ts'
import { createGateway, type Gateway, type GatewayOptions } from './server.ts'
import { stopOnSignals } from './stop.ts'
import { warm } from './supergraph/swap.ts'
import { watchFile } from './supergraph/watch.ts'
import { createLogger } from './telemetry/log.ts'
import { observeFetches } from './telemetry/observe.ts'
import { exportTraces } from './telemetry/trace-export.ts'

export interface StartOptions
  extends Pick<GatewayOptions, 'viewer' | 'elsewhere' | 'ready'>,
    Pick<EngineOptions, 'transport' | 'scalars'> {
  readonly config: Config
  readonly logger: Logger
  /** The supergraph itself, or a file that holds it and is watched. */
  readonly supergraph: { readonly text: string } | { readonly file: string }
}

/** Serves a supergraph. Throws when it cannot be read, planned or listened for. */
export async function startGateway(options: StartOptions): Promise<Gateway & { readonly url: string }> {
  const { config, logger, supergraph, transport, scalars } = options
  const documents = config.persistedDocuments ? await readDocuments(config.persistedDocuments) : undefined
  const flushTraces = config.tracesEndpoint ? await exportTraces(config.tracesEndpoint) : undefined
  let engine: Engine
  const gateway = createGateway({ ...options, documents, engine: () => engine })
  const build = (text: string) =>
    createEngine({ supergraph: text, transport, scalars, observe: observeFetches(gateway.metrics, gateway.traces) })

  const text = 'text' in supergraph ? supergraph.text : await readSupergraph(supergraph.file)
  try {
    engine = build(text)
  } catch (error) {
    throw new TypeError(`The supergraph cannot be served: ${(error as Error).message}`, { cause: error })
  }

  const swap = async (next: string) => {
    try {
      const fresh = build(next)
      const planned = await warm(fresh, gateway.busiest)
      const old = engine
      engine = fresh
      gateway.metrics.swapped(true)
      logger.info({ planned }, 'took a new supergraph')
      gateway
        .idle(old)
        .then(() => old.close())
        .catch((error) => logger.error({ err: error }, 'could not close the engine before'))
    } catch (error) {
      gateway.metrics.swapped(false)
      logger.error({ err: error }, 'refused a broken supergraph; the one before stays')
    }
  }
  const unwatch = 'file' in supergraph ? watchFile(supergraph.file, text, swap) : () => undefined

  const close = async () => {
    unwatch()
    await gateway.close()
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

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new TypeError(`SUPERGRAPH is ${file}, which cannot be read: ${(error as Error).message}.`)
  }
}

async function main(): Promise<void> {
  const config = readConfig()
  if (!config.supergraph) throw new TypeError('Set SUPERGRAPH to the file of the supergraph to serve.')
  const logger = createLogger(config)
  const gateway = await startGateway({
    config,
    logger,
    supergraph: { file: config.supergraph },
    transport: createOutbound(config, signingKeys(config)).own,
    viewer: createViewerReader(config, config.secret, logger),
    ready: async () => true,
  })
  stopOnSignals(gateway.close, logger)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(error instanceof TypeError ? error.message : error)
    process.exit(1)
  })
}
