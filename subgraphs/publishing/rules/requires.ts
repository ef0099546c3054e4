import { type ConstDirectiveNode, Kind, type SelectionSetNode } from 'graphql'
import {
  type Definition,
  hasDirective,
  innermost,
  isKeyField,
  isNamed,
  selectionOf,
  textArgument,
} from '../definitions.ts'
import type { Territory } from '../territory.ts'
import { type Candidate, type Finding, finding, type Rule } from './rule.ts'

/** What `@requires` names is sent to the subgraph with every request, so its owner must have marked it `@exportable`. */
export const requiresRule: Rule = {
  code: 'NOT_EXPORTABLE',
  *check(candidate, territory) {
    for (const definition of candidate.definitions.values()) {
      const isAllExternal = hasDirective(definition, 'external')
      for (const field of definition.fields) {
        if (isAllExternal || hasDirective(field, 'external')) {
          yield* judge(candidate, territory, definition, field.name.value, field)
        }
        const requires = field.directives?.find(isNamed('requires'))
        if (requires) yield* judgeSelection(candidate, territory, definition, requires)
      }
    }
  },
}

function* judgeSelection(
  candidate: Candidate,
  territory: Territory,
  definition: Definition,
  requires: ConstDirectiveNode,
): Generator<Finding> {
  const selection = selectionOf(textArgument(requires, 'fields'))
  if (selection) yield* walk(selection, definition)
  function* walk(set: SelectionSetNode, on: Definition): Generator<Finding> {
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) continue
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = node.typeCondition && candidate.definitions.get(node.typeCondition.name.value)
        yield* walk(node.selectionSet, narrowed ?? on)
        continue
      }
      const name = node.name.value
      const declared = on.fields.find((field) => field.name.value === name)
      // An external field was judged where it is declared.
      if (!declared || !hasDirective(declared, 'external')) {
        yield* judge(candidate, territory, on, name, requires)
      }
      const inner = declared && candidate.definitions.get(innermost(declared.type))
      if (node.selectionSet && inner) yield* walk(node.selectionSet, inner)
    }
  }
}

function* judge(
  { name: subgraph }: Candidate,
  { hub, ownerOf, field }: Territory,
  definition: Definition,
  name: string,
  node: Parameters<typeof finding>[0],
): Generator<Finding> {
  const coordinate = `${definition.name}.${name}`
  const shared = hub(definition.name)
  if (name === '__typename' || isKeyField(shared ?? definition, name)) return
  if (ownerOf(definition.name) === subgraph || ownerOf(coordinate) === subgraph) return
  const owned = field(coordinate)
  // Composition says so of fields that nobody has, and types of the candidate's own are its own affair.
  if (!owned) return
  const isInsideValue = shared !== undefined && shared.keys.length === 0
  const isPersonal = owned.sharing !== '' && owned.sharing !== 'UNCONDITIONAL'
  if (!isPersonal && (owned.exportable || isInsideValue)) return
  yield finding(node, {
    zh: isPersonal
      ? `${coordinate} 的共享类别为 ${owned.sharing}，不能交给其他子图。`
      : `${coordinate} 的所有者没有允许把它交给其他子图。`,
    en: isPersonal
      ? `${coordinate} is of class ${owned.sharing} and is not handed to other subgraphs.`
      : `The owner of ${coordinate} has not marked it @exportable.`,
    fixZh: isPersonal ? '去掉它，改用 id 或无条件共享的字段。' : '请所有者在该字段上标 @exportable，或去掉它。',
    fixEn: isPersonal
      ? 'Drop it; use the id or a field shared unconditionally.'
      : 'Ask its owner for @exportable, or drop it.',
  })
}
