import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Role, Viewer } from '#schema/viewer.ts'

/** Who makes a request, as far as its costs go. */
export interface Caller {
  readonly viewer: unknown
  readonly role: Role
  /** Whom costs are charged to; undefined for this machine itself, where a limit would hinder only its owner. */
  readonly account: string | undefined
}

/** Names the caller: a credential where there is one, else an address. `proxies` in front are trusted to name theirs. */
export function callerOf(
  viewer: unknown,
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): Caller {
  const { role = 'PUBLIC', subject } = (viewer ?? {}) as Partial<Viewer>
  if (subject !== undefined) return { viewer, role, account: `${role} ${subject}` }
  const { authorization } = request.headers
  if (role !== 'PUBLIC' && authorization) {
    return { viewer, role, account: `token ${createHash('sha256').update(authorization).digest('base64url')}` }
  }
  const address = addressOf(request, proxies)
  return { viewer, role, account: isLoopback(address) ? undefined : `address ${networkOf(address)}` }
}

/** The address the outermost trusted proxy saw; what clients write into the header themselves stands to its left. */
function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string {
  const direct = socket.remoteAddress ?? ''
  if (proxies === 0) return direct
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => isIP(part) !== 0)
  return forwarded.at(-proxies) ?? direct
}

const isLoopback = (address: string) => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** One household has a /64 of IPv6 to choose addresses from, so all of them count as one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !address.includes(':')) return mapped ?? address
  const [left = '', right] = address.split('::')
  const head = left.split(':').filter(Boolean)
  const tail = right === undefined ? [] : right.split(':').filter(Boolean)
  const groups = right === undefined ? head : [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::/64`
}
