import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { type Role, roles } from '#schema/viewer.ts'
import { demandList } from '../../../subgraphs/demand/queries.ts'
import type { ListArguments } from '../../../subgraphs/page/list.ts'
import { refuseUnseen, refuseUnseenFacet } from '../../../subgraphs/page/permit.ts'

const schema = buildSchema(`
  directive @sharing(class: SharingClass!) on OBJECT | FIELD_DEFINITION
  enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED PERSONAL }
  type Query { demand: Demand }
  type Demand @sharing(class: UNCONDITIONAL) {
    title: String
    status: String @sharing(class: PERSONAL)
    intendedAmount: String @sharing(class: CONDITIONAL)
  }`)
const list = demandList as unknown as Parameters<typeof refuseUnseen>[0]

const messageOf = (work: () => void) => {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
}
const asking = (args: ListArguments) => (role: Role) => messageOf(() => refuseUnseen(list, args, role, schema))
const counting = (facet: string) => (role: Role) => messageOf(() => refuseUnseenFacet(list, facet, role, schema))

it('a field of which a role does not see every value cannot be filtered, ordered or counted by', () => {
  const seeAll = (question: (role: Role) => string | undefined) => roles.filter((role) => question(role) === undefined)
  const everyValue = ['OPERATOR', 'DATA_TEAM']
  expect(seeAll(asking({ filter: { intendedAmount: { gte: '1' } } }))).toEqual(everyValue)
  expect(seeAll(asking({ orderBy: [{ field: 'INTENDED_AMOUNT' }] }))).toEqual(everyValue)
  expect(seeAll(asking({ filter: { status: ['RETURNED'] } }))).toEqual([])
  expect(seeAll(counting('STATUS'))).toEqual([])
  expect(
    seeAll(asking({ filter: { intendedAmount: null, province: ['HUBEI'] }, orderBy: [{ field: 'TITLE' }] })),
  ).toEqual(roles)
  expect(seeAll(counting('PROVINCE'))).toEqual(roles)
})

it('is refused by role and field, never by what is asked for it', () => {
  const sentence = '不能按 intendedAmount 筛选、排序或统计：公众不可见，请登录后查看。'
  const questions = [{ gte: '1' }, { lte: '999999' }, {}].map((intendedAmount) =>
    asking({ filter: { intendedAmount } }),
  )
  expect(questions.map((question) => question('PUBLIC'))).toEqual([sentence, sentence, sentence])
})
