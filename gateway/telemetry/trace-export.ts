import { propagation, trace } from '@opentelemetry/api'

/**
 * Sends spans to a collector over OTLP/HTTP (`/v1/traces` under the endpoint), in batches. Its libraries are loaded here
 * only, so that a gateway without a collector has none of them. Returns what sends the rest and stops.
 */
export async function exportTraces(endpoint: string): Promise<() => Promise<void>> {
  const [{ W3CTraceContextPropagator }, { OTLPTraceExporter }, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'lianku-gateway' }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
    sampler: new sdk.ParentBasedSampler({ root: new sdk.AlwaysOnSampler() }),
  })
  trace.setGlobalTracerProvider(provider)
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  return () => provider.shutdown()
}
