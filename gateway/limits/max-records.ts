import { type DocumentNode, type FieldNode, Kind, type ValueNode, visit } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { fold } from './fold.ts'

/** Arguments that say how many rows a list returns. */
const pageArguments: ReadonlySet<string> = new Set(['first', 'last', 'limit'])

/** Whether lists of asked-for lengths are in the document at all; most have none, and are not counted per request. */
export function asksForPages(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Argument(node) {
      if (pageArguments.has(node.name.value)) found = true
    },
  })
  return found
}

/**
 * Refuses nested pages that multiply: 100 talents with 100 achievements with 100 patents are a million records. Runs for
 * every request, as a page's length may be a variable.
 */
export function maxRecords(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
): HubError | undefined {
  const defaults = defaultsOf(document)
  const records = fold(
    document,
    (node, inside) => {
      const length = pageLength(node, variables, defaults)
      return length === undefined ? inside : length * (1 + inside)
    },
    (left, right) => left + right,
  )
  return records > limit
    ? new HubError('TOO_MANY_RECORDS', `一次查询最多要求 ${limit} 条记录，按各级分页相乘共 ${records} 条。`)
    : undefined
}

function defaultsOf(document: DocumentNode): ReadonlyMap<string, ValueNode> {
  const defaults = new Map<string, ValueNode>()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
      if (defaultValue) defaults.set(variable.name.value, defaultValue)
    }
  }
  return defaults
}

function pageLength(
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
  defaults: ReadonlyMap<string, ValueNode>,
): number | undefined {
  for (const { name, value } of node.arguments ?? []) {
    if (!pageArguments.has(name.value)) continue
    const length = numberIn(value, variables, defaults)
    if (length !== undefined) return Math.max(0, length)
  }
  return undefined
}

function numberIn(
  value: ValueNode,
  variables: Readonly<Record<string, unknown>>,
  defaults: ReadonlyMap<string, ValueNode>,
): number | undefined {
  if (value.kind === Kind.INT) return Number(value.value)
  if (value.kind !== Kind.VARIABLE) return undefined
  const given = variables[value.name.value]
  if (typeof given === 'number') return given
  const otherwise = given === undefined ? defaults.get(value.name.value) : undefined
  return otherwise?.kind === Kind.INT ? Number(otherwise.value) : undefined
}
