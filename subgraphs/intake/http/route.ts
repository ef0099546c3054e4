import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { HubError } from '#schema/errors.ts'
import { admit } from '../../access/admit.ts'
import { answerError, answerJson } from '../../answer.ts'
import { record } from '../../audit.ts'
import type { Database, Handle } from '../../database.ts'
import { idempotencyKeyIn, type KeptAnswer, once } from '../../idempotency.ts'
import { findIntakes, type Intake, newIntakeId, queueIntake } from '../intakes.ts'
import type { FileInfo } from '../report.ts'
import { findStyle } from '../styles/find.ts'
import { type Jobs, markedPath, spoolOf } from './jobs.ts'
import { takeOut } from './locker.ts'
import { describeIntake } from './status.ts'
import { receive } from './upload.ts'

export type IntakeRouteOptions = {
  readonly database: Database
  readonly jobs: Jobs
  readonly folder: string
  /** Bytes of one upload. */
  readonly mostBytes: number
  readonly log: (sentence: string) => void
}

/**
 * `POST /libraries/{id}/intakes` takes files in, `GET` lists what came, `GET …/{intake}` tells how it stands with its
 * report, `GET …/{intake}/marked/{file}` gives a marked copy. All with the key of the library or bundle.
 */
export function intakeRoute(options: IntakeRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://hub')
    const [, target, id, name] =
      /^\/libraries\/([\w-]{1,64})\/intakes(?:\/(\w{1,64})(?:\/marked\/([^/]+))?)?$/.exec(url.pathname) ?? []
    if (!target) return false
    try {
      const { secret, key } = await admit(options.database, request.headers.authorization, 'LIBRARY', target)
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      if (request.method === 'POST' && !id) await take(options, { request, response, target, url, secret, key })
      else if (!isRead) throw new HubError('METHOD_NOT_ALLOWED')
      else if (!id) answerJson(response, 200, (await findIntakes(options.database, target)).map(describeIntake))
      else if (!name) await tell(options, response, target, id)
      else await giveBack(options, response, { target, id, name: decodeURIComponent(name), secret })
    } catch (error) {
      refuse(options, request, response, error)
    }
    return true
  }
}

type Incoming = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly target: string
  readonly url: URL
  readonly secret: string
  readonly key: string
}

const mostWaiting = 20

async function take(options: IntakeRouteOptions, incoming: Incoming): Promise<void> {
  const { database, jobs, folder, mostBytes } = options
  const { request, response, target, url, secret, key } = incoming
  const { dryRun, removable } = wishesIn(url)
  const idempotencyKey = idempotencyKeyIn(request.headers)
  if (jobs.waiting() >= mostWaiting) throw new HubError('OVERLOADED')
  const id = newIntakeId()
  const spool = spoolOf(folder, id)
  try {
    const files = await receive(request, spool, { name: url.searchParams.get('file') ?? undefined, mostBytes })
    const libraries = [...new Set(findStyle(target).sheets.map(({ library }) => library))]
    const accept = async (tx: Handle): Promise<KeptAnswer> => {
      await queueIntake(tx, { id, target, libraries, key, dryRun, removable, files })
      const viewer = { role: 'LIBRARY_OWNER', subject: `key ${key}`, libraries: [target] } as const
      await record(tx, [{ action: 'INTAKE', viewer, object: target, ids: [id], reason: dryRun ? 'check' : 'import' }])
      const location = `/libraries/${target}/intakes/${id}`
      return { status: 202, headers: { location }, body: { id, library: target, state: 'QUEUED', location } }
    }
    const scope = `POST /libraries/${target}/intakes`
    const answer = idempotencyKey
      ? await once(database, { scope, key: idempotencyKey, digest: digestOf(files, url) }, accept)
      : await database.write(accept)
    const isNew = (answer.body as { readonly id: string }).id === id
    if (isNew) jobs.add(id, secret)
    else await rm(spool, { recursive: true, force: true })
    answerJson(response, answer.status, answer.body, answer.headers)
  } catch (error) {
    await rm(spool, { recursive: true, force: true })
    throw error
  }
}

async function tell({ database }: IntakeRouteOptions, response: ServerResponse, target: string, id: string) {
  answerJson(response, 200, describeIntake(await find(database, target, id)))
}

async function giveBack(
  { database, folder }: IntakeRouteOptions,
  response: ServerResponse,
  {
    target,
    id,
    name,
    secret,
  }: { readonly target: string; readonly id: string; readonly name: string; readonly secret: string },
): Promise<void> {
  const { files, marked } = await find(database, target, id)
  const place = files.findIndex((file) => file.name === name)
  const copy = marked?.names.includes(name) ? await takeOut(markedPath(folder, id, place), secret) : undefined
  if (!copy)
    throw new HubError('NOT_FOUND', `没有 ${name} 的标注副本：可能没有疑问、已过期，或提交时用的是另一个密钥。`)
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  await pipeline(copy, response)
}

async function find(database: Database, target: string, id: string): Promise<Intake> {
  const [intake] = await findIntakes(database, target, id)
  if (!intake) throw new HubError('NOT_FOUND', `资源库 ${target} 没有编号为 ${id} 的报送。`)
  return intake
}

function wishesIn({ searchParams }: URL): { readonly dryRun: boolean; readonly removable: number | null } {
  const dryRun = searchParams.get('dryRun') ?? 'false'
  if (dryRun !== 'true' && dryRun !== 'false')
    throw new HubError('BAD_VALUE', `dryRun 应为 true 或 false，收到 ${dryRun}。`)
  const given = searchParams.get('removable')
  const removable = given === null ? null : Number(given)
  if (removable !== null && !(removable >= 0 && removable <= 1)) {
    throw new HubError('BAD_VALUE', `removable 应在 0 到 1 之间，收到 ${given}。`)
  }
  return { dryRun: dryRun === 'true', removable }
}

function digestOf(files: readonly FileInfo[], { search }: URL): string {
  const sent = files.map(({ name, sha256 }) => [name, sha256])
  return createHash('sha256')
    .update(JSON.stringify([sent, search]))
    .digest('hex')
}

/** Milliseconds a sender has to read a refusal while it still sends. */
const lingerMs = 2_000

function refuse(options: IntakeRouteOptions, request: IncomingMessage, response: ServerResponse, error: unknown) {
  const known = error instanceof HubError ? error : new HubError('INTERNAL')
  if (known !== error)
    options.log(`An intake request failed: ${(error as Error).name} ${(error as { code?: string }).code ?? ''}`)
  if (response.headersSent) return void response.destroy()
  if (!request.complete) {
    response.shouldKeepAlive = false
    request.resume()
    setTimeout(() => request.destroy(), lingerMs).unref()
  }
  answerError(response, known)
}
