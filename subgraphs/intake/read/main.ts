import { HubError } from '#schema/errors.ts'
import { endWithParent } from '../end-with-parent.ts'
import { readFiles } from './read.ts'
import type { ReadEvent, ReadOptions } from './table.ts'

/** What the reading process is asked, once; then it is asked for one event after another. */
export type Question = { readonly paths: readonly string[]; readonly options: ReadOptions } | 'next'

/** What it answers: an event, the end, or why it cannot go on. */
export type Answer =
  | { readonly event: ReadEvent }
  | { readonly end: true }
  | { readonly refused: string; readonly extensions: Record<string, unknown> }
  | { readonly failed: string }

let events: AsyncGenerator<ReadEvent> | undefined
let turn = Promise.resolve()

process.on('message', (question: Question) => {
  if (question !== 'next') events = readFiles(question.paths, question.options)
  else turn = turn.then(answer)
})

endWithParent()

async function answer() {
  try {
    const next = await events!.next()
    process.send!((next.done ? { end: true } : { event: next.value }) satisfies Answer)
  } catch (error) {
    process.send!(
      (error instanceof HubError && error.code === 'BAD_FILE'
        ? { refused: error.message, extensions: { ...error.extensions } }
        : { failed: String((error as Error).stack) }) satisfies Answer,
    )
  }
}
