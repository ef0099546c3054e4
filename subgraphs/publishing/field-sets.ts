import { type ConstDirectiveNode, type DocumentNode, GraphQLError, Kind, type SelectionSetNode } from 'graphql'
import {
  type Definition,
  definitionsOf,
  hasDirective,
  innermost,
  isKeyField,
  isNamed,
  selectionOf,
  textArgument,
} from './definitions.ts'

interface Subgraph {
  readonly name: string
  readonly typeDefs: DocumentNode
}

type Definitions = ReadonlyMap<string, Definition>

/**
 * What the composer takes, or fails over without saying where, in the fields that `@key`, `@requires` and `@provides`
 * select: objects of which nothing is selected, scalars of which something is, fragments without a type, and provided
 * fields that are not shareable where they are resolved.
 */
export function fieldSetErrors(subgraphs: readonly Subgraph[]): readonly GraphQLError[] {
  const defined = subgraphs.map((it) => ({ ...it, definitions: definitionsOf(it.typeDefs) }))
  const keepers = defined.filter(({ typeDefs }) => isFederation2(typeDefs))
  return defined.flatMap(({ name, definitions }) =>
    [...fieldSetsOf(definitions)].flatMap(({ directive, on, at }) => {
      const said = `[${name}] On "${at}", for @${directive.name.value}(fields: "${textArgument(directive, 'fields')}")`
      const set = selectionOf(textArgument(directive, 'fields'))
      if (!set) return []
      return [...walk(set, on, definitions)].flatMap(({ type, field, fault }): GraphQLError | [] => {
        const kind = directive.name.value.replace(/^federation__/, '').toUpperCase()
        if (fault) return errorAt(directive, `${kind}_INVALID_FIELDS`, `${said}: ${fault}`)
        const keeper =
          kind === 'PROVIDES' && keepers.find((it) => it.name !== name && keeps(it.definitions, type, field))
        if (!keeper) return []
        const wrong = `field "${type}.${field}" is resolved by subgraph "${keeper.name}" and is not @shareable there`
        return errorAt(directive, 'INVALID_FIELD_SHARING', `${said}: ${wrong}`)
      })
    }),
  )
}

interface FieldSet {
  readonly directive: ConstDirectiveNode
  /** The type whose fields it selects. */
  readonly on: Definition
  /** Coordinate of what it stands on. */
  readonly at: string
}

function* fieldSetsOf(definitions: Definitions): Generator<FieldSet> {
  for (const on of definitions.values()) {
    for (const directive of on.directives.filter(isNamed('key'))) yield { directive, on, at: on.name }
    for (const { name, type, directives = [] } of on.fields) {
      const at = `${on.name}.${name.value}`
      for (const directive of directives.filter(isNamed('requires'))) yield { directive, on, at }
      const provided = definitions.get(innermost(type))
      for (const directive of directives.filter(isNamed('provides'))) {
        if (provided) yield { directive, on: provided, at }
      }
    }
  }
}

interface Selected {
  readonly type: string
  readonly field: string
  readonly fault?: string
}

/** Every field selected, as far as the subgraph defines it; the rest is the composer's to tell. */
function* walk(set: SelectionSetNode, on: Definition, definitions: Definitions): Generator<Selected> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition && definitions.get(selection.typeCondition.name.value)
      if (narrowed) yield* walk(selection.selectionSet, narrowed, definitions)
      if (!selection.typeCondition) yield { type: on.name, field: '', fault: 'a fragment needs a type, "... on Type"' }
      continue
    }
    const field = selection.name.value
    const declared = on.fields.find(({ name }) => name.value === field)
    if (!declared) continue
    const type = innermost(declared.type)
    const inner = definitions.get(type)
    const isObject = inner !== undefined && hasSelections.has(inner.kind)
    const isScalar = scalars.has(type) || (inner !== undefined && !isObject)
    const fault =
      isObject && !selection.selectionSet
        ? `"${field}" is of type "${type}", select fields of it`
        : isScalar && selection.selectionSet
          ? `"${field}" is of type "${type}", which has no fields to select`
          : undefined
    yield { type: on.name, field, ...(fault && { fault }) }
    if (!fault && inner && selection.selectionSet) yield* walk(selection.selectionSet, inner, definitions)
  }
}

const hasSelections: ReadonlySet<Definition['kind']> = new Set(['OBJECT', 'INTERFACE', 'UNION'])
const scalars: ReadonlySet<string> = new Set(['ID', 'String', 'Int', 'Float', 'Boolean'])

/** Whether a subgraph resolves a field and does not share it; its keys are always shared. */
function keeps(definitions: Definitions, type: string, field: string): boolean {
  const definition = definitions.get(type)
  const declared = definition?.fields.find(({ name }) => name.value === field)
  if (!definition || !declared || definition.kind !== 'OBJECT' || isKeyField(definition, field)) return false
  return !['shareable', 'external'].some((name) => hasDirective(declared, name) || hasDirective(definition, name))
}

/** Without `@link` to the federation specification, every field is shareable. */
function isFederation2({ definitions }: DocumentNode): boolean {
  const schemas = definitions.filter((it) => it.kind === Kind.SCHEMA_DEFINITION || it.kind === Kind.SCHEMA_EXTENSION)
  const links = schemas.flatMap(({ directives }) => directives?.filter(isNamed('link')) ?? [])
  return links.some((link) => textArgument(link, 'url').includes('/federation/'))
}

function errorAt(node: ConstDirectiveNode, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { nodes: node, extensions: { code } })
}
