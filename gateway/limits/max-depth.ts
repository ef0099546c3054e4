import type { DocumentNode } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { fold } from './fold.ts'

/** Refuses fields nested more than `limit` deep, introspection included. */
export function maxDepth(document: DocumentNode, limit: number): HubError | undefined {
  const depth = fold(document, (_, inside) => inside + 1, Math.max)
  return depth > limit ? new HubError('TOO_DEEP', `查询最多可嵌套 ${limit} 层，收到 ${depth} 层。`) : undefined
}
