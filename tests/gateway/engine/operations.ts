import fc from 'fast-check'
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from 'graphql'

/** One generated request. */
export interface Request {
  readonly query: string
  readonly variables: Record<string, unknown>
}

type Draw = (max: number) => number

const nasty = ['id', 'name', 'label', '__proto__', 'constructor', 'toString', '_entities', 'code', '__typename2']

const argumentsGiven = ['', '(n: 2)', '(n: $n)', '(of: [LAB, MASS])', '(n: $n, of: $of)']

const definitions = { s: '$s: Boolean!', t: '$t: Boolean = true', n: '$n: Int', of: '$of: [Stage!]' }

/** Operations on a schema: aliases, arguments, fragments, conditions, type refinements; most of them valid. */
export function requestOn(schema: GraphQLSchema): fc.Arbitrary<Request> {
  return fc.array(fc.nat({ max: 999 }), { minLength: 10, maxLength: 220, size: 'max' }).map((numbers) => {
    let next = 0
    const draw: Draw = (max) => (next < numbers.length ? numbers[next++]! % max : 0)
    const fragments: string[] = []
    const body = selection(schema.getQueryType()!, schema, draw, 0, fragments)
    const text = [body, ...fragments].join('\n')
    const values = { s: draw(2) === 0, t: draw(2) === 0, n: draw(3), of: [['LAB'], null, ['MASS', 'PILOT']][draw(3)] }
    const used = Object.keys(definitions).filter((name) => new RegExp(`\\$${name}\\b`).test(text))
    const header = used.length > 0 ? `(${used.map((name) => definitions[name as 's']).join(', ')})` : ''
    const variables = Object.fromEntries(used.map((name) => [name, values[name as 's']]))
    return { query: `query ${header} ${text}`, variables }
  })
}

function selection(
  type: GraphQLNamedType,
  schema: GraphQLSchema,
  draw: Draw,
  depth: number,
  fragments: string[],
): string {
  const parts: string[] = []
  const count = 1 + draw(depth === 0 ? 3 : 5)
  for (let i = 0; i < count; i++) parts.push(part(type, schema, draw, depth, fragments))
  return `{ ${parts.join(' ')} }`
}

function part(type: GraphQLNamedType, schema: GraphQLSchema, draw: Draw, depth: number, fragments: string[]): string {
  const kind = draw(10)
  if (kind === 0) return `${draw(3) === 0 ? 'kind: ' : ''}__typename${condition(draw)}`
  if (kind <= (isAbstractType(type) ? 4 : 2) || !('getFields' in type)) {
    const into = narrower(type, schema, draw)
    const body = selection(into, schema, draw, depth + 1, fragments)
    if (draw(4) > 0) return `... on ${into.name}${condition(draw)} ${body}`
    const name = `part${fragments.length}`
    fragments.push(`fragment ${name} on ${into.name} ${body}`)
    return `...${name}${condition(draw)}`
  }
  const fields = Object.values((type as GraphQLObjectType).getFields())
  const field = fields[draw(fields.length)]!
  const inner = getNamedType(field.type)
  if (isCompositeType(inner) && depth > 5) return '__typename'
  const given = field.args.length > 0 ? draw(argumentsGiven.length) : 0
  const body = isCompositeType(inner) ? selection(inner, schema, draw, depth + 1, fragments) : ''
  return `${alias(field.name, given, draw)}${field.name}${argumentsGiven[given]}${condition(draw)} ${body}`
}

/** Mostly one that stands for the same field and arguments wherever it occurs; sometimes one that may not. */
function alias(field: string, given: number, draw: Draw): string {
  const at = draw(16)
  if (at === 0) return `${nasty[draw(nasty.length)]}: `
  if (at === 1) return `a${draw(4)}: `
  return given > 0 || at < 4 ? `${field}_${given}: ` : ''
}

function narrower(type: GraphQLNamedType, schema: GraphQLSchema, draw: Draw): GraphQLNamedType {
  if (isObjectType(type)) {
    const faces = [type, ...type.getInterfaces()]
    return faces[draw(faces.length)]!
  }
  if (!isAbstractType(type)) return type
  const possible = schema.getPossibleTypes(type)
  const faces = [type, schema.getType('Record')!, ...possible]
  return faces[draw(faces.length)]!
}

function condition(draw: Draw): string {
  const at = draw(16)
  return (
    [' @skip(if: $s)', ' @include(if: $s)', ' @include(if: $t)', ' @skip(if: false)', ' @include(if: true)'][at] ?? ''
  )
}
