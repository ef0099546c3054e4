import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type SigningKeys, signRequest } from '#schema/signature.ts'
import type { SupergraphSource } from './source.ts'

/** How often the registry is asked, and how long it may take, in ms. */
const [every, patience] = [1_000, 10_000]

const shape = z.object({
  /** Number of the graph's state. */
  state: z.number(),
  /** Subgraphs of the house itself; all others were contributed. */
  house: z.array(z.string()),
  supergraph: z.string(),
})

export interface RegistrySource extends SupergraphSource {
  /** Whether a subgraph of the supergraph last read is the house's own. */
  isHouse(name: string): boolean
  /** Sends the registry something the gateway learned, signed; throws when it does not take it. */
  post(path: string, value: unknown): Promise<void>
  /** Asks the registry for what it knows, signed; throws when it does not say. */
  get<T>(path: string): Promise<T>
}

/**
 * A registry that other gateways ask too, at `url`, in requests signed with the keys. The last supergraph that could be
 * served is kept in `copy`, and is what a gateway starts with while the registry is away.
 */
export function registrySource(url: string, copy: string, keys: SigningKeys): RegistrySource {
  let house: ReadonlySet<string> = new Set()
  let tag: string | undefined
  let body = ''

  const open = (text: string): string => {
    const read = shape.parse(JSON.parse(text))
    house = new Set(read.house)
    body = text
    return read.supergraph
  }

  const ask = async (method: string, address: URL, sent: string, headers: Record<string, string> = {}) => {
    const signed = { subgraph: 'registry', method, path: address.pathname + address.search, body: sent }
    return fetch(address, {
      method,
      body: method === 'GET' ? undefined : sent,
      headers: { ...headers, ...signRequest(signed, { role: 'OPERATOR', subject: 'gateway' }, keys) },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
  }

  /** The supergraph, or undefined when it is still the one read before. */
  const look = async (): Promise<string | undefined> => {
    const response = await ask('GET', new URL(url), '', tag ? { 'if-none-match': tag } : {})
    if (response.status === 304) return undefined
    const text = await response.text()
    if (!response.ok) throw new TypeError(`it answered ${response.status}`)
    const supergraph = open(text)
    tag = response.headers.get('etag') ?? undefined
    return supergraph
  }

  const readKept = async () => {
    try {
      return open(await readFile(copy, 'utf8'))
    } catch {
      return undefined
    }
  }

  return {
    isHouse: (name) => house.has(name),
    readKept,
    async read() {
      try {
        return (await look())!
      } catch (error) {
        const kept = await readKept()
        if (kept !== undefined) return kept
        const said = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : ''
        throw new TypeError(`SUPERGRAPH is ${url}, which gives none: ${said}. There is no copy in ${copy} either.`)
      }
    },
    watch(first, taken) {
      const ended = new AbortController()
      let text = first
      const follow = async () => {
        while (!ended.signal.aborted) {
          await pause(every, undefined, { signal: ended.signal })
          // A registry that is away changes nothing: what is served goes on.
          const next = await look().catch(() => undefined)
          if (next === undefined || next === text || ended.signal.aborted) continue
          if (await taken(next)) text = next
        }
      }
      follow().catch(() => undefined)
      return () => ended.abort()
    },
    async keep() {
      await mkdir(dirname(copy), { recursive: true })
      await writeFile(`${copy}.new`, body, { mode: 0o600 })
      await rename(`${copy}.new`, copy)
    },
    async get<T>(path: string) {
      const response = await ask('GET', new URL(path, url), '')
      if (!response.ok) throw new TypeError(`The registry answered ${response.status}.`)
      return (await response.json()) as T
    },
    async post(path, value) {
      const response = await ask('POST', new URL(path, url), JSON.stringify(value), {
        'content-type': 'application/json',
      })
      await response.arrayBuffer()
      if (!response.ok) throw new TypeError(`The registry answered ${response.status}.`)
    },
  }
}
