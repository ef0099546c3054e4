import type { DocumentNode } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Refuses a document of many operations or fragments, which validation follows from each, and compares pair by pair. */
export function maxDefinitions({ definitions }: DocumentNode, limit: number): HubError | undefined {
  return definitions.length > limit
    ? new HubError('TOO_MANY_DEFINITIONS', `操作和片段最多共 ${limit} 个，收到 ${definitions.length} 个。`)
    : undefined
}
