import type { ExecutionResult } from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Prepared, RequestContext } from '../engine/contract.ts'

/** Time past the deadline in which the engine may still hand over the part of the data it has, in ms. */
const grace = 150

/** Executes, and rejects with DEADLINE_EXCEEDED should the engine keep neither its deadline nor the grace after it. */
export function execute(
  prepared: Prepared,
  variables: Record<string, unknown>,
  context: RequestContext,
  budget: number,
  abort: () => void,
): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new HubError('DEADLINE_EXCEEDED'))
      abort()
    }, budget + grace)
    const settle = (done: () => void) => {
      clearTimeout(timer)
      done()
    }
    prepared.execute(variables, context).then(
      (result) => settle(() => resolve(result)),
      (error) => settle(() => reject(error)),
    )
  })
}
