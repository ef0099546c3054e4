import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql'

/** Which of an operation's condition variables hold in one request. */
export type Conditions = Readonly<Record<string, boolean>>

/** The variables that `@skip` and `@include` depend on. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}

export function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  for (const directive of selection.directives ?? []) {
    const name = directive.name.value
    if (name !== 'skip' && name !== 'include') continue
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value
    const variable = value?.kind === Kind.VARIABLE ? value.name.value : undefined
    const holds = variable ? conditions[variable] === true : value?.kind === Kind.BOOLEAN && value.value
    if (holds === (name === 'skip')) return false
  }
  return true
}
