import { type DocumentNode, type NameNode, visit } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Names that reach an object's prototype when written as a key. */
export const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Refuses such names wherever a client may choose one: aliases, variables, operations, fragments. */
export function reservedNames(document: DocumentNode): HubError | undefined {
  let found: string | undefined
  const look = (name: NameNode | undefined) => {
    if (name && reserved.has(name.value)) found = name.value
  }
  visit(document, {
    Field: (node) => look(node.alias),
    Variable: (node) => look(node.name),
    OperationDefinition: (node) => look(node.name),
    FragmentDefinition: (node) => look(node.name),
  })
  return found ? new HubError('RESERVED_NAME', `别名、变量、操作和片段不能命名为 ${found}。`) : undefined
}
