import { context as active, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { RequestContext } from '../engine/contract.ts'
import type { Notes } from './notes.ts'

/** Spans of requests and their fetches. No-ops until a tracer provider is registered. */
export interface Traces {
  /** Runs an operation inside a span of its own, a child of the caller's where it sent a traceparent. */
  operation<T>(notes: Notes, context: RequestContext, run: () => Promise<T>): Promise<T>
  /** Begins the span of one fetch; what is returned ends it. */
  fetch(subgraph: string, operation: string | undefined, context: RequestContext): (failed: boolean) => void
}

export function createTraces(): Traces {
  const tracer = trace.getTracer('lianku')
  const spans = new WeakMap<RequestContext, Span>()
  return {
    async operation(notes, context, run) {
      const parent = propagation.extract(active.active(), context.headers)
      const span = tracer.startSpan(`graphql ${notes.kind}`, { kind: SpanKind.SERVER }, parent)
      if (!span.isRecording()) return run()
      spans.set(context, span)
      span.setAttributes({
        'graphql.operation.type': notes.kind,
        'graphql.operation.name': notes.operation,
        'request.id': notes.requestId,
      })
      try {
        return await run()
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        if (notes.codes) span.setAttribute('lianku.error.codes', notes.codes.map(String))
        span.end()
      }
    },
    fetch(subgraph, operation, context) {
      const parent = spans.get(context)
      if (!parent) return () => undefined
      const span = tracer.startSpan(
        `fetch ${subgraph}`,
        { kind: SpanKind.CLIENT, attributes: { 'lianku.subgraph': subgraph, 'graphql.operation.name': operation } },
        trace.setSpan(active.active(), parent),
      )
      return (failed) => {
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
    },
  }
}
