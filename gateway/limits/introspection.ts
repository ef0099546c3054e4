import { type DocumentNode, visit } from 'graphql'

/** Whether a document asks for the schema, wherever in it. `__typename` says what a record is, and is no such question. */
export function asksForSchema(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Field({ name }) {
      if (name.value === '__schema' || name.value === '__type') found = true
    },
  })
  return found
}
