import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** Draws whole numbers below `max`, the same ones for the same seed. */
export type Draw = (max: number) => number

export function drawsOf(seed: number): Draw {
  let state = seed >>> 0
  return (max) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % max
  }
}

/** A document on the schema: fields, arguments of their types, aliases, fragments, conditions; most of them valid. */
export function generatedDocument(schema: GraphQLSchema, draw: Draw): string {
  const fragments: string[] = []
  const body = selection(schema.getQueryType()!, schema, draw, 0, fragments)
  return [`query Q($v: Boolean = true) ${body}`, ...fragments].join('\n')
}

/** The same after something happened to it: pieces lost, doubled, moved, put in; brackets deepened; bytes flipped. */
export function mutated(text: string, other: string, draw: Draw): string {
  let result = text
  for (let times = 1 + draw(4); times > 0; times--) {
    const [at, length] = [draw(result.length + 1), 1 + draw(40)]
    const [before, piece, after] = [result.slice(0, at), result.slice(at, at + length), result.slice(at + length)]
    const from = draw(other.length + 1)
    result = [
      before + after,
      before + piece + piece + after,
      before + tokens[draw(tokens.length)]! + piece + after,
      before + String.fromCharCode(piece.charCodeAt(0) ^ (1 << draw(7))) + piece.slice(1) + after,
      before + other.slice(from, from + length * 4) + after,
      before + piece.repeat(1 + draw(300)) + after,
      before + '{a'.repeat(draw(400)) + piece + after,
      before,
    ][draw(8)]!
  }
  return result
}

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  '@skip(if: $v)',
  '@include',
  '$',
  ':',
  '!',
  '"',
  '"""',
  '\\u{110000}',
  '\ud800',
  '\0',
  '\u202e',
  '#',
  '__schema',
  '__proto__: id',
  'constructor: __typename',
  '-0',
  '1e999',
  '99999999999999999999',
  'fragment F on Query { ...F }',
  '...F',
  'mutation',
  'subscription',
  'null',
  'true',
  '联库',
  '&',
  '|',
]

function selection(type: GraphQLNamedType, schema: GraphQLSchema, draw: Draw, depth: number, fragments: string[]) {
  const parts: string[] = []
  for (let count = 1 + draw(depth === 0 ? 3 : 4); count > 0; count--) {
    parts.push(part(type, schema, draw, depth, fragments))
  }
  return `{ ${parts.join(' ')} }`
}

function part(type: GraphQLNamedType, schema: GraphQLSchema, draw: Draw, depth: number, fragments: string[]): string {
  const condition = draw(12) === 0 ? ' @include(if: $v)' : ''
  if (!(isObjectType(type) || isInterfaceType(type)) || (isAbstractType(type) && draw(2) === 0)) {
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : []
    const into = possible[draw(Math.max(1, possible.length))]
    if (!into) return '__typename'
    const body = selection(into, schema, draw, depth + 1, fragments)
    if (draw(3) > 0) return `... on ${into.name}${condition} ${body}`
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${into.name} ${body}`)
    return `...${name}${condition}`
  }
  const fields = Object.values(type.getFields())
  const field = fields[draw(fields.length)]!
  const inner = getNamedType(field.type)
  if (isCompositeType(inner) && depth > 5) return '__typename'
  const given = field.args.filter((it) => isNonNullType(it.type) || draw(4) === 0).map((it) => argument(it, draw))
  const alias = draw(6) === 0 ? `a${draw(3)}: ` : ''
  const body = isCompositeType(inner) ? ` ${selection(inner, schema, draw, depth + 1, fragments)}` : ''
  return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${condition}${body}`
}

const argument = ({ name, type }: GraphQLArgument, draw: Draw) => `${name}: ${value(type, draw, 0)}`

function value(type: GraphQLInputType, draw: Draw, depth: number): string {
  if (draw(40) === 0) return ['null', '-1', '"x"', '{}', '[]', 'NOWHERE', '$v'][draw(7)]!
  if (isNonNullType(type)) return value(type.ofType, draw, depth)
  if (isListType(type))
    return `[${Array.from({ length: draw(4) }, () => value(type.ofType, draw, depth + 1)).join(', ')}]`
  if (isEnumType(type)) return type.getValues()[draw(type.getValues().length)]!.name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((it) => isNonNullType(it.type) || draw(3) === 0)
    return depth > 3 ? '{}' : `{ ${fields.map((it) => `${it.name}: ${value(it.type, draw, depth + 1)}`).join(', ')} }`
  }
  const scalars: Record<string, string> = { Int: String(draw(30)), Boolean: draw(2) === 0 ? 'true' : 'false' }
  return scalars[type.name] ?? ['"机器人"', '"hb-edu-talent:X"', '"2023-05"', '"500000.00"', '""'][draw(5)]!
}
