import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { LRUCache } from 'lru-cache'
import { HubError } from '#schema/errors.ts'
import type { Parameters } from './parameters.ts'

/** Documents known by the SHA-256 of their text. */
export interface Documents {
  /**
   * The text a request means; with `any`, it need not be registered. Throws HubError on a hash that is unknown or not of
   * the text beside it.
   */
  textOf(parameters: Parameters, any: boolean): string
}

/** Bytes of text learned from requests and kept. */
const maxLearned = 8 * 1024 * 1024

/** Registered documents; with none, texts that come with their hash are learned, the least used forgotten first. */
export function createDocuments(registered: ReadonlyMap<string, string>, only: boolean): Documents {
  const learned = new LRUCache<string, string>({ maxSize: maxLearned, sizeCalculation: (text) => text.length + 64 })

  return {
    textOf(parameters, any) {
      const { query } = parameters
      const registeredOnly = only && !any
      const hash = hashIn(parameters)
      if (hash === undefined) {
        if (query === undefined) throw new HubError('BAD_REQUEST', '请求应含有 query 或 documentId，没有收到。')
        if (registeredOnly && !registered.has(sha256(query))) throw new HubError('PERSISTED_QUERY_ONLY')
        return query
      }
      if (query === undefined) {
        const known = registered.get(hash) ?? (registeredOnly ? undefined : learned.get(hash))
        // The English name is what clients with automatic persisted queries look for in the message.
        if (known === undefined) throw new HubError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
        return known
      }
      if (sha256(query) !== hash) {
        throw new HubError('PERSISTED_QUERY_MISMATCH', '摘要应为 query 的 SHA-256（小写十六进制），收到的与之不符。')
      }
      if (registeredOnly && !registered.has(hash)) throw new HubError('PERSISTED_QUERY_ONLY')
      learned.set(hash, query)
      return query
    },
  }
}

/** Registered documents from a JSON file, hash to text. Throws TypeError on an entry whose hash is not its text's. */
export async function readDocuments(file: string): Promise<ReadonlyMap<string, string>> {
  const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>)
  const documents = new Map(entries.map(([name, text]) => [plainHash(name), text]))
  for (const [hash, text] of documents) {
    if (sha256(text) !== hash) {
      throw new TypeError(`PERSISTED_DOCUMENTS has ${hash}, which is not the SHA-256 of its text.`)
    }
  }
  return documents
}

function hashIn({ documentId, extensions }: Parameters): string | undefined {
  if (documentId !== undefined) return plainHash(documentId)
  const { persistedQuery } = extensions
  if (typeof persistedQuery !== 'object' || persistedQuery === null) return undefined
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>
  if (version !== 1 || typeof sha256Hash !== 'string') {
    throw new HubError('BAD_REQUEST', 'persistedQuery 应含有 version: 1 和 sha256Hash，收到的不是。')
  }
  return sha256Hash.toLowerCase()
}

const plainHash = (id: string) => id.replace(/^sha256:/, '').toLowerCase()

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
