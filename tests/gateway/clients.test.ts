import { createHash } from 'node:crypto'
import { ApolloClient, type ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { Client, cacheExchange, fetchExchange, gql as urqlGql } from '@urql/core'
import { GraphQLClient } from 'graphql-request'
import { afterAll, describe, expect, it } from 'vitest'
import { startMonolith } from './monolith.ts'

const gateway = await startMonolith()
const { url } = gateway
afterAll(() => gateway.close())

const id = 'hb-edu-talent:HBHX-10486-0001'
const text = 'query Name($id: ID!) { talent(id: $id) { id name } }'
const partial = '{ talent(id: "hb-edu-talent:HBHX-10486-0001") { name } broken }'
const masked = {
  message: '内部错误，已记录。',
  locations: [{ line: 1, column: 56 }],
  path: ['broken'],
  extensions: { code: 'INTERNAL' },
}

describe('Apollo Client', () => {
  const client = (link: ApolloLink = new HttpLink({ uri: url })) =>
    new ApolloClient({ cache: new InMemoryCache(), link })

  it('reads data, and keeps what there is when part of it failed', async () => {
    const whole = await client().query({ query: gql(text), variables: { id } })
    expect(whole.data).toEqual({ talent: { __typename: 'Talent', id, name: '李清远' } })
    const some = await client().query({ query: gql(partial), errorPolicy: 'all' })
    expect({ data: some.data, error: some.error && { name: some.error.name, message: some.error.message } }).toEqual({
      data: { talent: { __typename: 'Talent', name: '李清远' }, broken: null },
      error: { name: 'CombinedGraphQLErrors', message: '内部错误，已记录。' },
    })
  })

  it('sends a hash first, and the text when it is asked for, by POST and by GET', async () => {
    const sent: { readonly method: string; readonly hasText: boolean }[] = []
    const watched: typeof fetch = (at, init) => {
      sent.push({ method: init?.method ?? 'GET', hasText: /"query":|[?&]query=/.test(`${at}${init?.body ?? ''}`) })
      return fetch(at, init)
    }
    const sha256 = (of: string) => createHash('sha256').update(of).digest('hex')
    const ask = (useGETForHashedQueries: boolean) =>
      client(
        new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
          new HttpLink({ uri: url, fetch: watched, headers: { 'apollo-require-preflight': '1' } }),
        ),
      ).query({ query: gql(text), variables: { id } })
    const [first, second, third] = [await ask(false), await ask(false), await ask(true)]
    expect([first.data, second.data, third.data]).toEqual(
      Array(3).fill({ talent: { __typename: 'Talent', id, name: '李清远' } }),
    )
    expect(sent).toEqual([
      { method: 'POST', hasText: false },
      { method: 'POST', hasText: true },
      { method: 'POST', hasText: false },
      { method: 'GET', hasText: false },
    ])
  })
})

it('urql reads data, and keeps what there is when part of it failed', async () => {
  const client = new Client({ url, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false })
  const whole = await client.query(urqlGql(text), { id }).toPromise()
  expect(whole.data).toEqual({ talent: { __typename: 'Talent', id, name: '李清远' } })
  const some = await client.query(urqlGql(partial), {}).toPromise()
  expect({ data: some.data, codes: some.error?.graphQLErrors.map(({ extensions }) => extensions.code) }).toEqual({
    data: { talent: { __typename: 'Talent', name: '李清远' }, broken: null },
    codes: ['INTERNAL'],
  })
})

it('graphql-request reads data, and keeps what there is when part of it failed', async () => {
  const client = new GraphQLClient(url, { errorPolicy: 'all' })
  expect(await client.request(text, { id })).toEqual({ talent: { id, name: '李清远' } })
  const some = await client.rawRequest(partial)
  expect({ data: some.data, errors: some.errors }).toEqual({
    data: { talent: { name: '李清远' }, broken: null },
    errors: [masked],
  })
})
