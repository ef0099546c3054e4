import { hasDirective, isKeyField, rootTypes } from '../definitions.ts'
import { finding, type Rule } from './rule.ts'

/** The first to publish a field owns it. */
export const fieldOwnerRule: Rule = {
  code: 'FIELD_OWNER',
  *check({ name: subgraph, definitions }, { hub, ownerOf }) {
    for (const definition of definitions.values()) {
      const { name: typeName, fields } = definition
      const shared = hub(typeName)
      if (!shared || shared.keys.length === 0 || rootTypes.has(typeName)) continue
      if (hasDirective(definition, 'external')) continue
      for (const field of fields) {
        const name = field.name.value
        if (isKeyField(shared, name) || hasDirective(field, 'external')) continue
        const owner = ownerOf(`${typeName}.${name}`)
        if (!owner || owner === subgraph) continue
        yield finding(field, {
          zh: `${typeName}.${name} 属于${owner === 'hub' ? '平台' : ` ${owner}`}。`,
          en: `${typeName}.${name} belongs to ${owner === 'hub' ? 'the hub' : owner}.`,
          fixZh: '换一个字段名；只在 @requires 中使用时标 @external。',
          fixEn: 'Give the field another name; mark it @external where @requires uses it.',
        })
      }
    }
  },
}
