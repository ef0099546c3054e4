import { describe, expect, it } from 'vitest'
import { ask, engineOf, type TestSubgraph } from './three-libraries.ts'

describe('what an interface object gives by what it requires, where its interface has several keys', () => {
  const names: Record<string, string> = { t1: '欧阳明', p1: '激光熔覆装置' }
  const keys = '@key(fields: "id") @key(fields: "code")'
  const idOf = ({ id, code }: { id?: string; code?: string }) => id ?? code!.slice(5)
  const codeOf = (reference: { id?: string }) => `code/${idOf(reference)}`
  const nameOf = (reference: { id?: string }) => names[idOf(reference)]
  const coding: TestSubgraph = {
    name: 'library',
    sdl: `type Query { records: [Record] } interface Record ${keys} { id: ID! code: ID! name: String }
      type Talent implements Record ${keys} { id: ID! code: ID! name: String }
      type Patent implements Record ${keys} { id: ID! code: ID! name: String }`,
    resolvers: {
      Query: { records: () => ['t1', 'p1'].map((id) => ({ __typename: id === 't1' ? 'Talent' : 'Patent', id })) },
      Record: {
        __resolveReference: (reference: object) => {
          const id = idOf(reference)
          return { __typename: id.startsWith('t') ? 'Talent' : 'Patent', id }
        },
      },
      Talent: { id: idOf, code: codeOf, name: nameOf },
      Patent: { id: idOf, code: codeOf, name: nameOf },
    },
  }
  const labels: TestSubgraph = {
    name: 'labels',
    sdl: `type Record @key(fields: "id") @interfaceObject {
      id: ID! name: String @external label: String @requires(fields: "name") like: Record @requires(fields: "name") }`,
    resolvers: {
      Record: {
        label: ({ id, name }: { id: string; name: string }) => `${id} ${name}`,
        like: ({ name }: { name: string }) => ({ id: name === names.t1 ? 'p1' : 't1' }),
      },
    },
  }
  const notes: TestSubgraph = {
    name: 'notes',
    sdl: `type Query { noted: [Record] } type Record @key(fields: "id") @interfaceObject { id: ID! note: String }`,
    resolvers: {
      Query: { noted: () => [{ id: 't1' }, { id: 'p1' }] },
      Record: { note: (reference: object) => `${idOf(reference)} 的备注` },
    },
  }

  it('is asked of what another interface object gives', async () => {
    const engine = engineOf([coding, labels, notes])
    expect(await ask(engine, '{ noted { label } }')).toEqual({
      data: { noted: [{ label: 't1 欧阳明' }, { label: 'p1 激光熔覆装置' }] },
    })
  })

  it('is asked below what it gives, for each type all that it requires', async () => {
    const engine = engineOf([coding, labels, notes])
    const query = '{ noted { note like { it: label code ... on Patent { like { name } } } ... on Talent { label } } }'
    expect(await ask(engine, query)).toEqual({
      data: {
        noted: [
          {
            note: 't1 的备注',
            like: { it: 'p1 激光熔覆装置', code: 'code/p1', like: { name: '欧阳明' } },
            label: 't1 欧阳明',
          },
          { note: 'p1 的备注', like: { it: 't1 欧阳明', code: 'code/t1' } },
        ],
      },
    })
  })

  it('is asked of a type that requires it, of what another interface object gives', async () => {
    const archive = {
      name: 'archive',
      sdl: `type Talent @key(fields: "id") { id: ID! label: String @external file: String @requires(fields: "label") }`,
      resolvers: { Talent: { file: ({ label }: { label?: string }) => `${label} 的档案` } },
    }
    const engine = engineOf([coding, labels, notes, archive])
    expect(await ask(engine, '{ noted { ... on Talent { file } ... on Patent { label } } }')).toEqual({
      data: { noted: [{ file: 't1 欧阳明 的档案' }, { label: 'p1 激光熔覆装置' }] },
    })
  })

  it('is asked of it also where a type of the interface is known by the other key only', async () => {
    const shelves = {
      name: 'shelves',
      sdl: `interface Record { code: ID! } type Talent implements Record @key(fields: "code") { code: ID! shelf: String }
        type Patent implements Record @key(fields: "code") { code: ID! }`,
      resolvers: { Talent: { shelf: ({ code }: { code: string }) => `${code} 的书架` } },
    }
    const engine = engineOf([coding, labels, notes, shelves])
    expect(await ask(engine, '{ noted { label ... on Talent { shelf } } }')).toEqual({
      data: { noted: [{ label: 't1 欧阳明', shelf: 'code/t1 的书架' }, { label: 'p1 激光熔覆装置' }] },
    })
  })
})
