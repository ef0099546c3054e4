import type { DocumentNode } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { fold } from './fold.ts'

/** Refuses fragments that multiply: counts the fields an operation selects once every spread is written out. */
export function maxSelections(document: DocumentNode, limit: number): HubError | undefined {
  const selections = fold(
    document,
    (_, inside) => inside + 1,
    (left, right) => left + right,
  )
  return selections > limit
    ? new HubError('TOO_MANY_SELECTIONS', `展开片段后最多选取 ${limit} 个字段，收到 ${selections} 个。`)
    : undefined
}
