import { expect, it } from 'vitest'
import { ask, engineOf, type TestSubgraph } from './three-libraries.ts'

const patents = [
  { id: 'p1', number: 'ZL1', value: 20 },
  { id: 'p2', number: 'ZL2', value: 30 },
]

const inUnit = ({ value }: { value: number }, { unit }: { unit: string }) => (unit === '万元' ? value : value * 10_000)

const register: TestSubgraph = {
  name: 'register',
  sdl: `type Query { patents: [Patent] unit: Unit } type Unit @key(fields: "id") { id: ID! }
    type Patent @key(fields: "id") { id: ID! number: String holder: String value(unit: String!): Int }`,
  resolvers: {
    Query: { patents: () => patents, unit: () => ({ id: 'u1' }) },
    Patent: {
      __resolveReference: ({ id }: { id: string }) => patents.find((it) => it.id === id),
      number: ({ number }: { number: string }) => (number === 'ZL1' ? new Error('查不到编号') : number),
      holder: () => '沈阳示例轴承厂',
      value: inUnit,
    },
  },
}

const license: TestSubgraph = {
  name: 'license',
  sdl: `type Patent @key(fields: "id") { id: ID! number: String @external holder: String @external
      value(unit: String!): Int @external
      fee: String @requires(fields: "number") licensor: String @requires(fields: "holder") stages: Int
      price: String @requires(fields: "value(unit: \\"万元\\")") deposit: String @requires(fields: "value(unit: \\"元\\")") }
    type Unit @key(fields: "id") { id: ID! patents: [Patent] }`,
  resolvers: {
    Patent: {
      fee: ({ number }: { number: string }) => `${number} 免费`,
      licensor: ({ holder }: { holder: string }) => `${holder}授权`,
      stages: () => 2,
      price: ({ value }: { value: number }) => `${value} 万元`,
      deposit: ({ value }: { value: number }) => `${value} 元`,
    },
    Unit: { patents: () => patents.map(({ id }) => ({ id })) },
  },
}

const engine = engineOf([register, license])

it('has a required field that fails cost what needs it, and not what is fetched beside it', async () => {
  expect(await ask(engine, '{ patents { fee licensor stages } }')).toEqual({
    data: {
      patents: [
        { fee: null, licensor: '沈阳示例轴承厂授权', stages: 2 },
        { fee: 'ZL2 免费', licensor: '沈阳示例轴承厂授权', stages: 2 },
      ],
    },
    errors: [
      {
        message: '查不到编号',
        path: ['patents', 0, 'fee'],
        extensions: { code: 'SUBGRAPH_ERROR', serviceName: 'register' },
      },
    ],
  })
})

it('hands each field what it requires where two require one field with different arguments', async () => {
  expect(await ask(engine, '{ patents { price deposit } }')).toEqual({
    data: {
      patents: [
        { price: '20 万元', deposit: '200000 元' },
        { price: '30 万元', deposit: '300000 元' },
      ],
    },
  })
})

it('refuses plainly where the planner would hand both the same', async () => {
  const message = '无法为此查询制定执行计划：所选字段以不同的参数依赖同一个字段，请分几次查询。'
  const errors = [{ message, extensions: { code: 'NOT_SUPPORTED' } }]
  expect(await ask(engine, '{ patents { price deposit stages } }')).toEqual({ errors })
  expect(await ask(engine, '{ unit { patents { price deposit } } }')).toEqual({ errors })
})

it('refuses plainly where the planner would end the process', async () => {
  const sizes: TestSubgraph = {
    name: 'sizes',
    sdl: `type Query { patent: Patent other: Patent } type Patent @key(fields: "id") { id: ID! size: Size } type Size { width(unit: String): Int }`,
    resolvers: {
      Query: { patent: () => ({ id: 'p1', size: {} }), other: () => ({ id: 'p2', size: {} }) },
      Size: { width: (_: unknown, { unit }: { unit: string }) => (unit === 'mm' ? 30 : 3) },
    },
  }
  const prints: TestSubgraph = {
    name: 'prints',
    sdl: `type Patent @key(fields: "id") { id: ID! size: Size @external
        label: String @requires(fields: "size { width(unit: \\"mm\\") }")
        poster: String @requires(fields: "size { width(unit: \\"cm\\") }") }
      type Size { width(unit: String): Int @external }`,
    resolvers: {
      Patent: {
        label: ({ size }: { size: { width: number } }) => `${size.width} 毫米`,
        poster: ({ size }: { size: { width: number } }) => `${size.width} 厘米`,
      },
    },
  }
  const printing = engineOf([sizes, prints])
  const message = 'label 和 poster 以不同的参数依赖同一个字段，应分两次查询，收到的在同一个对象上。'
  const errors = [{ message, extensions: { code: 'NOT_SUPPORTED' } }]
  expect(await ask(printing, '{ patent { label } ... on Query { patent { poster } } }')).toEqual({ errors })
  expect(await ask(printing, '{ patent { label } other { poster } }')).toEqual({
    data: { patent: { label: '30 毫米' }, other: { poster: '3 厘米' } },
  })
})
