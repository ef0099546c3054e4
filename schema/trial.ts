import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Milliseconds and megabytes a trial may take. */
const [patience, memory] = [60_000, 512]

/**
 * Why no gateway could serve a supergraph; undefined when one could. A gateway's engine is built of it in a process of
 * its own, since the planner ends the process in which it meets what it cannot read.
 */
export async function whyUnservable(supergraph: string): Promise<string | undefined> {
  const program = fileURLToPath(new URL('../gateway/try.ts', import.meta.url))
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, program], {
    stdio: ['pipe', 'ignore', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
    env: { ...process.env, RUST_BACKTRACE: '0' },
  })
  // A child that has ended takes no more input; how it ended says why.
  child.stdin.on('error', () => undefined).end(supergraph)
  const [said, [code, signal]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (code === 0) return undefined
  return reasonIn(said) || `the trial ended with ${signal ?? code}`
}

/** What it said, without what surrounds a panic's message. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => !/^(thread .* panicked at |note: |fatal runtime error: )/.test(line))
    .join(' ')
    .trim()
}
