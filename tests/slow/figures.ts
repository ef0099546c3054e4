import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** File that a slow run collects its figures in. */
    figures: string
  }
}

interface Figure {
  readonly id: string
  readonly goal: string
  readonly measured: string
  readonly met: boolean
}

/**
 * Puts a line into the table that is printed at the end of a slow run; in the default run, does nothing.
 * `id` is the number of the promise and what was tried, such as `R22 variants over HTTP`.
 */
export function figure(id: string, goal: string, measured: string, met: boolean): void {
  const file = inject('figures')
  if (file) appendFileSync(file, `${JSON.stringify({ id, goal, measured, met } satisfies Figure)}\n`)
}

/** Once for a slow run: collects the figures of every file, and prints them when the last is done. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lianku-figures-'))
  const file = join(folder, 'figures')
  project.provide('figures', file)
  return () => {
    if (existsSync(file)) print(readFileSync(file, 'utf8').trim().split('\n').map(read))
    rmSync(folder, { recursive: true })
  }
}

const read = (line: string) => JSON.parse(line) as Figure

function print(figures: readonly Figure[]): void {
  const sorted = figures.toSorted((left, right) => left.id.localeCompare(right.id, 'en', { numeric: true }))
  const rows = sorted.map(({ id, goal, measured, met }) => `| ${id} | ${goal} | ${measured} | ${met ? 'yes' : 'no'} |`)
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
  console.log(
    `\nMeasured on ${new Date().toISOString()}, commit ${commit}, Node ${process.version}, ${cpus().length} cores\n\n` +
      `| Figure | Goal | Measured | Met |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  )
}
