import { type ExecutionResult, execute, type GraphQLError, parse, validate } from 'graphql'
import { expect } from 'vitest'
import type { Engine } from '../../../gateway/engine/engine.ts'
import type { Request } from './operations.ts'
import { newContext } from './three-libraries.ts'
import type { World } from './world.ts'

/**
 * Runs one request on the engine and on the monolith and expects the same answer: the same data, an error for the same
 * nulls, and no error where none belongs. False when the request is not valid to begin with.
 */
export async function expectSame(engine: Engine, world: World, { query, variables }: Request): Promise<boolean> {
  const document = parse(query)
  if (validate(world.monolith, document).length > 0) return false
  const prepared = engine.prepare(query)
  if ('errors' in prepared) throw new Error(`${query}\n${prepared.errors.map((error) => error.message).join('\n')}`)
  const expected = (await execute({ schema: world.monolith, document, variableValues: variables })) as ExecutionResult
  const actual = await prepared.execute(variables, newContext())
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
  return true
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
