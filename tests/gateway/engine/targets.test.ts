import type { RequiresSelection } from '@graphql-hive/router-query-planner'
import { expect, it } from 'vitest'
import { compileRepresentation } from '../../../gateway/engine/representations.ts'
import type { Run } from '../../../gateway/engine/run.ts'
import type { Supergraph } from '../../../gateway/engine/supergraph.ts'
import { collectTargets } from '../../../gateway/engine/targets.ts'

const supergraph = { possibleTypes: () => ['Talent', 'Expert'] } as unknown as Supergraph
const requiring = (...names: string[]): RequiresSelection[] => [
  {
    kind: 'InlineFragment',
    typeCondition: 'Person',
    selections: ['__typename', ...names].map((name) => ({ kind: 'Field', name })),
  } as RequiresSelection,
]

const collect = (entities: readonly object[], ...names: string[]) => {
  const representation = compileRepresentation(requiring(...names), undefined, () => false, supergraph)
  const data = { talents: entities.map((entity) => ({ __typename: 'Talent', ...entity })) }
  const walk = (_: unknown, visit: (entity: Record<string, unknown>) => void) => data.talents.forEach(visit)
  const { representations, indexes } = collectTargets({ data } as unknown as Run, [walk], representation, () => {
    throw new Error('nothing was withheld')
  })
  return { representations, indexes }
}

const talent = (entity: object) => ({ __typename: 'Talent', ...entity })

it('asks for the same entity once, and for those whose keys only look alike each', () => {
  const text = JSON.stringify(talent({ id: 5 }))
  const ids = [5, '5', 5, text, true, 'true', [5], '5', [5]]
  expect(
    collect(
      ids.map((id) => ({ id })),
      'id',
    ),
  ).toEqual({
    representations: [5, '5', text, true, 'true', [5]].map((id) => talent({ id })),
    indexes: [0, 1, 0, 2, 3, 4, 5, 1, 5],
  })
})

it('asks for the same entity once where it has two keys, or one of which is empty', () => {
  const entities = [{ id: '1', code: 'a' }, { id: '1', code: 'b' }, { id: '1', code: 'a' }, { id: '1' }, { id: null }]
  expect(collect(entities, 'id', 'code')).toEqual({
    representations: [talent({ id: '1', code: 'a' }), talent({ id: '1', code: 'b' }), talent({ id: '1' })],
    indexes: [0, 1, 0, 2],
  })
})

it('takes entities of two types for two, though their keys are equal', () => {
  const entities = [{ id: '1' }, { __typename: 'Expert', id: '1' }, { id: '1' }]
  expect(collect(entities, 'id')).toEqual({
    representations: [talent({ id: '1' }), { __typename: 'Expert', id: '1' }],
    indexes: [0, 1, 0],
  })
})
