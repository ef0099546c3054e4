import { type DirectiveNode, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** The values that an operation's variables have when a request gives none. */
export type Defaults = ReadonlyMap<string, ValueNode | undefined>

/** Reads an argument of a document as a request means it: its variables in place, or their defaults. */
export function readArgument(value: ValueNode, defaults: Defaults): (variables: Variables) => unknown {
  if (value.kind !== Kind.VARIABLE) {
    const constant = hasVariables(value) ? undefined : valueFromASTUntyped(value)
    if (constant !== undefined) return () => constant
    return (variables) => valueFromASTUntyped(value, { ...defaultsOf(defaults), ...variables })
  }
  const name = value.name.value
  const otherwise = defaults.get(name)
  const constant = otherwise && valueFromASTUntyped(otherwise)
  return (variables) => (Object.hasOwn(variables, name) ? variables[name] : constant)
}

/** Whether `@skip` and `@include` leave a selection in; undefined where neither is there. */
export function readCondition(
  directives: readonly DirectiveNode[] = [],
  defaults: Defaults,
): ((variables: Variables) => boolean) | undefined {
  const conditions = directives.flatMap((directive) => {
    const skips = directive.name.value === 'skip'
    const argument = directive.arguments?.find(({ name }) => name.value === 'if')
    if (!argument || !(skips || directive.name.value === 'include')) return []
    const read = readArgument(argument.value, defaults)
    return [(variables: Variables) => read(variables) !== skips]
  })
  if (conditions.length === 0) return undefined
  return (variables) => conditions.every((holds) => holds(variables))
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true
  if (value.kind === Kind.LIST) return value.values.some(hasVariables)
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariables(field.value))
}

function defaultsOf(defaults: Defaults): Variables {
  return Object.fromEntries([...defaults].map(([name, value]) => [name, value && valueFromASTUntyped(value)]))
}
