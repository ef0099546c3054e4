import { HubError } from '#schema/errors.ts'
import type { CursorSeal, Position } from './cursor.ts'
import type { ListArguments } from './list.ts'

/** Which rows of an order a page wants: how many, which way, and between which positions. */
export type Slice = {
  readonly size: number
  readonly backward: boolean
  readonly from?: Position
  readonly until?: Position
  /** Attached libraries that the pages so far did without. */
  readonly without: readonly string[]
}

const maxPageSize = 100
export const defaultPageSize = 20

export function readSlice({ first, after, last, before }: ListArguments, seal: CursorSeal): Slice {
  if (first != null && last != null) throw new HubError('BAD_PAGE', 'first 与 last 不能同时使用。')
  checkSize('first', first)
  checkSize('last', last)
  const backward = last != null || (first == null && before != null && after == null)
  const positions = { after: after ? seal.read(after) : undefined, before: before ? seal.read(before) : undefined }
  const [from, until] = backward ? [positions.before, positions.after] : [positions.after, positions.before]
  const without = [...(from?.without ?? []), ...(until?.without ?? [])]
  return { size: first ?? last ?? defaultPageSize, backward, without, ...(from && { from }), ...(until && { until }) }
}

export function checkSize(name: string, size: number | null | undefined) {
  if (size != null && (size < 1 || size > maxPageSize)) {
    throw new HubError('BAD_PAGE', `${name} 应在 1 到 ${maxPageSize} 之间，收到 ${size}。`)
  }
}
