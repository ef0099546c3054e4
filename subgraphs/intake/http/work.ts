import { HubError } from '#schema/errors.ts'
import { openDatabase } from '../../database.ts'
import { sinks } from '../../registry.ts'
import { useKeptLists } from '../code-lists.ts'
import { endWithParent } from '../end-with-parent.ts'
import type { Order, Outcome } from './apart.ts'
import { carryOutHere } from './carry-out.ts'
import { describe } from './failure.ts'

process.once('message', async (order: Order) => {
  const outcome = await work(order).then((): Outcome => ({ done: true }), outcomeOf)
  process.send!(outcome, () => process.disconnect?.())
})

endWithParent()

async function work({ url, secret, folder, intake, key }: Order): Promise<void> {
  const database = await openDatabase({ url, secret, max: 1 }).catch(() => {
    // The hub has had it open, so it is there to come back.
    throw new HubError('DATABASE_UNAVAILABLE')
  })
  try {
    await useKeptLists(database)
    await carryOutHere({ database, sinks, folder })(intake, key)
  } finally {
    await database.close()
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof HubError) return { refused: error.code, sentence: error.message }
  return { failed: describe(error) }
}
