import { Worker } from 'node:worker_threads'
import { HubError } from '#schema/errors.ts'
import type { Examination, Question } from './examine.ts'
import { tried } from './tried.ts'

/** Milliseconds and megabytes an examination may take. */
const [patience, memory] = [60_000, 512]

/**
 * Examines in a thread of its own, since composition takes long and reads what strangers wrote while requests are
 * answered here; then tries the graph as a gateway would.
 */
export async function examineApart(question: Question): Promise<Examination> {
  return tried(await examineInThread(question))
}

function examineInThread(question: Question): Promise<Examination> {
  const worker = new Worker(new URL('./examine-thread.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  return new Promise<Examination>((resolve, reject) => {
    const late = setTimeout(() => reject(new HubError('DEADLINE_EXCEEDED', '检查子图超过了时限。')), patience)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(late)
      reject(new HubError('INTERNAL', '检查子图中途停止。'))
    })
  }).finally(() => worker.terminate())
}
