import { type SigningKeys, signRequest } from '#schema/signature.ts'
import type { RequestContext } from '../engine/contract.ts'
import type { HttpTransportOptions } from '../engine/http-transport.ts'
import { viewerOf } from './viewer.ts'

/** Headers that tell a subgraph who asks, signed; none without keys, and then it answers as to the public. */
export function signedHeaders(
  { name, url }: { readonly name: string; readonly url: string | undefined },
  keys: SigningKeys,
): NonNullable<HttpTransportOptions['headersFor']> {
  const { pathname, search } = new URL(url && URL.canParse(url) ? url : 'http://unreachable')
  const path = pathname + search
  return (context: RequestContext, body: string) =>
    signRequest({ subgraph: name, method: 'POST', path, body }, viewerOf(context), keys)
}
