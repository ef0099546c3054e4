import { type DocumentNode, visit } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Refuses a document crowded with directives, which validation compares pair by pair. */
export function maxDirectives(document: DocumentNode, limit: number): HubError | undefined {
  let directives = 0
  visit(document, {
    Directive() {
      directives++
    },
  })
  return directives > limit
    ? new HubError('TOO_MANY_DIRECTIVES', `最多使用 ${limit} 个指令，收到 ${directives} 个。`)
    : undefined
}
