import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pinyinKey } from '../../../subgraphs/intake/text/pinyin.ts'
import { talent } from '../../../subgraphs/talent/subgraph.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, save, statementsOf, walk } from '../ask.ts'
import { manyPeople, portraits } from './records.ts'

let fresh: FreshDatabase
const everyone = [...portraits.filter(({ restricted }) => !restricted), ...manyPeople]

beforeAll(async () => {
  fresh = await freshDatabase()
  await save(fresh.database, talent, [...portraits, ...manyPeople])
})
afterAll(() => fresh?.drop())

type Person = (typeof everyone)[number]
type Key = (person: Person) => string | number | undefined

const nameKey: Key = ({ fields }) => (fields.nameWithheld ? undefined : pinyinKey(fields.name!))
const fundingKey: Key = ({ fields }) => (fields.horizontalFunding ? Number(fields.horizontalFunding.yuan) : undefined)
const updatedKey: Key = ({ fields }) => fields.updatedOn

/** The order as one would sort on paper: unknown last, ties by id. */
function sorted(keys: readonly (readonly [Key, 'ASC' | 'DESC'])[]): string[] {
  const compare = (a: Person, b: Person): number => {
    for (const [key, direction] of keys) {
      const [x, y] = [key(a), key(b)]
      if (x === y) continue
      if (x === undefined || y === undefined) return x === undefined ? 1 : -1
      return x < y === (direction === 'ASC') ? -1 : 1
    }
    return a.id < b.id ? -1 : 1
  }
  return [...everyone].sort(compare).map(({ id }) => id)
}

describe('pages of talents', () => {
  it.each([
    ['', []],
    ['orderBy: [{field: NAME}],', [[nameKey, 'ASC']]],
    ['orderBy: [{field: NAME, direction: DESC}],', [[nameKey, 'DESC']]],
    ['orderBy: [{field: HORIZONTAL_FUNDING}],', [[fundingKey, 'ASC']]],
    ['orderBy: [{field: HORIZONTAL_FUNDING, direction: DESC}],', [[fundingKey, 'DESC']]],
    ['orderBy: [{field: UPDATED_ON, direction: DESC}],', [[updatedKey, 'DESC']]],
    [
      'orderBy: [{field: UPDATED_ON}, {field: HORIZONTAL_FUNDING, direction: DESC}, {field: NAME}],',
      [
        [updatedKey, 'ASC'],
        [fundingKey, 'DESC'],
        [nameKey, 'ASC'],
      ],
    ],
  ] as const)('come whole and in order from either end (%s)', async (args, keys) => {
    const expected = sorted(keys)

    expect(await walk(fresh.database, talent, 'talents', args, { size: 7, backward: false })).toEqual(expected)
    expect(await walk(fresh.database, talent, 'talents', args, { size: 7, backward: true })).toEqual(expected)
  })

  it('of a search come whole and in the order of relevance from either end', async () => {
    const args = 'search: "示例",'
    const { edges } = await answer(
      fresh.database,
      talent,
      `{ talents(${args} first: 100) { edges { score node { id } } } }`,
    )
    const expected = [...edges]
      .sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1))
      .map(({ node }) => node.id)

    expect(expected.length).toBeGreaterThan(40)
    expect(await walk(fresh.database, talent, 'talents', args, { size: 6, backward: false })).toEqual(expected)
    expect(await walk(fresh.database, talent, 'talents', args, { size: 6, backward: true })).toEqual(expected)
  })

  it('cost one statement, one more for the count with all facets, and one for the sources', async () => {
    const list = (selection: string) => () =>
      answer(fresh.database, talent, `{ talents(first: 100, filter: {kind: [PERSON]}) { ${selection} } }`)

    expect(
      await statementsOf(fresh.database, list('nodes { id name organization { id } flags { code } }')),
    ).toHaveLength(1)
    expect(
      await statementsOf(
        fresh.database,
        list('edges { cursor } nodes { id } totalCount facets(by: [PROVINCE, YEAR]) { by } sources { rows } complete'),
      ),
    ).toHaveLength(3)
  })
})
