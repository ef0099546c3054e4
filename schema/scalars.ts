import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { HubError } from './errors.ts'

/** The scalars of `values.graphql`, which all travel as strings; subgraphs resolve by them, the gateway checks by them. */
export const scalars = {
  Decimal: textScalar('Decimal', /^-?\d{1,30}(\.\d{1,10})?$/, '十进制数字符串，例如 "500000.00"'),
  PartialDate: textScalar(
    'PartialDate',
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    '2023、2023-05 或 2023-05-01',
  ),
  DateTime: textScalar(
    'DateTime',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
    '2023-12-15T08:00:00Z',
  ),
}

function textScalar(name: string, form: RegExp, expected: string): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && form.test(text)) return text
    throw new HubError('BAD_VALUE', `${name} 应为${expected}。`)
  }
  return new GraphQLScalarType({
    name,
    serialize: (value) => (name === 'DateTime' ? new Date(String(value)).toISOString() : String(value)),
    parseValue: read,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return read(node.value)
      return read(undefined)
    },
  })
}
