import type { CodedValue } from '#schema/codes/coded-value.ts'
import { fieldsOf } from '#schema/codes/crosswalk.ts'

/** The hub's fields that a record's industries lead to, whatever scheme they came in; what facets count. */
export function industryFields(industries: readonly CodedValue[] = []): string[] {
  return unique(industries.flatMap((industry) => fieldsOf(industry).map(({ code }) => code)))
}

/** Every code an industry filter may name: the source's own and the hub's fields. */
export function industryCodes(industries: readonly CodedValue[] = []): string[] {
  return unique([...industries.map(({ code }) => code), ...industryFields(industries)])
}

function unique(codes: readonly (string | null)[]): string[] {
  return [...new Set(codes.filter((code) => code !== null))]
}
