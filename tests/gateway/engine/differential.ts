import fc from 'fast-check'
import { type ExecutionResult, execute, type GraphQLError, parse, validate } from 'graphql'
import { expect } from 'vitest'
import type { Engine } from '../../../gateway/engine/engine.ts'
import { type Request, requestOn } from './operations.ts'
import { newContext } from './three-libraries.ts'
import type { World } from './world.ts'

/**
 * Runs one request on the engine and on the monolith and expects the same answer: the same data, an error for the same
 * nulls, and no error where none belongs. Tells requests that were not valid to begin with, and those refused plainly
 * because the planner finds no way.
 */
export async function expectSame(
  engine: Engine,
  world: World,
  { query, variables }: Request,
): Promise<'same' | 'invalid' | 'refused'> {
  const document = parse(query)
  if (validate(world.monolith, document).length > 0) return 'invalid'
  const isRefusal = (errors: ExecutionResult['errors']) => errors?.[0]?.extensions.code === 'NOT_SUPPORTED'
  const prepared = engine.prepare(query)
  if ('errors' in prepared && isRefusal(prepared.errors)) return 'refused'
  if ('errors' in prepared) throw new Error(`${query}\n${prepared.errors.map((error) => error.message).join('\n')}`)
  const expected = (await execute({ schema: world.monolith, document, variableValues: variables })) as ExecutionResult
  const actual = await prepared.execute(variables, newContext())
  // What is skipped or included by variables is planned once they are known.
  if (actual.data === undefined && isRefusal(actual.errors)) return 'refused'
  const shown = (result: ExecutionResult) => ({
    data: JSON.stringify(result.data, undefined, 1),
    nulled: [...new Set((result.errors ?? []).map((error) => nulledAt(result.data, error)))].sort(),
  })
  expect(shown(actual), query).toEqual(shown(expected))
  for (const { message, path, extensions } of actual.errors ?? []) {
    expect(
      { path: Array.isArray(path), named: typeof extensions.serviceName, coded: typeof extensions.code },
      message,
    ).toEqual({
      path: true,
      named: 'string',
      coded: 'string',
    })
  }
  return 'same'
}

/** Runs generated requests and expects the same answers; refusals stay few. */
export async function expectSameOfMany(engine: Engine, world: World, parameters: fc.Parameters<[Request]>) {
  const seen = { same: 0, invalid: 0, refused: 0 }
  const property = fc.asyncProperty(requestOn(world.monolith), async (request) => {
    seen[await expectSame(engine, world, request)]++
  })
  await fc.assert(property, parameters)
  expect(seen.same).toBeGreaterThan((parameters.numRuns ?? 100) / 4)
  expect(seen.refused / seen.same).toBeLessThan(0.05)
}

/** The path to the null that an error left behind. */
function nulledAt(data: unknown, { path = [] }: GraphQLError): string {
  const walked: (string | number)[] = []
  let at = data
  for (const key of path) {
    if (at === null || at === undefined) break
    walked.push(key)
    at = (at as Record<string | number, unknown>)[key]
  }
  return at === null || at === undefined ? JSON.stringify(walked) : `${JSON.stringify(path)} 处有值`
}
