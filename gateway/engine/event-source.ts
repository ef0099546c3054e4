import type { SubgraphAnswer } from './contract.ts'
import { failedAnswer, isRecord } from './failure.ts'

/** Reads GraphQL over server-sent events in distinct-connections mode, until `complete` or the end of the stream. */
export async function* readEvents(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncIterable<SubgraphAnswer> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxBytes) {
      yield failedAnswer('SUBGRAPH_BAD_ANSWER')
      return
    }
    const events = text.replaceAll('\r\n', '\n').split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const { type, data } = readEvent(event)
      if (type === 'complete') return
      if (type === 'next') yield readData(data)
    }
  }
}

function readEvent(event: string): { readonly type: string; readonly data: string } {
  let type = 'message'
  const data: string[] = []
  for (const line of event.split('\n')) {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).replace(/^ /, '')
    if (line.slice(0, colon) === 'event') type = value
    else if (line.slice(0, colon) === 'data') data.push(value)
  }
  return { type, data: data.join('\n') }
}

function readData(data: string): SubgraphAnswer {
  try {
    const answer: unknown = JSON.parse(data)
    if (isRecord(answer)) return answer
  } catch {
    return failedAnswer('SUBGRAPH_BAD_ANSWER')
  }
  return failedAnswer('SUBGRAPH_BAD_ANSWER')
}
