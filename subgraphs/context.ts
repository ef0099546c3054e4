import { HubError } from '#schema/errors.ts'
import { type SignedRequest, signatureHeader, type Verifier } from '#schema/signature.ts'
import { anyone, type Viewer } from '#schema/viewer.ts'
import { auditedDb } from './audit.ts'
import type { SubgraphRequest } from './define.ts'
import type { Hub } from './hub.ts'
import { reasons } from './policy/policy.ts'

/** What one request brings to each subgraph it asks. */
export function requestOf(
  { database, secret }: Pick<Hub, 'database' | 'secret'>,
  viewer: Viewer,
  requestId: string | undefined,
): SubgraphRequest {
  return { db: auditedDb(database, viewer, requestId), viewer, secret, now: new Date(), withheld: new Map() }
}

/**
 * What an answer tells beside its data, as its `extensions`: the fields withheld from its viewer, and the libraries
 * whose own databases did not answer. Nothing when there are none.
 */
export function extensionsOf({ withheld, db: { attached } }: SubgraphRequest) {
  const { missing } = attached
  if (withheld.size === 0 && missing.size === 0) return undefined
  const fields = Array.from(withheld, ([field, reason]) => ({ field, reason, message: reasons[reason] }))
  const libraries = Array.from(missing, ([library, { state, message }]) => ({ library, status: state, message }))
  return { ...(fields.length > 0 && { withheld: fields }), ...(libraries.length > 0 && { incomplete: libraries }) }
}

/**
 * Who asks a subgraph over HTTP: the viewer the gateway signed, or the public when nothing is signed, whatever else the
 * headers say. Throws BAD_SIGNATURE.
 */
export function viewerOf(
  request: SignedRequest,
  headers: Parameters<Verifier>[1],
  verify: Verifier | undefined,
): Viewer {
  if (headers[signatureHeader] === undefined) return anyone
  if (!verify) throw new HubError('BAD_SIGNATURE', '请求带有签名，而这个子图没有核验签名的密钥（SUBGRAPH_KEYS）。')
  return verify(request, headers)
}
