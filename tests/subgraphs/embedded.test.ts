import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Embedded, findRunning, startEmbedded } from '../../subgraphs/embedded.ts'
import { asOwner } from '../postgres.ts'

const isRoot = process.getuid?.() === 0

let dataDir: string
let logged: string[]

beforeEach(async () => {
  logged = []
  dataDir = await mkdtemp(join(tmpdir(), 'lianku-embedded-'))
  await chmod(dataDir, 0o711)
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const start = (durable = false) => startEmbedded({ dataDir, log: (message) => logged.push(message), durable })
const save = ({ url }: Embedded) => asOwner(url, "create table talent (name text); insert into talent values ('王芳')")
const saved = ({ url }: Embedded) => asOwner(url, 'select name from talent')
const serverPid = async () =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
const isGone = (pid: number) => () => stat(`/proc/${pid}`).then(String, () => 'gone')

/** Another process that starts a hub's database, saves a row, and then only waits to be killed. */
async function startElsewhere() {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, '../../subgraphs/embedded.ts'))})
    const { openConnection } = await import(${JSON.stringify(join(import.meta.dirname, '../../subgraphs/database/connection.ts'))})
    const { url } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined, durable: false })
    const connection = openConnection({ url })
    await connection.run("create table talent (name text); insert into talent values ('李娜')")
    console.log('saved')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => createInterface(child.stdout).once('line', resolve))
  return child
}

// Each starts real servers, some of which recover from a crash first.
describe('the embedded database', { timeout: 60_000 }, () => {
  it('keeps its data and its password from one start to the next, durably and in UTF-8', async () => {
    const first = await start(true)
    await save(first)
    await first.stop()
    const second = await start(true)
    const settings = await asOwner(
      second.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        pg_encoding_to_char(encoding) as encoding, '示例' < '联库' as ordered from pg_database where datname = 'lianku'`,
    )
    expect([await saved(second), settings, logged]).toEqual([
      [{ name: '王芳' }],
      [{ fsync: 'on', commits: 'on', encoding: 'UTF8', ordered: true }],
      [`Creating a database in ${join(dataDir, 'postgres')} …`],
    ])
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
    await second.stop()
  })

  it('belongs to one hub: another is told which process has DATA_DIR, a command where its database is', async () => {
    const first = await start()
    await expect(start()).rejects.toThrow(
      `DATA_DIR ${dataDir} is in use by the hub with process id ${process.pid}. Stop it, or set another DATA_DIR.`,
    )
    expect(await findRunning(dataDir)).toBe(first.url)
    await first.stop()
    expect(await findRunning(dataDir)).toBeUndefined()
    await (await start()).stop()
  })

  it('names DATA_DIR when it cannot be written', async () => {
    await writeFile(join(dataDir, 'file'), '')
    const options = { dataDir: join(dataDir, 'file', 'data'), log: () => undefined }
    await expect(startEmbedded(options)).rejects.toThrow(/^DATA_DIR is .*, which cannot be written: ENOTDIR/)
  })

  it('ends with a hub that is killed, and the next hub finds everything committed', async () => {
    const hub = await startElsewhere()
    const pid = await serverPid()
    hub.kill('SIGKILL')
    await expect.poll(isGone(pid), { timeout: 20_000 }).toBe('gone')
    const next = await start()
    expect(await saved(next)).toEqual([{ name: '李娜' }])
    await next.stop()
  })

  it.runIf(process.platform === 'linux')(
    'is recovered when it outlived both its hub and the guard between them',
    async () => {
      const hub = await startElsewhere()
      const pid = await serverPid()
      const parent = Number((await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1])
      for (const child of (await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8')).trim().split(' ')) {
        if (Number(child) !== pid) process.kill(Number(child), 'SIGKILL')
      }
      process.kill(parent, 'SIGKILL')
      hub.kill('SIGKILL')
      await once(hub, 'exit')
      const next = await start()
      expect([await saved(next), logged]).toEqual([
        [{ name: '李娜' }],
        [`Stopping the database server ${pid}, left behind by a hub that was killed.`],
      ])
      await next.stop()
    },
  )

  it('comes back at the same address when the server alone is killed', async () => {
    const hub = await start()
    await save(hub)
    process.kill(await serverPid(), 'SIGKILL')
    await expect.poll(() => saved(hub).catch((error) => error.code), { timeout: 20_000 }).toEqual([{ name: '王芳' }])
    await hub.stop()
    expect(logged).toContain('The database server ended unexpectedly; starting it again.')
  })

  it('comes back when it can, if at first it cannot, as after its disk was full', async () => {
    const hub = await start()
    await save(hub)
    const control = join(dataDir, 'postgres', 'global', 'pg_control')
    await rename(control, `${control}.away`)
    process.kill(await serverPid(), 'SIGKILL')
    await expect.poll(() => logged.join('\n'), { timeout: 20_000 }).toContain('cannot be started again yet')
    await rename(`${control}.away`, control)
    await expect.poll(() => saved(hub).catch((error) => error.code), { timeout: 20_000 }).toEqual([{ name: '王芳' }])
    await hub.stop()
  })

  it.runIf(isRoot)('keeps data where its user can enter, and says where, when root closed the folder', async () => {
    await chmod(dataDir, 0o700)
    const first = await start()
    await save(first)
    await first.stop()
    const elsewhere = await readlink(join(dataDir, 'postgres'))
    const second = await start()
    const kept = await saved(second)
    await second.stop()
    await rm(elsewhere, { recursive: true })
    expect([kept, logged]).toEqual([
      [{ name: '王芳' }],
      [
        `Keeping the data in ${elsewhere}: the user postgres cannot enter ${dataDir}, which links there.`,
        `Creating a database in ${elsewhere} …`,
        `The data is in ${elsewhere}, linked from ${join(dataDir, 'postgres')}.`,
      ],
    ])
  })
})
