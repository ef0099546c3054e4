import { describe, expect, it } from 'vitest'
import { achievement, ask, engineOf, organization, talent } from './three-libraries.ts'

const engine = engineOf([talent, organization, achievement])

async function codeOf(query: string, variables?: Record<string, unknown>) {
  const { errors, data } = await ask(engine, query, variables)
  expect(data ?? null).toBeNull()
  return errors[0].extensions?.code ?? 'invalid'
}

describe('an operation that asks too much or too cleverly', () => {
  it('is refused when its selections nest twenty thousand deep', async () => {
    expect(await codeOf(`{ talents ${'{ organization '.repeat(20_000)}{ id }${'}'.repeat(20_000)} }`)).toBe(
      'BAD_REQUEST',
    )
    expect(await codeOf(`{ talents ${'{ organization '.repeat(300)}{ id }${'}'.repeat(300)} }`)).toBe('BAD_REQUEST')
  })

  it('is refused when it is deeper than a plan can be', async () => {
    const nested = engineOf([
      { name: 'tree', sdl: 'type Query { unit: Unit } type Unit { name: String parent: Unit }', resolvers: {} },
    ])
    const deep = `{ unit ${'{ name parent '.repeat(60)}{ name }${'}'.repeat(60)} }`
    expect((await ask(nested, deep)).errors[0].extensions.code).toBe('BAD_REQUEST')
  })

  it('is refused when its literals nest deep', async () => {
    expect(await codeOf(`{ talent(id: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`)).toBe('BAD_REQUEST')
    expect(await codeOf(`{ talent(id: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { id } }`)).toBe('invalid')
  })

  it('is refused when its fragments go round', async () => {
    expect(await codeOf('{ talents { ...a } } fragment a on Talent { ...b } fragment b on Talent { ...a }')).toBe(
      'invalid',
    )
  })

  it('is refused when its fragments double sixty times', async () => {
    const doubling = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on Talent { x${i}: name ...f${i + 1} ...f${i + 1} }`,
    )
    expect(await codeOf(`{ talents { ...f0 } } ${doubling.join(' ')} fragment f60 on Talent { id }`)).toBe(
      'BAD_REQUEST',
    )
  })

  it('is refused when the graph has no operations of its kind', async () => {
    const readOnly = engineOf([{ name: 'library', sdl: 'type Query { libraries: [String] }', resolvers: {} }])
    const message = (kind: string) => `这张图应以 query 查询，没有 ${kind} 可用。`
    const codes = { extensions: { code: 'NOT_SUPPORTED' } }
    for (const kind of ['mutation', 'subscription']) {
      expect(await ask(readOnly, `${kind} { register(name: "湖北省高校科技人才库") { id } }`)).toEqual({
        errors: [{ message: message(kind), ...codes }],
      })
    }
  })

  it('is refused when it is no GraphQL', async () => {
    expect(await codeOf('{ talents {')).toBe('invalid')
    expect(await codeOf('')).toBe('invalid')
    expect(await codeOf('fragment a on Talent { id }')).toBe('invalid')
    expect(await codeOf('query a { talents { id } } query b { talents { id } }')).toBe('BAD_REQUEST')
  })

  it('is told of twenty things at most that are wrong with it, and of no names it does not know', async () => {
    const { errors } = await ask(engine, `{ talents { ${'nam '.repeat(500)} } }`)
    expect(errors.map(({ message }: { message: string }) => message)).toEqual([
      ...Array(20).fill('Cannot query field "nam" on type "Talent".'),
      'Too many validation errors, error limit reached. Validation aborted.',
    ])
  })

  it('is refused without a stack, by which whoever remembers the refusal would keep all that validation made', () => {
    const stacks = ['{ talents { nam } }', '{ talents {'].map((query) => {
      const refused = engine.prepare(query)
      return 'errors' in refused && refused.errors[0]!.stack
    })
    expect(stacks).toEqual([
      'GraphQLError: Cannot query field "nam" on type "Talent".',
      'GraphQLError: Syntax Error: Expected Name, found <EOF>.',
    ])
  })

  it('is refused when its variables do not fit', async () => {
    expect(await codeOf('query ($id: ID!) { talent(id: $id) { name } }', {})).toBe('invalid')
    expect(await codeOf('query ($id: ID!) { talent(id: $id) { name } }', { id: { a: 1 } })).toBe('invalid')
  })

  it('may use any names it likes', async () => {
    const result = await ask(
      engine,
      `query ($__proto__: ID!, $constructor: Int, $representations: Boolean = true) {
        __proto__: talent(id: $__proto__) {
          constructor: name @include(if: $representations)
          prototype: __typename
          toString: achievements(first: $constructor) { __proto__: title hasOwnProperty: id }
          _entities: byline
        }
      }`,
      JSON.parse('{ "__proto__": "ln-talent:LN-0003", "constructor": 1 }'),
    )
    expect(result.errors).toBeUndefined()
    expect(JSON.stringify(result.data)).toBe(
      JSON.stringify({
        ['__proto__']: {
          constructor: '孙洁',
          prototype: 'Talent',
          toString: [{ ['__proto__']: '激光熔覆工艺 1', hasOwnProperty: 'ln-talent:LN-0003/成果1' }],
          _entities: '孙洁 等',
        },
      }),
    )
  })
})
