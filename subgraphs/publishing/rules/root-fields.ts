import { Kind } from 'graphql'
import { rootTypes } from '../definitions.ts'
import { fieldPrefixesOf } from './name.ts'
import { finding, isPrefixed, type Rule } from './rule.ts'

/** A root field has one owner: two that share one are answered by either, or mixed row by row. A root itself has none. */
export const rootFieldsRule: Rule = {
  code: 'ROOT_FIELD',
  *check({ name: subgraph, prefixes, document, definitions }, { ownerOf }) {
    for (const node of document.definitions) {
      if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue
      for (const root of node.operationTypes ?? []) {
        const usual = `${root.operation[0]!.toUpperCase()}${root.operation.slice(1)}`
        if (root.type.name.value === usual) continue
        yield finding(root, {
          zh: `根类型 ${root.type.name.value} 改了名。`,
          en: `The root type ${root.type.name.value} is renamed.`,
          fixZh: `使用 ${usual}。`,
          fixEn: `Call it ${usual}.`,
        })
      }
    }
    const wanted = fieldPrefixesOf(prefixes)
    for (const typeName of rootTypes) {
      for (const node of definitions.get(typeName)?.nodes ?? []) {
        if (!('description' in node) || !node.description) continue
        // The hub describes no root, so this one's words would become everybody's.
        yield finding(node.description, {
          zh: `根类型 ${typeName} 由各子图共有，不由一个子图说明。`,
          en: `The root type ${typeName} is everybody's, and not for one subgraph to describe.`,
          fixZh: `去掉 ${typeName} 上的说明，写在自己的字段上。`,
          fixEn: `Take the description off ${typeName}, and describe your own fields.`,
        })
      }
      for (const field of definitions.get(typeName)?.fields ?? []) {
        const name = field.name.value
        const coordinate = `${typeName}.${name}`
        if (builtIn.has(name)) continue
        const owner = ownerOf(coordinate)
        if (owner && owner !== subgraph) {
          yield finding(field, {
            zh: `${coordinate} 已由${owner === 'hub' ? '平台' : ` ${owner} `}提供，不能再有第二个。`,
            en: `${coordinate} belongs to ${owner === 'hub' ? 'the hub' : owner}; a root field has one owner.`,
            fixZh: `换用自己前缀的名称，例如 ${wanted[0]}${name[0]!.toUpperCase()}${name.slice(1)}；跨省列表的数据请经入库报送。`,
            fixEn: `Name it with your prefix: ${wanted[0]}${name[0]!.toUpperCase()}${name.slice(1)}. Rows for a list across provinces come by intake.`,
          })
        } else if (!isPrefixed(name, wanted)) {
          yield finding(field, {
            zh: `${coordinate} 没有以自己的前缀开头。`,
            en: `${coordinate} does not begin with the prefix of ${subgraph}.`,
            fixZh: `改名为 ${wanted[0]}${name[0]!.toUpperCase()}${name.slice(1)}。`,
            fixEn: `Rename it to ${wanted[0]}${name[0]!.toUpperCase()}${name.slice(1)}.`,
          })
        }
      }
    }
  },
}

/** What some servers print of the protocol itself. */
const builtIn: ReadonlySet<string> = new Set(['_service', '_entities'])
