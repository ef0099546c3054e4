import type { Doubt } from '#schema/flags.ts'

/** What a check answers: the value as understood, the key it joins by, and every doubt. No value: not understood. */
export type Checked<Value> = { readonly value?: Value; readonly key?: string; readonly flags: readonly Doubt[] }

/** Cells that say "nothing here". */
export function isEmpty(raw: unknown): boolean {
  if (raw === null || raw === undefined) return true
  return /^(无|没有|暂无|未填|不详|[-—–－]+|\/|n\/?a|null|none)?$/i.test(plain(raw))
}

/** A cell as text for matching only: half width, outer spaces gone. */
export function plain(raw: unknown): string {
  return String(raw).normalize('NFKC').trim()
}
