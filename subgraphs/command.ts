import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Config } from '#schema/config.ts'
import { HubError } from '#schema/errors.ts'
import type { Subgraph } from './define.ts'
import type { Hub } from './hub.ts'
import type { Sink } from './intake/sink.ts'

/** One command of `lianku`, such as `import`. */
export type Command = {
  /** How it is called and what it does, as lines of the usage. */
  readonly usage: string
  /** Gives back the exit code: 0 done, 1 not done, 2 waits for a person. Throws HubError for wrong arguments. */
  readonly run: (args: readonly string[], desk: Desk) => Promise<number>
}

/** What a command works with. */
export type Desk = {
  readonly config: Config
  readonly sinks: readonly Sink[]
  /** The house's own. */
  readonly subgraphs: readonly Subgraph[]
  /**
   * Opens the hub's data for `work`: the database of the configuration, or that of the hub that runs on DATA_DIR; with
   * the samples in it when it was empty, if so asked.
   */
  readonly withHub: <T>(work: (hub: Hub) => Promise<T>, open?: { readonly samples: boolean }) => Promise<T>
  /** Prints a text, or with `--json` the value. */
  readonly print: (text: string, value: unknown) => void
  /** Tells a terminal how many rows have been read. */
  readonly progress: (rows: number) => void
  readonly progressDone: () => void
}

/** A command's own options and positional arguments. Throws BAD_VALUE with its usage. */
export function readArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  usage: string,
  options: T,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw wrongArguments(usage, (error as Error).message)
  }
}

/** What a command says to arguments it cannot use. */
export function wrongArguments(usage: string, given: string): HubError {
  return new HubError('BAD_VALUE', `参数应为：\n${usage}\n收到 ${given || '空'}。`)
}
