import { execFile, spawn } from 'node:child_process'
import { copyFile, glob, mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { listening } from './written.ts'

/**
 * Does in an empty folder what a Dockerfile of a scaffold says, line by line, where there is no Docker: copies what it
 * copies, runs what it runs, and gives back how its command is started. Throws for an instruction it does not know.
 */
export async function buildByHand(from: string, target: string) {
  await mkdir(target)
  const env: NodeJS.ProcessEnv = { ...process.env }
  let command: string[] = []
  const lines = (await readFile(join(from, 'Dockerfile'), 'utf8')).split('\n').filter((line) => line !== '')
  const done: string[] = []
  for (const line of lines) {
    const [, instruction, rest] = /^([A-Z]+) (.+)$/.exec(line)!
    done.push(instruction!)
    if (instruction === 'ENV') Object.assign(env, Object.fromEntries(rest!.split(' ').map((it) => it.split('='))))
    else if (instruction === 'COPY') await copy(from, rest!.split(' ').slice(0, -1), target)
    else if (instruction === 'RUN') await promisify(execFile)('sh', ['-c', rest!], { cwd: target, env })
    else if (instruction === 'CMD') command = JSON.parse(rest!)
    else if (!['FROM', 'WORKDIR', 'USER', 'EXPOSE'].includes(instruction!)) throw new TypeError(`What is ${line}?`)
  }
  return {
    done,
    async start() {
      const [program, ...args] = command
      // Its own port may be taken here.
      const options = { cwd: target, env: { ...env, PORT: '0', HOST: '127.0.0.1' }, stdio: 'pipe' as const }
      return listening(spawn(program!, args, options))
    },
  }
}

/** Fails as Docker does where a pattern finds nothing. */
async function copy(from: string, patterns: readonly string[], target: string) {
  for (const pattern of patterns) {
    const files = await Array.fromAsync(glob(pattern, { cwd: from }))
    if (files.length === 0) throw new Error(`COPY ${pattern} finds nothing.`)
    for (const file of files) await copyFile(join(from, file), join(target, basename(file)))
  }
}

/** The SDL a started subgraph gives. */
export async function sdlAt(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ _service { sdl } }"}',
  })
  return ((await response.json()) as { data: { _service: { sdl: string } } }).data._service.sdl
}
