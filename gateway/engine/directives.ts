import type { ConstDirectiveNode } from 'graphql'

/** The text a directive was given for an argument; undefined when it has none. */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((a) => a.name.value === name)?.value
  return value && 'value' in value && typeof value.value === 'string' ? value.value : undefined
}
