import { readFile } from 'node:fs/promises'
import { watchFile } from './watch.ts'

/** Where a gateway's supergraph comes from. */
export interface SupergraphSource {
  /** The one to begin with. Throws TypeError when there is none. */
  read(): Promise<string>
  /**
   * Hands over each that comes after `first`, one after the other; `taken` says whether it could be served. Returns what
   * ends it.
   */
  watch(first: string, taken: (text: string) => Promise<boolean>): () => void
  /** Told of each that is served. */
  keep?(text: string): Promise<void>
  /** The last one that was served, where the one to begin with cannot be. */
  readKept?(): Promise<string | undefined>
}

/** A supergraph this program itself made, and what may come after it. */
export interface OwnSupergraph extends Partial<Pick<SupergraphSource, 'watch'>> {
  readonly text: string
}

/** A supergraph that stays, unless told of others. */
export function ownSource({ text, watch = () => () => undefined }: OwnSupergraph): SupergraphSource {
  return { read: async () => text, watch }
}

/** A file, taken again whenever it changes. */
export function fileSource(file: string): SupergraphSource {
  return {
    async read() {
      try {
        return await readFile(file, 'utf8')
      } catch (error) {
        throw new TypeError(`SUPERGRAPH is ${file}, which cannot be read: ${(error as Error).message}.`)
      }
    },
    watch: (first, taken) => watchFile(file, first, async (text) => void (await taken(text))),
  }
}
