import { expect, it } from 'vitest'
import { withoutEmptyFragments } from '../../../gateway/engine/empty-fragments.ts'
import { expectSame } from './differential.ts'
import { engineOf } from './three-libraries.ts'
import { worldOf } from './world.ts'

it('leaves out fragments without selections, and nothing else', () => {
  expect(withoutEmptyFragments('{items{__typename ...on Patent}}')).toBe('{items{__typename }}')
  expect(withoutEmptyFragments('{a{__typename ...on Patent ...on Unit{id} b}}')).toBe(
    '{a{__typename  ...on Unit{id} b}}',
  )
  const whole =
    '{a(b: "一个 \\" ...on Patent 字样"){...on Patent {id} ...on Unit @include(if: $b){id} ...on Talent{id}}}'
  expect(withoutEmptyFragments(whole)).toBe(whole)
})

it('answers where the planner leaves such a fragment', async () => {
  const world = worldOf(131)
  const query = `query ($n: Int) {
    allPatent { items { ... on Patent { made0 name } } ... on Decorated { note(n: $n) } made2 ... on Patent { a1: owner { id } } }
    id: allRecord { ... on Talent { kind: __typename } }
  }`
  expect(await expectSame(engineOf(world.subgraphs), world, { query, variables: { n: 1 } })).toBe('same')
})
