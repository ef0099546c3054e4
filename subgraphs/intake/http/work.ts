import { type ErrorCode, HubError } from '#schema/errors.ts'
import { openDatabase } from '../../database.ts'
import { sinks } from '../../registry.ts'
import { useKeptLists } from '../code-lists.ts'
import { endWithParent } from '../end-with-parent.ts'
import type { Intake } from '../intakes.ts'
import type { ApartOptions } from './apart.ts'
import { carryOutHere } from './carry-out.ts'
import { describe } from './failure.ts'

/** What this process is asked, once. */
export type Order = ApartOptions & {
  readonly intake: Intake
  /** The sender's access key; opens the marked copies. */
  readonly key: string | undefined
}

/** What it answers, and ends: done, refused with a sentence for the sender, or failed with one for the log. */
export type Outcome =
  | { readonly done: true }
  | { readonly refused: ErrorCode; readonly sentence: string }
  | { readonly failed: string }

process.once('message', async (order: Order) => {
  const outcome = await work(order).then((): Outcome => ({ done: true }), outcomeOf)
  process.send!(outcome, () => process.disconnect())
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
