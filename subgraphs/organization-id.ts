import type { Mention } from './intake/record.ts'

/** The graph's id of a unit that is named by an official code; null when there is only a name. */
export function organizationId({ uscc, moeCode, id }: Mention): string | null {
  const code = uscc ?? moeCode
  return id ?? (code ? `organization:${code}` : null)
}
