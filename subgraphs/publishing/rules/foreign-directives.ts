import type { ConstDirectiveNode } from 'graphql'
import { directiveName, hasDirective, isKeyField, rootTypes } from '../definitions.ts'
import { finding, type Rule } from './rule.ts'

/** On what is not one's own there is room for the directives that refer to it, and no others: most work on everyone. */
export const foreignDirectivesRule: Rule = {
  code: 'DIRECTIVE_NOT_OWN',
  *check({ name: subgraph, definitions }, { hub, ownerOf }) {
    for (const definition of definitions.values()) {
      const { name: typeName, directives, fields } = definition
      const shared = hub(typeName)
      const owner = shared ? 'hub' : ownerOf(typeName)
      if (rootTypes.has(typeName)) {
        yield* complain(typeName, directives, atRoot)
        for (const field of fields)
          yield* complain(`${typeName}.${field.name.value}`, shareables(field.directives), atRoot)
        continue
      }
      if (!owner || owner === subgraph) continue
      const isValue = shared !== undefined && shared.keys.length === 0
      const onType = isValue && isShared(shared) ? valueType : referringType
      yield* complain(typeName, directives, onType, shared?.directives.map(directiveName))
      if (isValue) continue
      for (const field of fields) {
        const isOthers = isKeyField(shared ?? definition, field.name.value) || hasDirective(field, 'external')
        const coordinate = `${typeName}.${field.name.value}`
        if (isOthers) yield* complain(coordinate, field.directives, referringField)
        else yield* complain(coordinate, shareables(field.directives), referringField)
      }
    }
  },
}

const atRoot: ReadonlySet<string> = new Set(['sharing'])
const referringType: ReadonlySet<string> = new Set(['key', 'sharing', 'extends'])
const referringField: ReadonlySet<string> = new Set(['external', 'sharing'])
const valueType: ReadonlySet<string> = new Set(['shareable', 'sharing'])

function* complain(
  coordinate: string,
  directives: readonly ConstDirectiveNode[] = [],
  allowed: ReadonlySet<string>,
  original: readonly string[] = [],
) {
  for (const directive of directives) {
    const name = directiveName(directive)
    if (allowed.has(name) || (name !== 'key' && original.includes(name))) continue
    // Forbidden anywhere, and said once.
    if (name === 'interfaceObject' || name === 'override') continue
    yield finding(directive, {
      zh: `${coordinate} 不是这个子图的，不能加 @${name}。`,
      en: `${coordinate} is not this subgraph's own; it may not carry @${name} here.`,
      fixZh: `去掉 @${name}。`,
      fixEn: `Remove @${name}.`,
    })
  }
}

function shareables(directives: readonly ConstDirectiveNode[] = []): readonly ConstDirectiveNode[] {
  return directives.filter((directive) => directiveName(directive) === 'shareable')
}

function isShared({ directives }: { readonly directives: readonly ConstDirectiveNode[] }): boolean {
  return directives.some((directive) => directiveName(directive) === 'shareable')
}
