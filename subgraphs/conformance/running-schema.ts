import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
  print,
  type StringValueNode,
  visit,
} from 'graphql'
import { type Asker, dataOf } from './ask.ts'
import { NotKept } from './check.ts'

/** The SDL a subgraph says it runs, read. Throws NotKept when it does not say. */
export async function readRunningSdl(asker: Asker): Promise<DocumentNode> {
  const { _service } = dataOf(await asker.ask('{ _service { sdl } }'))
  const sdl = (_service as { readonly sdl?: unknown } | null)?.sdl
  try {
    if (typeof sdl === 'string') return parse(sdl)
  } catch {
    // As good as none.
  }
  throw new NotKept({
    zh: '_service { sdl } 没有给出可读的 SDL。',
    en: '_service { sdl } gives no SDL that can be read.',
    fix: {
      zh: '按 Apollo Federation 子图规范实现 _service，返回发布的 SDL 全文。',
      en: 'Implement _service as the Apollo Federation subgraph specification says: the whole SDL as published.',
    },
  })
}

/** Throws NotKept where what runs differs from what was published, in anything but descriptions and order. */
export function compareSdl(published: DocumentNode, running: DocumentNode): void {
  const [promised, kept] = [coordinatesOf(published), coordinatesOf(running)]
  const differing = [...new Set([...promised.keys(), ...kept.keys()])]
    .filter((coordinate) => promised.get(coordinate) !== kept.get(coordinate))
    .sort()
  if (differing.length === 0) return
  const shown = differing.slice(0, 5).map((coordinate) => {
    const [was, is] = [promised.get(coordinate), kept.get(coordinate)]
    return { coordinate, was: was ?? '无 none', is: is ?? '无 none' }
  })
  const told = shown.map(({ coordinate, was, is }) => `${coordinate}: ${was} → ${is}`).join('; ')
  throw new NotKept({
    zh: `运行中的模式与发布的 SDL 有 ${differing.length} 处不同：${told}。`,
    en: `What runs differs from what was published in ${differing.length} places: ${told}.`,
    fix: {
      zh: '先部署新版本，再用同一份 SDL 发布。',
      en: 'Deploy the new version first, then publish the very SDL it runs.',
    },
  })
}

/** What every subgraph has besides its contract, as servers print it or leave it out. */
const machinery = /^(_Any|_Entity|_Service|FieldSet|link__|federation__|Query\._entities|Query\._service)/

/** Each type, field, value, member and directive with what its definition says, extensions counted in. */
function coordinatesOf(document: DocumentNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (coordinate: string, meaning: string) => {
    if (!machinery.test(coordinate)) found.set(coordinate, meaning)
  }
  for (const definition of visit(document, { StringValue: { enter: inLine } }).definitions) {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue
    const type = definition.name.value
    add(type, definition.kind.replace(/Type(Definition|Extension)$/, ''))
    for (const directive of directivesOf(definition)) add(`${type} ${directive}`, 'yes')
    if ('interfaces' in definition)
      for (const { name } of definition.interfaces ?? []) add(`${type} & ${name.value}`, 'yes')
    if ('types' in definition) for (const { name } of definition.types ?? []) add(`${type} | ${name.value}`, 'yes')
    if ('values' in definition) {
      for (const value of definition.values ?? [])
        add(`${type}.${value.name.value}`, ['value', ...directivesOf(value)].join(' '))
    }
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) add(`${type}.${field.name.value}`, meaningOf(field))
    }
  }
  return found
}

function meaningOf(field: FieldDefinitionNode | InputValueDefinitionNode): string {
  const args = 'arguments' in field ? (field.arguments ?? []) : []
  const given = args.map((arg) => print({ ...arg, description: undefined })).sort()
  const value = 'defaultValue' in field && field.defaultValue ? [`= ${print(field.defaultValue)}`] : []
  return [
    ...(given.length > 0 ? [`(${given.join(', ')})`] : []),
    print(field.type),
    ...value,
    ...directivesOf(field),
  ].join(' ')
}

function directivesOf({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] }): readonly string[] {
  return directives.map((directive) => print(directive).replace('@federation__', '@')).sort()
}

/** A text written in a block means the same as one written in a line. */
function inLine(node: StringValueNode): StringValueNode {
  return { ...node, block: false }
}
