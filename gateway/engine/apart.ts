import type { BatchFetchNode, EntityBatchAlias, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner'
import { Kind, type OperationDefinitionNode, parse, print, type SelectionNode } from 'graphql'
import { askedOfAny } from './asked.ts'
import { asBatch, withoutSpreads } from './batch.ts'
import { groupsOf, type Scope } from './groups.ts'
import { responseKey } from './names.ts'
import type { Supergraph } from './supergraph.ts'
import { nameOf, setOf } from './syntax.ts'

/**
 * A plan that asks an interface object about each type only what was asked of that type. The planner asks it, for all
 * types of one path at once, whatever was asked of any: a null where none may be, in a field that was never asked of a
 * type, would take along what was.
 */
export function keepTypesApart(
  plan: PlanNode,
  operation: OperationDefinitionNode,
  { schema, interfaceObjects, requirementOf }: Pick<Supergraph, 'schema' | 'interfaceObjects' | 'requirementOf'>,
): PlanNode {
  const required = namesRequired(plan)
  const walk = (node: PlanNode): PlanNode[] => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') return [{ ...node, nodes: node.nodes.flatMap(walk) }]
    const batch = asBatch(node)
    const interfaces = interfaceObjects(batch?.serviceName ?? '')
    const divided =
      batch && interfaces.size > 0 && divide(batch, { operation, schema, interfaces, requirementOf, required })
    if (!divided) return [node]
    return divided.entityBatch.aliases.length > 0 ? [divided] : []
  }
  return walk(plan)[0]!
}

/** The batch with an alias for each group of types that is asked the same; undefined where each has one already. */
function divide(batch: BatchFetchNode, scope: Scope): BatchFetchNode | undefined {
  const whole = withoutSpreads(parse(batch.operation, { noLocation: true }))
  const aliases: EntityBatchAlias[] = []
  const selections: SelectionNode[] = []
  const variables = [...(whole.variableDefinitions ?? [])]
  for (const alias of batch.entityBatch.aliases) {
    const entities = askedOfAny(whole.selectionSet.selections).find((field) => responseKey(field) === alias.alias)!
    const groups = groupsOf(alias, entities, batch.serviceName, scope)
    if (!groups) {
      aliases.push(alias)
      selections.push(entities)
      continue
    }
    const at = variables.findIndex(({ variable }) => variable.name.value === alias.representationsVariableName)
    const [taken] = variables.splice(at, 1)
    groups.forEach(({ paths, requires, selection }, i) => {
      const name = `${alias.alias}_${i}`
      const variable = { kind: Kind.VARIABLE, name: nameOf(`${alias.representationsVariableName}_${i}`) } as const
      aliases.push({ ...alias, alias: name, representationsVariableName: variable.name.value, paths, requires })
      variables.push({ ...taken!, variable })
      selections.push({
        ...entities,
        alias: nameOf(name),
        arguments: [{ kind: Kind.ARGUMENT, name: nameOf('representations'), value: variable }],
        selectionSet: setOf([selection]),
      })
    })
  }
  const before = batch.entityBatch.aliases
  if (aliases.length === before.length && aliases.every((alias, i) => alias === before[i])) return undefined
  const operation = print({ ...whole, variableDefinitions: variables, selectionSet: setOf(selections) })
  return { ...batch, operation, entityBatch: { aliases } }
}

/** Names of all fields that some fetch of a plan hands to a subgraph. */
function namesRequired(plan: PlanNode): ReadonlySet<string> {
  const names = new Set<string>()
  const read = (selections: readonly RequiresSelection[] = []) => {
    for (const selection of selections) {
      if (selection.kind === 'Field') names.add(selection.name).add(selection.alias ?? selection.name)
      if (selection.kind !== 'FragmentSpread') read(selection.selections)
    }
  }
  const walk = (node: PlanNode) => {
    if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(walk)
    for (const { requires } of asBatch(node)?.entityBatch.aliases ?? []) read(requires)
  }
  walk(plan)
  return names
}
