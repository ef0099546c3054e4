import { rootTypes } from '../definitions.ts'
import { isStub } from '../territory.ts'
import { finding, isPrefixed, type Rule } from './rule.ts'

/** New types are named within the subgraph's own prefix; those of other provinces are only referred to. */
export const typeNamesRule: Rule = {
  code: 'TYPE_NAME',
  *check({ name: subgraph, prefixes, definitions }, { hub, ownerOf }) {
    for (const definition of definitions.values()) {
      const { name, nodes } = definition
      if (hub(name) || rootTypes.has(name) || protocol.test(name)) continue
      const owner = ownerOf(name)
      if (owner === subgraph) continue
      if (owner) {
        if (isStub(definition)) continue
        yield finding(nodes[0], {
          zh: `类型 ${name} 属于 ${owner}。`,
          en: `Type ${name} belongs to ${owner}.`,
          fixZh: '只引用它：type X @key(fields: "id", resolvable: false) { id: ID! }；或换用自己前缀的名称。',
          fixEn:
            'Only refer to it: type X @key(fields: "id", resolvable: false) { id: ID! }; or take a name of your own.',
        })
      } else if (!isPrefixed(name, prefixes)) {
        yield finding(nodes[0], {
          zh: `类型 ${name} 没有以自己的前缀开头。`,
          en: `Type ${name} does not begin with the prefix of ${subgraph}.`,
          fixZh: `改名为 ${prefixes[0]}${name}。`,
          fixEn: `Rename it to ${prefixes[0]}${name}.`,
        })
      }
    }
  },
}

/** What some servers print of the protocol itself. */
const protocol = /^(_Any|_Entity|_Service|_?FieldSet|(link|federation)__\w+)$/
