import { isRecord } from './failure.ts'
import { matches } from './withheld.ts'

/** A library whose rows are missing because its own database did not answer. */
export interface MissingLibrary {
  /** `ln-talent` */
  readonly library: string
  /** `UNREACHABLE` */
  readonly status: string
  /** The same as a sentence. */
  readonly message: string
}

/** Takes over what a subgraph says is missing; what is not in the expected form is not passed on. */
export function noteIncomplete(known: Map<string, MissingLibrary>, extensions: Record<string, unknown>): void {
  if (!Array.isArray(extensions.incomplete)) return
  for (const said of extensions.incomplete.slice(0, atMost)) {
    if (known.size >= atMost || !isRecord(said)) return
    const { library, status, message } = said
    if (!matches(library, /^[a-z][\w-]*$/) || !matches(status, /^[A-Z][A-Z_]*$/)) continue
    if (matches(message, /./)) known.set(library, { library, status, message })
  }
}

const atMost = 200
