import fc from 'fast-check'
import { getIntrospectionQuery } from 'graphql'
import { describe, expect, it } from 'vitest'
import { checkDocument, defaultLimits } from '../../../gateway/limits/limits.ts'
import { withoutSuggestions } from '../../../gateway/limits/no-suggestions.ts'

const refusalOf = (text: string, changed: Partial<typeof defaultLimits> = {}) => {
  const { refusal } = checkDocument(text, { ...defaultLimits, ...changed })
  return refusal && { code: 'code' in refusal ? refusal.code : refusal.name, message: refusal.message }
}

const nested = (depth: number) => `${'{ patents '.repeat(depth)}${'}'.repeat(depth)}`
const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ')

describe('a document', () => {
  it('of the size frontends write passes, the full introspection query too', () => {
    const introspection = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, schemaDescription: true })
    expect([refusalOf('{ talents(first: 20) { nodes { name } } }'), refusalOf(introspection)]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('with too many tokens is refused before it is parsed', () =>
    expect(refusalOf(`{${' id'.repeat(5_000)}`)).toEqual({
      code: 'TOO_MANY_TOKENS',
      message: '查询语句最多 5000 个词法单元，收到的更多。',
    }))

  it('with brackets that would exhaust the parser is refused before it is parsed', () =>
    expect([refusalOf(`{ a(b: ${'['.repeat(300)}`), refusalOf('{a'.repeat(201))]).toEqual([
      { code: 'TOO_DEEP', message: '括号最多可嵌套 200 层，收到的更深。' },
      { code: 'TOO_DEEP', message: '括号最多可嵌套 200 层，收到的更深。' },
    ]))

  it('nested deeper than the limit is refused, also through fragments', () => {
    expect(refusalOf(nested(20))).toBeUndefined()
    expect(refusalOf(nested(21))).toEqual({ code: 'TOO_DEEP', message: '查询最多可嵌套 20 层，收到 21 层。' })
    const throughFragments = `{ ...F0 } ${repeat(21, (i) => `fragment F${i} on Query { a { ...F${i + 1} } }`)}
      fragment F21 on Query { a }`
    expect(refusalOf(throughFragments)).toEqual({ code: 'TOO_DEEP', message: '查询最多可嵌套 20 层，收到 22 层。' })
  })

  it('with fragments that double at every step is counted once per fragment, and refused', () => {
    const doubling = `{ ...F0 } ${repeat(18, (i) => `fragment F${i} on Query { a { ...F${i + 1} } b { ...F${i + 1} } }`)}
      fragment F18 on Query { a }`
    expect(refusalOf(doubling)).toEqual({
      code: 'TOO_MANY_SELECTIONS',
      message: '展开片段后最多选取 10000 个字段，收到 786430 个。',
    })
  })

  it('whose fragments go in a circle is left to validation, which names the circle', () =>
    expect(refusalOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toBeUndefined())

  it('of too many definitions is refused, whose fragments validation would compare pair by pair', () => {
    const spread = (count: number) =>
      `{ libraries { ${repeat(count, (i) => `...F${i}`)} } } ${repeat(count, (i) => `fragment F${i} on Library { id }`)}`
    expect([
      refusalOf(spread(99)),
      refusalOf(spread(100)),
      refusalOf(repeat(101, (i) => `query Q${i} { id }`)),
    ]).toEqual([
      undefined,
      { code: 'TOO_MANY_DEFINITIONS', message: '操作和片段最多共 100 个，收到 101 个。' },
      { code: 'TOO_MANY_DEFINITIONS', message: '操作和片段最多共 100 个，收到 101 个。' },
    ])
  })

  it('with too many aliases, directives, root fields or list items is refused by count', () =>
    expect([
      refusalOf(`{ talents { ${repeat(51, (i) => `a${i}: id`)} } }`),
      refusalOf(`{ talents { id ${'@skip(if: false) '.repeat(51)} } }`),
      refusalOf(`{ ${repeat(21, (i) => `f${i}`)} }`),
      refusalOf(`{ ...F ...F } fragment F on Query { ${repeat(11, (i) => `f${i}`)} }`),
      refusalOf(`{ nodes(ids: [${repeat(1_001, (i) => String(i))}]) { id } }`),
    ]).toEqual([
      { code: 'TOO_MANY_ALIASES', message: '最多使用 50 个别名，收到 51 个。' },
      { code: 'TOO_MANY_DIRECTIVES', message: '最多使用 50 个指令，收到 51 个。' },
      { code: 'TOO_MANY_ROOT_FIELDS', message: '一次最多查询 20 个顶层字段，收到 21 个。' },
      { code: 'TOO_MANY_ROOT_FIELDS', message: '一次最多查询 20 个顶层字段，收到 22 个。' },
      { code: 'LIST_TOO_LONG', message: '列表最多 1000 项，收到 1001 项。' },
    ]))

  it.each(['__proto__', 'constructor', 'prototype'])('that names anything %s is refused', (name) =>
    expect(
      [
        `{ ${name}: talents { id } }`,
        `query ($${name}: ID!) { talent(id: $${name}) { id } }`,
        `query ${name} { id }`,
        `{ ...${name} } fragment ${name} on Query { id }`,
      ].map((text) => refusalOf(text)),
    ).toEqual(Array(4).fill({ code: 'RESERVED_NAME', message: `别名、变量、操作和片段不能命名为 ${name}。` })),
  )

  it('that is no GraphQL is refused with its syntax error', () =>
    expect(refusalOf('{ talents(')).toEqual({
      code: 'GraphQLError',
      message: 'Syntax Error: Expected Name, found <EOF>.',
    }))

  it('that is no GraphQL is refused without a stack, by which the refusal would keep all its tokens', () =>
    expect(checkDocument('{ talents(', defaultLimits).refusal?.stack).toBe(
      'GraphQLError: Syntax Error: Expected Name, found <EOF>.',
    ))

  it('made of any characters is checked without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}()[]:$!@."#\\ \n联aé…0-__'), maxLength: 300 }), (text) => {
        const { refusal } = checkDocument(text, defaultLimits)
        expect(refusal === undefined || refusal instanceof Error).toBe(true)
      }),
    )
  })
})

