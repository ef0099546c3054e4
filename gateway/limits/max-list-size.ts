import { type DocumentNode, visit } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Refuses lists written out in a document that are longer than any filter needs. */
export function maxListSize(document: DocumentNode, limit: number): HubError | undefined {
  let longest = 0
  visit(document, {
    ListValue(node) {
      longest = Math.max(longest, node.values.length)
    },
  })
  return longest > limit ? new HubError('LIST_TOO_LONG', `列表最多 ${limit} 项，收到 ${longest} 项。`) : undefined
}
