import { HubError } from '#schema/errors.ts'
import { type SignedRequest, signatureHeader, type Verifier } from '#schema/signature.ts'
import { anyone, type Viewer } from '#schema/viewer.ts'

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
