import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyConfig } from '@fastify/busboy'
import { HubError } from '#schema/errors.ts'
import type { FileInfo } from '../report.ts'

/**
 * Writes the files of a request into a folder as they come, and gives back what they are: one file as the body, named by
 * `name`, or several as multipart/form-data. Throws PAYLOAD_TOO_LARGE over `mostBytes` in all, NO_ROOM on a full disk,
 * BAD_REQUEST for what is no upload.
 */
export async function receive(
  request: IncomingMessage,
  folder: string,
  { name, mostBytes }: { readonly name: string | undefined; readonly mostBytes: number },
): Promise<readonly FileInfo[]> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + formBytes) throw tooLarge(mostBytes)
  await mkdir(folder, { recursive: true }).catch(refuseWhenFull)
  const names = new Set<string>()
  let received = 0

  async function write(given: string, content: Readable): Promise<FileInfo> {
    const file = fileName(given, names)
    const digest = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        bytes += chunk.length
        received += chunk.length
        if (received > mostBytes) throw tooLarge(mostBytes)
        digest.update(chunk)
        yield chunk
      }
    }
    await pipeline(counted, createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600 })).catch(refuseWhenFull)
    return { name: file, bytes, sha256: digest.digest('hex') }
  }

  const isForm = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
  const files = isForm ? await receiveForm(request, write) : [await receiveBody(request, name ?? '', write)]
  if (files.length === 0) throw new HubError('BAD_REQUEST', '表单中应至少有一个文件，收到 0 个。')
  if (!request.complete) throw brokenOff()
  return files
}

/** What a form takes beside its files. */
const formBytes = 2 ** 20
const mostFiles = 200

type Write = (name: string, content: Readable) => Promise<FileInfo>

async function receiveBody(request: IncomingMessage, name: string, write: Write): Promise<FileInfo> {
  try {
    return await write(name, request)
  } catch (error) {
    throw error instanceof HubError || request.complete ? error : brokenOff()
  }
}

async function receiveForm(request: IncomingMessage, write: Write): Promise<FileInfo[]> {
  let form: InstanceType<typeof Busboy>
  try {
    form = new Busboy({
      headers: request.headers as { 'content-type': string },
      defParamCharset: 'utf8',
      limits: { files: mostFiles, fields: 20, parts: mostFiles + 20 },
    } as BusboyConfig)
  } catch {
    throw new HubError('BAD_REQUEST', 'multipart/form-data 应带 boundary，收到的没有。')
  }
  const writing: Promise<FileInfo>[] = []
  const failed = new AbortController()
  form.on('file', (_field, content, name) => {
    const one = write(name ?? '', content)
    one.catch((error) => failed.abort(error))
    writing.push(one)
  })
  form.on('filesLimit', () => failed.abort(new HubError('BAD_REQUEST', `一次最多 ${mostFiles} 个文件。`)))
  try {
    await pipeline(request, form, { signal: failed.signal })
  } catch (error) {
    await Promise.allSettled(writing)
    const reason = failed.signal.reason ?? error
    throw reason instanceof HubError ? reason : brokenOff()
  }
  return Promise.all(writing)
}

/** The name the sender knows a file by, if it can be one here too. */
function fileName(given: string, taken: Set<string>): string {
  const name = given.split(/[\\/]/).at(-1)!.normalize('NFC')
  const isName = /^[^\p{Cc}\p{Cs}<>:"|?*]{1,150}$/u.test(name) && !/^\.+$/.test(name)
  if (!isName)
    throw new HubError(
      'BAD_REQUEST',
      '应给出文件名（?file=名称，或表单中的 filename），最长 150 字，收到的不能作文件名。',
    )
  if (taken.has(name)) throw new HubError('BAD_REQUEST', `同一次提交中有两个文件名为 ${name}。`)
  taken.add(name)
  return name
}

function tooLarge(mostBytes: number): HubError {
  return new HubError(
    'PAYLOAD_TOO_LARGE',
    `一次提交最多 ${Math.floor(mostBytes / 2 ** 20)} MB，收到的更大；请分批提交。`,
  )
}

function refuseWhenFull(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? new HubError('NO_ROOM') : error
}

function brokenOff(): HubError {
  return new HubError('BAD_REQUEST', '文件没有发送完，连接已断开。')
}
