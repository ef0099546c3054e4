import type { ExecutionResult } from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Prepared, RequestContext } from '../engine/contract.ts'

/** Time past the deadline in which the engine may still hand over the part of the data it has, in ms. */
const grace = 250

/** Executes, and throws DEADLINE_EXCEEDED should the engine keep neither its deadline nor the grace after it. */
export async function execute(
  prepared: Prepared,
  variables: Record<string, unknown>,
  context: RequestContext,
  budget: number,
  abort: () => void,
): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HubError('DEADLINE_EXCEEDED'))
      abort()
    }, budget + grace)
  })
  try {
    return await Promise.race([prepared.execute(variables, context), late])
  } finally {
    clearTimeout(timer)
  }
}
