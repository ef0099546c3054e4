import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type GraphQLSchema, print } from 'graphql'
import type { Prepared } from '../engine/contract.ts'
import { coordinatesOf, coordinatesOfVariables } from './coordinates.ts'

/** How often one client ran one operation in a while, and the parts of the API it touched. */
export interface Use {
  /** SHA-256 of the operation's text and name, as hex. */
  readonly operation: string
  readonly name: string | undefined
  readonly coordinates: readonly string[]
  /** As it names itself in its headers; empty when it does not. */
  readonly client: string
  readonly version: string
  readonly count: number
}

/** Counts what clients ask for. Counting is all that happens while a request is answered. */
export interface Usage {
  note(asked: Asked, headers: Readonly<Record<string, string | undefined>>): void
  /** Hands over what was counted. */
  flush(): Promise<void>
  close(): Promise<void>
}

export interface Asked {
  readonly engine: { readonly schema: GraphQLSchema }
  readonly prepared: Prepared
  readonly variables: Readonly<Record<string, unknown>>
}

/** Milliseconds between two reports, clients told apart in that time, and sets of variables looked at for each operation. */
const [every, mostClients, mostSamples] = [10_000, 1_000, 20]

interface Counted {
  readonly schema: GraphQLSchema
  readonly clients: Map<string, number>
  readonly samples: Readonly<Record<string, unknown>>[]
}

/** `send` may fail: what it was given is then counted again with what comes. */
export function createUsage(send: ((uses: readonly Use[]) => Promise<void>) | undefined): Usage {
  if (!send) return { note: () => undefined, flush: async () => undefined, close: async () => undefined }
  let counted = new Map<Prepared, Counted>()
  let clients = 0
  let unsent: readonly Use[] = []

  const flush = async () => {
    const taken = counted
    counted = new Map()
    clients = 0
    const uses = [...unsent]
    for (const [prepared, it] of taken) {
      uses.push(...usesOf(prepared, it))
      // One operation a turn, so that requests go on meanwhile.
      await setImmediate()
    }
    if (uses.length === 0) return
    unsent = uses.slice(-mostClients)
    await send(uses)
    unsent = []
  }
  let flushing: Promise<void> = Promise.resolve()
  const flushAfterOthers = () => {
    flushing = flushing.catch(() => undefined).then(flush)
    return flushing
  }
  const timer = setInterval(() => flushAfterOthers().catch(() => undefined), every).unref()

  return {
    note({ engine, prepared, variables }, headers) {
      let entry = counted.get(prepared)
      if (!entry) {
        entry = { schema: engine.schema, clients: new Map(), samples: [] }
        counted.set(prepared, entry)
      }
      let client = clientOf(headers)
      if (!entry.clients.has(client) && ++clients > mostClients) client = nobody
      entry.clients.set(client, (entry.clients.get(client) ?? 0) + 1)
      if (entry.samples.length < mostSamples) entry.samples.push(variables)
    },
    flush: flushAfterOthers,
    async close() {
      clearInterval(timer)
      await flushAfterOthers().catch(() => undefined)
    },
  }
}

const nobody = '\n'

/** Name and version, a line each, as Apollo's clients and those of GraphQL Hive send them. */
function clientOf(headers: Readonly<Record<string, string | undefined>>): string {
  const name = headers['apollographql-client-name'] ?? headers['graphql-client-name'] ?? ''
  const version = headers['apollographql-client-version'] ?? headers['graphql-client-version'] ?? ''
  return name === '' && version === '' ? nobody : `${name}\n${version}`
}

function usesOf(prepared: Prepared, { schema, clients, samples }: Counted): readonly Use[] {
  const { document, operation } = prepared
  const coordinates = new Set([
    ...coordinatesOf(schema, document, operation),
    ...samples.flatMap((variables) => coordinatesOfVariables(schema, operation, variables)),
  ])
  const name = operation.name?.value
  const hash = createHash('sha256')
    .update(`${name ?? ''}\n${print(document)}`)
    .digest('hex')
  return [...clients].map(([client, count]) => {
    const [called = '', version = ''] = client.split('\n')
    return {
      operation: hash,
      name,
      coordinates: [...coordinates].toSorted(),
      client: called.slice(0, 100),
      version: version.slice(0, 100),
      count,
    }
  })
}
