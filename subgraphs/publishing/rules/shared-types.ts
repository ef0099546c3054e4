import {
  type ConstDirectiveNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NamedTypeNode,
  print,
} from 'graphql'
import { type Definition, directiveName, rootTypes } from '../definitions.ts'
import { finding, type Rule, type Words } from './rule.ts'

/**
 * What all share is repeated as the hub has it, or not at all. Composition would take the intersection of two inputs and
 * the looser of two fields, and so change it for everyone.
 */
export const sharedTypesRule: Rule = {
  code: 'SHARED_TYPE',
  *check({ definitions }, { hub }) {
    for (const definition of definitions.values()) {
      const shared = hub(definition.name)
      if (!shared || rootTypes.has(definition.name)) continue
      const say = (node: Parameters<typeof finding>[0], what: string, english: string) =>
        finding(node, wordsFor(definition.name, what, english))
      if (definition.kind !== shared.kind) {
        yield say(definition.nodes[0], '种类不同', 'is of another kind')
        continue
      }
      const interfaces = new Set(shared.interfaces.map(({ name }) => name.value))
      for (const it of definition.interfaces) {
        if (!interfaces.has(it.name.value)) yield say(it, `多了接口 ${it.name.value}`, `implements ${it.name.value}`)
      }
      // Entities are added to, and other rules look at what is added.
      if (shared.keys.length > 0) continue
      const known = new Map(partsOf(shared).map((part) => [part.name.value, part]))
      for (const part of partsOf(definition)) {
        const name = part.name.value
        const original = known.get(name)
        if (!original) yield say(part, `多了 ${name}`, `has ${name} besides`)
        else if (written(part) !== written(original))
          yield say(part, `${name} 的写法不同`, `writes ${name} differently`)
        else if (!isSubset(directivesOf(part), directivesOf(original)))
          yield say(part, `${name} 多了指令`, `adds a directive to ${name}`)
      }
      if (definition.kind === 'ENUM' || definition.kind === 'INPUT' || definition.kind === 'UNION') {
        const own = new Set(partsOf(definition).map(({ name }) => name.value))
        for (const name of known.keys()) {
          if (!own.has(name)) yield say(definition.nodes[0], `缺少 ${name}`, `lacks ${name}`)
        }
      }
    }
  },
}

function wordsFor(name: string, what: string, english: string): Words {
  return {
    zh: `共用类型 ${name} 与平台的不同：${what}。`,
    en: `The shared type ${name} ${english}, unlike the hub's.`,
    fixZh: '照抄平台的定义（schema/values.graphql），需要别的内容时另设带自己前缀的类型。',
    fixEn: "Repeat the hub's definition (schema/values.graphql); what differs belongs in a type of your own prefix.",
  }
}

type Part = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode | NamedTypeNode

/** Fields, values or members of a type. */
function partsOf({ nodes }: Definition): readonly Part[] {
  return nodes.flatMap((node): readonly Part[] => {
    if ('fields' in node) return node.fields ?? []
    if ('values' in node) return node.values ?? []
    return 'types' in node ? (node.types ?? []) : []
  })
}

/** A part as it reads without descriptions and directives. */
function written(part: Part): string {
  if (part.kind === Kind.NAMED_TYPE) return part.name.value
  const bare = { ...part, description: undefined, directives: [] }
  if (bare.kind !== Kind.FIELD_DEFINITION) return print(bare)
  const args = bare.arguments?.map((argument) => ({ ...argument, description: undefined }))
  return print({ ...bare, arguments: args?.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1)) })
}

function directivesOf(part: Part): readonly ConstDirectiveNode[] {
  return part.kind === Kind.NAMED_TYPE ? [] : (part.directives ?? [])
}

function isSubset(given: readonly ConstDirectiveNode[], known: readonly ConstDirectiveNode[]): boolean {
  const allowed = new Set(known.map((directive) => print(directive)))
  return given.every(
    (directive) => allowed.has(print(directive)) || ['shareable', 'sharing'].includes(directiveName(directive)),
  )
}
