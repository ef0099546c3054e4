import { print } from 'graphql'
import { hasDirective, isKeyField, rootTypes } from '../definitions.ts'
import { finding, type Rule } from './rule.ts'

/** Entities meet by the hub's ids, and only by them. */
export const keysRule: Rule = {
  code: 'KEY',
  *check({ definitions }, { hub }) {
    for (const { name, kind, nodes, keys, fields } of definitions.values()) {
      if ((kind !== 'OBJECT' && kind !== 'INTERFACE') || rootTypes.has(name)) continue
      const shared = hub(name)
      const allowed = new Set(shared ? shared.keys.map((key) => key.fields) : ['id'])
      for (const key of keys) {
        if (allowed.has(key.fields)) continue
        yield finding(key.node, {
          zh: `${name} 的键应为 id，收到「${key.fields}」。`,
          en: `The key of ${name} is id; got "${key.fields}".`,
          fixZh: '写作 @key(fields: "id")，id 用平台的编号，例如 jl-fair:JL001。',
          fixEn: 'Write @key(fields: "id"); an id is the hub\'s, such as jl-fair:JL001.',
        })
      }
      if (
        shared &&
        shared.keys.length > 0 &&
        keys.length === 0 &&
        !nodes.every((node) => hasDirective(node, 'extends'))
      ) {
        yield finding(nodes[0], {
          zh: `${name} 没有写键。`,
          en: `${name} has no key here.`,
          fixZh: '加上 @key(fields: "id") 和字段 id: ID!。',
          fixEn: 'Add @key(fields: "id") and the field id: ID!.',
        })
      }
      for (const field of fields) {
        if (!keys.length || field.name.value !== 'id' || !isKeyField({ keys } as never, 'id')) continue
        if (print(field.type) === 'ID!' && !field.arguments?.length) continue
        yield finding(field, {
          zh: `${name}.id 的类型应为 ID!，收到 ${print(field.type)}。`,
          en: `${name}.id must be ID!; got ${print(field.type)}.`,
          fixZh: '写作 id: ID!。',
          fixEn: 'Write id: ID!.',
        })
      }
    }
  },
}