describe('variables', () => {
  const check = (text: string, variables: Record<string, unknown>) => {
    const refusal = checkDocument(text, defaultLimits).checkVariables(variables)
    return refusal && { code: refusal.code, message: refusal.message }
  }
  it('too deep, too many, too long or with a reserved key are refused', () => {
    const deep = Array.from({ length: 30 }).reduce<unknown>((inside) => ({ and: inside }), {})
    const wide = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`k${i}`, i]))
    expect([
      check('{ id }', { filter: deep }),
      check('{ id }', { filter: wide }),
      check('{ id }', { ids: Array(1_001).fill('hb-edu-talent:1') }),
      check('{ id }', JSON.parse('{"filter":{"__proto__":{"admin":true}}}')),
    ]).toEqual([
      { code: 'TOO_DEEP', message: '变量最多可嵌套 20 层，收到的更深。' },
      { code: 'BAD_VALUE', message: '变量最多共有 1000 个键，收到的更多。' },
      { code: 'LIST_TOO_LONG', message: '列表最多 1000 项，收到 1001 项。' },
      { code: 'RESERVED_NAME', message: '变量中不能有名为 __proto__ 的键。' },
    ])
  })

  it('of any JSON are checked without a crash', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => void check('{ id }', given)))
  })
})

it('leaves out what graphql-js would suggest', () =>
  expect([
    withoutSuggestions('Cannot query field "nam" on type "Talent". Did you mean "name" or "kind"?'),
    withoutSuggestions('Value "A" does not exist in "K" enum. Did you mean the enum value "B"?'),
    withoutSuggestions('Cannot query field "name" on type "Talent".'),
  ]).toEqual([
    'Cannot query field "nam" on type "Talent".',
    'Value "A" does not exist in "K" enum.',
    'Cannot query field "name" on type "Talent".',
  ]))
