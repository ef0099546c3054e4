import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../gateway/limits/limits.ts'
import { createStandings } from '../../../gateway/limits/standing.ts'

const limits = (...changed: readonly (readonly [string, number])[]) => createStandings(new Map(changed), 'everyone')

describe('limits', () => {
  it('are the defaults for the public, and wider for who signs in', () => {
    const standingOf = limits()
    expect(standingOf('PUBLIC').limits).toEqual(defaultLimits)
    expect([standingOf('ENTERPRISE').limits.cost, standingOf('DATA_TEAM').limits.cost]).toEqual([100_000, 500_000])
    expect(standingOf('OPERATOR').limits).toBe(standingOf('DATA_TEAM').limits)
  })

  it('are changed for all, or for one role', () => {
    const standingOf = limits(['depth', 30], ['cost', 900], ['DATA_TEAM.cost', 7])
    expect(
      [standingOf('PUBLIC'), standingOf('OPERATOR'), standingOf('DATA_TEAM')].map((it) => it.limits),
    ).toMatchObject([
      { depth: 30, cost: 900 },
      { depth: 30, cost: 900, tokens: 15_000 },
      { depth: 30, cost: 7 },
    ])
  })

  it('that do not exist, or are of nobody, stop the start', () => {
    expect(() => limits(['dept', 30])).toThrow(
      'LIMITS has dept; the limits are tokens, depth, definitions, aliases, directives, rootFields, selections, ' +
        'listSize, variableDepth, variableKeys, cost, costPerMinute.',
    )
    expect(() => limits(['CLERK.depth', 30])).toThrow('LIMITS has CLERK.depth; the roles are PUBLIC, ENTERPRISE')
  })
})

it('tells who may ask for the schema, whose documents pass, and what errors say', () => {
  const of = (introspection: 'everyone' | 'signed-in' | 'nobody') =>
    (['PUBLIC', 'ENTERPRISE', 'DATA_TEAM'] as const).map((role) => {
      const { introspection: may, ownDocuments, errors } = createStandings(new Map(), introspection)(role)
      return [may, ownDocuments, errors]
    })
  expect({ everyone: of('everyone'), signedIn: of('signed-in'), nobody: of('nobody') }).toEqual({
    everyone: [
      [true, false, 'own words'],
      [true, false, 'names'],
      [true, true, 'names'],
    ],
    signedIn: [
      [false, false, 'nothing'],
      [true, false, 'names'],
      [true, true, 'names'],
    ],
    nobody: [
      [false, false, 'nothing'],
      [false, false, 'own words'],
      [false, true, 'own words'],
    ],
  })
})
