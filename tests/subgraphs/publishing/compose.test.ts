import { describe, expect, it } from 'vitest'
import { CompositionError, composeSupergraph, printPublicApi } from '../../../subgraphs/publishing/compose.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@inaccessible"])\n'

function problemsOf(...sdls: readonly string[]) {
  try {
    composeSupergraph(
      sdls.map((sdl, i) => ({ name: ['talent', 'demand'][i]!, file: `province/${i}.graphql`, typeDefs: link + sdl })),
    )
  } catch (error) {
    if (error instanceof CompositionError) return error
    throw error
  }
  throw new Error('组合竟然成功了')
}

describe('composition', () => {
  it('names file, line, meaning and fix in both languages', () => {
    const error = problemsOf('type Query {\n  total: Int\n}', 'type Query { other: Int\n total: Int }')
    expect(error.problems).toEqual([
      {
        code: 'INVALID_FIELD_SHARING',
        places: ['province/0.graphql:3', 'province/1.graphql:3'],
        zh: expect.stringContaining('没有都声明可共享'),
        en: expect.stringContaining('Query.total'),
        fix: { zh: expect.stringContaining('@shareable'), en: expect.stringContaining('@shareable') },
      },
    ])
    expect(error.message).toContain('province/0.graphql:3, province/1.graphql:3  INVALID_FIELD_SHARING')
  })

  it('names the line of a syntax error', () => {
    expect(problemsOf('type Query {\n  total: \n}').problems[0]).toMatchObject({
      code: 'INVALID_GRAPHQL',
      places: ['province/0.graphql:4'],
    })
  })

  it('prints the API without what is hidden, with every deprecation', () => {
    const supergraph = composeSupergraph([
      {
        name: 'talent',
        typeDefs: `${link}type Query { total(of: String @deprecated(reason: "用 kind")): Int secret: Secret @inaccessible }
          type Secret @inaccessible { id: ID }`,
      },
    ])
    expect(printPublicApi(supergraph)).toBe(
      'schema {\n  query: Query\n}\n\ntype Query {\n  total(of: String @deprecated(reason: "用 kind")): Int\n}',
    )
  })
})
