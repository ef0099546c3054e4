import { isRecord } from './failure.ts'

/** A field that may be null because its viewer may not see it, and why: by role and field only, whatever its value. */
export interface Withheld {
  /** `Talent.gender` */
  readonly field: string
  /** `CONSENT_NEEDED` */
  readonly reason: string
  /** The reason as a sentence. */
  readonly message: string
}

/** Takes over what a subgraph says it withheld; what is not in the expected form is not passed on. */
export function noteWithheld(known: Map<string, Withheld>, extensions: Record<string, unknown>): void {
  if (!Array.isArray(extensions.withheld)) return
  for (const said of extensions.withheld.slice(0, atMost)) {
    if (known.size >= atMost || !isRecord(said)) return
    const { field, reason, message } = said
    if (!matches(field, /^[A-Za-z]\w*\.[A-Za-z]\w*$/) || !matches(reason, /^[A-Z][A-Z_]*$/)) continue
    if (typeof message === 'string' && message.length <= longest) known.set(field, { field, reason, message })
  }
}

const atMost = 200
const longest = 200

/** A text of a form, and no longer than what is told may be. */
export function matches(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && value.length <= longest && form.test(value)
}
