import { Kind, print } from 'graphql'
import { hasDirective, isKeyField, rootTypes } from '../definitions.ts'
import { finding, type Rule } from './rule.ts'

/** What a province adds to others' records may be null: a subgraph that is down costs its own fields and no more. */
export const nullableRule: Rule = {
  code: 'NOT_NULLABLE',
  *check({ definitions }, { hub }) {
    for (const definition of definitions.values()) {
      const shared = hub(definition.name)
      const isRoot = rootTypes.has(definition.name)
      if (!isRoot && (!shared || shared.keys.length === 0)) continue
      for (const field of definition.fields) {
        const name = field.name.value
        if (field.type.kind !== Kind.NON_NULL_TYPE || name.startsWith('_')) continue
        if (!isRoot && (isKeyField(shared!, name) || hasDirective(field, 'external'))) continue
        yield finding(field, {
          zh: `${definition.name}.${name} 应可为空，收到 ${print(field.type)}。`,
          en: `${definition.name}.${name} must be nullable; got ${print(field.type)}.`,
          fixZh: `写作 ${print(field.type.type)}。`,
          fixEn: `Write ${print(field.type.type)}.`,
        })
      }
    }
  },
}
