import { HubError } from '#schema/errors.ts'

/** How an answer may be written: the two JSON types, and a stream of events. */
export type MediaType = (typeof mediaTypes)[number]

const mediaTypes = ['application/json', 'application/graphql-response+json', 'text/event-stream'] as const

/** What the client accepts: the JSON type it likes best, and whether it reads event streams. */
export interface Accepted {
  readonly json: Exclude<MediaType, 'text/event-stream'> | undefined
  readonly stream: boolean
}

/** Reads an Accept header. No header, or `*` `/` `*`, means application/json, as in the days before the specification. */
export function negotiate(header: string | undefined): Accepted {
  const known = header === undefined ? anything : (remembered.get(header) ?? read(header))
  if (!known.json && !known.stream) {
    throw new HubError('NOT_ACCEPTABLE', `可用的应答格式有 ${mediaTypes.join('、')}，Accept 中都没有。`)
  }
  return known
}

const anything: Accepted = { json: 'application/json', stream: true }

const remembered = new Map<string, Accepted>()

function read(header: string): Accepted {
  const ranges = header.split(',').map(readRange)
  const quality = (type: MediaType): number => {
    let best = { specificity: -1, q: 0 }
    for (const { range, q } of ranges) {
      const specificity = range === type ? 2 : range === `${type.split('/')[0]}/*` ? 1 : range === '*/*' ? 0 : -1
      if (specificity > best.specificity) best = { specificity, q }
    }
    return best.q
  }
  const [plain, typed] = [quality('application/json'), quality('application/graphql-response+json')]
  // Equal wishes go to the newer type only where it is asked for by name.
  const named = ranges.some(({ range }) => range === 'application/graphql-response+json')
  const json =
    typed > plain || (typed > 0 && typed === plain && named)
      ? 'application/graphql-response+json'
      : plain > 0
        ? 'application/json'
        : undefined
  const accepted: Accepted = { json, stream: quality('text/event-stream') > 0 }
  if (remembered.size < 1_000) remembered.set(header, accepted)
  return accepted
}

function readRange(text: string): { readonly range: string; readonly q: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8)
  const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
  const readable = charset === undefined || charset === 'utf-8' || charset === '"utf-8"' || charset === 'utf8'
  return { range, q: readable && q > 0 ? Math.min(q, 1) : 0 }
}

/** The coding the client reads and we write best: br, gzip, or none. */
export function negotiateCoding(header: string | undefined): 'br' | 'gzip' | undefined {
  if (!header) return undefined
  let [br, gzip, rest] = [-1, -1, -1]
  for (const part of header.split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    if (coding === 'br') br = q
    else if (coding === 'gzip' || coding === 'x-gzip') gzip = q
    else if (coding === '*') rest = q
  }
  if (br < 0) br = rest
  if (gzip < 0) gzip = rest
  if (br > 0 && br >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : undefined
}
