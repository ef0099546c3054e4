import type { IncomingMessage } from 'node:http'
import { HubError } from '#schema/errors.ts'

/** Headers a page of another site cannot send without being asked first (a CORS preflight). */
const proofs = ['graphql-require-preflight', 'apollo-require-preflight', 'x-apollo-operation-name'] as const

/** Refuses what a page of another site could send in a visitor's name: a GET with no header of its own. */
export function refuseForgery(request: IncomingMessage): void {
  if (request.headers['content-type']?.trim().toLowerCase() === 'application/json') return
  // A POST in any type a form can send is refused for its type by readParameters, and any other method for itself.
  if (request.method !== 'GET') return
  if (proofs.some((name) => request.headers[name])) return
  throw new HubError(
    'FORGERY_REFUSED',
    `GET 请求应带有 ${proofs[0]} 请求头（任意值），以证明不是其他网站代发；没有收到。也可以改用 POST。`,
  )
}
