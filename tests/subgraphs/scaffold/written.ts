import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { createSubgraph, type Language } from '../../../subgraphs/scaffold/create.ts'

/** The languages this machine can run: Python's scaffold is looked at only where there is a python3. */
export const languages: readonly Language[] = hasPython() ? ['ts', 'python'] : ['ts']
if (languages.length === 1) console.log('There is no python3 here, so the Python scaffold is not run.')

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 9)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A new subgraph in a folder of its own, with its packages in place. */
export async function written(code: string, language: Language, parent: string): Promise<string> {
  const folder = join(parent, `${code}-${language}`)
  await createSubgraph(code, language, folder)
  if (language === 'ts') await symlink(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Runs the tests a scaffold brings, and gives back what they print when one fails. */
export async function failuresOf(folder: string, language: Language): Promise<string> {
  const [command, args] = {
    ts: [process.execPath, ['--test']] as const,
    python: ['python3', ['-B', '-m', 'unittest']] as const,
  }[language]
  // Node's runner would take itself for a part of the one that runs this.
  const child = spawn(command, args, { cwd: folder, env: { PATH: process.env.PATH } })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return code === 0 ? '' : out + err
}

/** The subgraph as its README starts it, on a port of its own or the one given. */
export async function started(folder: string, language: Language, env: Record<string, string> = {}) {
  const [command, args] = {
    ts: [process.execPath, ['server.ts']] as const,
    python: ['python3', ['-B', 'server.py']] as const,
  }[language]
  const child: ChildProcess = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return listening(child)
}

/** A process that says where it listens, in its first line. */
export async function listening(child: ChildProcess) {
  const exited = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${code}.`)))
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout! }), 'line'), exited])) as [string]
  exited.catch(() => undefined)
  return {
    url: /http:\S+/.exec(line)![0],
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
