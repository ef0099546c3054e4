import { type DocumentNode, visit } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Refuses a document that repeats fields under too many aliases. */
export function maxAliases(document: DocumentNode, limit: number): HubError | undefined {
  let aliases = 0
  visit(document, {
    Field(node) {
      if (node.alias) aliases++
    },
  })
  return aliases > limit
    ? new HubError('TOO_MANY_ALIASES', `最多使用 ${limit} 个别名，收到 ${aliases} 个。`)
    : undefined
}
