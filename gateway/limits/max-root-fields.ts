import type { DocumentNode } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { fold } from './fold.ts'

/** Refuses an operation that asks too many questions at once, also through fragments. */
export function maxRootFields(document: DocumentNode, limit: number): HubError | undefined {
  const fields = fold(
    document,
    () => 1,
    (left, right) => left + right,
  )
  return fields > limit
    ? new HubError('TOO_MANY_ROOT_FIELDS', `一次最多查询 ${limit} 个顶层字段，收到 ${fields} 个。`)
    : undefined
}
