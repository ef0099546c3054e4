import { readFile } from 'node:fs/promises'
import { HubError } from '#schema/errors.ts'
import { desk } from '../../audit.ts'
import type { Desk } from '../../command.ts'
import type { Caller, Door } from '../door.ts'
import { openDoor } from '../door.ts'
import { enterHouse } from '../enter.ts'
import { remoteDoor } from '../remote-door.ts'
import { runningAsk } from '../running.ts'

/** Options of every command at the door. */
export const doorOptions = {
  hub: { type: 'string' },
  'key-file': { type: 'string' },
} as const

export const doorUsage = '[--hub 地址 --key-file 文件]'

/** Works at the door of this hub's database, or over HTTP at that of another with the key in a file. */
export async function withDoor<T>(
  { withHub, subgraphs, config }: Desk,
  { hub, 'key-file': keyFile }: { readonly hub?: string; readonly 'key-file'?: string },
  work: (door: Door, caller: Caller) => Promise<T>,
): Promise<T> {
  const caller: Caller = { by: 'lianku', viewer: desk }
  if (hub !== undefined) {
    if (keyFile === undefined) throw new HubError('BAD_VALUE', '--hub 需要同时用 --key-file 给出密钥文件。')
    return work(remoteDoor(hub, (await readFile(keyFile, 'utf8')).trim()), caller)
  }
  return withHub(async ({ database }) => {
    await enterHouse(database, subgraphs)
    return work(openDoor(database, { running: runningAsk(config) }), caller)
  })
}
