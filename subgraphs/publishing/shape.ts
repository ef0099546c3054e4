import { z } from 'zod'
import { HubError } from '#schema/errors.ts'
import type { Proposal } from './door.ts'

const file = z.strictObject({ file: z.string().min(1).max(200), text: z.string().max(1_000_000) })

/** A subgraph as it comes over HTTP. */
const proposalShape = z.strictObject({
  url: z.string().max(2_000).default(''),
  files: z.array(file).min(1).max(50),
})

/** What goes with a rollback: the beginning of the hash of a version. */
const rollbackShape = z.strictObject({
  to: z
    .string()
    .regex(/^[0-9a-f]{4,64}$/)
    .optional(),
})

/** Throws BAD_REQUEST, also where publishing needs an address and none is given. */
export function readProposal(name: string, body: unknown, needsUrl: boolean): Proposal {
  const read = proposalShape.safeParse(body)
  if (!read.success)
    throw malformed('{"url": "https://…", "files": [{"file": "schema.graphql", "text": "…"}]}', read.error)
  const { url, files } = read.data
  return { name, url: url === '' && !needsUrl ? '' : checkedUrl(url), files }
}

export function readRollback(body: unknown): string | undefined {
  const read = rollbackShape.safeParse(body ?? {})
  if (!read.success) throw malformed('{"to": "版本的开头"}', read.error)
  return read.data.to
}

/** Throws BAD_REQUEST for what is no address of a subgraph. */
export function checkedUrl(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address && /^https?:$/.test(address.protocol) && !address.username && !address.password && !address.hash)
    return url
  throw new HubError(
    'BAD_REQUEST',
    '子图的地址应为 http:// 或 https:// 开头、不含账号的完整地址，例如 https://jl.example/graphql。',
  )
}

function malformed(expected: string, { issues }: z.ZodError): HubError {
  const [issue] = issues
  return new HubError('BAD_REQUEST', `请求正文应为 ${expected}；${issue?.path.join('.') || '正文'} 不符。`)
}
