import { Kind } from 'graphql'
import { type Definition, hasDirective, isKeyField, rootTypes } from './definitions.ts'
import { type Problem, placeOf } from './problem.ts'
import type { Candidate } from './rules/rule.ts'
import { isStub, type Territory } from './territory.ts'

/** What a reader of the graph will miss. It does not keep a subgraph out. */
export function lint({ name: subgraph, definitions }: Candidate, { hub, ownerOf }: Territory): readonly Problem[] {
  return [...definitions.values()].flatMap((definition) => {
    const shared = hub(definition.name)
    const owner = ownerOf(definition.name)
    if (rootTypes.has(definition.name)) return undescribed(definition)
    if (shared) return shared.keys.length > 0 ? undescribed(definition, shared) : []
    if ((owner && owner !== subgraph) || isStub(definition)) return []
    return [...ofType(definition), ...undescribed(definition), ...unforgiving(definition)]
  })
}

function ofType({ name, kind, nodes, directives, fields }: Definition): readonly Problem[] {
  const silent = !nodes.some(({ kind, ...node }) => 'description' in node && isChinese(node.description?.value))
  const undeclared =
    kind === 'OBJECT' &&
    !hasDirective({ directives }, 'sharing') &&
    fields.some((field) => !hasDirective(field, 'sharing'))
  return [
    ...(silent ? [undescribedAt(name, nodes[0]!)] : []),
    ...(undeclared
      ? [
          {
            code: 'SHARING_UNDECLARED',
            places: placeOf(nodes[0]!),
            zh: `类型 ${name} 没有写明共享类别。`,
            en: `Type ${name} declares no sharing class.`,
            fix: {
              zh: '加上 @sharing(class: UNCONDITIONAL) 等，依据《政务数据共享条例》。',
              en: 'Add @sharing(class: UNCONDITIONAL) or another class.',
            },
          },
        ]
      : []),
  ]
}

/** Own fields, arguments, values without a Chinese description. */
function undescribed({ name, nodes }: Definition, shared?: Definition): readonly Problem[] {
  return nodes.flatMap((node) => {
    const parts = ('fields' in node && node.fields) || ('values' in node && node.values) || []
    return parts.flatMap((part) => {
      if (shared && (isKeyField(shared, part.name.value) || hasDirective(part, 'external'))) return []
      if (isChinese(part.description?.value) || part.name.value === 'id') return []
      return [undescribedAt(`${name}.${part.name.value}`, part)]
    })
  })
}

function undescribedAt(coordinate: string, node: Parameters<typeof placeOf>[0]): Problem {
  return {
    code: 'DESCRIPTION',
    places: placeOf(node),
    zh: `${coordinate} 没有中文说明。`,
    en: `${coordinate} has no Chinese description.`,
    fix: {
      zh: '写一句说明，并举例，例如 "名称，例如 长春示例对接会。"',
      en: 'Say in a sentence what it is, with an example.',
    },
  }
}

/** One remark a type: where a field may not be null, its failure takes the whole record along. */
function unforgiving({ name, kind, fields }: Definition): readonly Problem[] {
  if (kind !== 'OBJECT' || name.endsWith('Connection') || name.endsWith('Edge')) return []
  const strict = fields.filter(
    (field) => field.type.kind === Kind.NON_NULL_TYPE && !['id', 'localId'].includes(field.name.value),
  )
  if (strict.length === 0) return []
  const names = strict.map((field) => field.name.value).join(', ')
  return [
    {
      code: 'NULLABILITY',
      places: placeOf(strict[0]!),
      zh: `${name} 的 ${names} 不可为空：任何一个取不到，整条记录都会为空。`,
      en: `${name}: ${names} may not be null, so that one failure takes the whole record along.`,
      fix: { zh: '除 id 外尽量可为空。', en: 'Let all but the id be nullable.' },
    },
  ]
}

function isChinese(text: string | undefined): boolean {
  return text !== undefined && /\p{Script=Han}/u.test(text)
}
