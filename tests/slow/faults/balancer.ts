import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Balancer {
  readonly url: string
  /** Whom new connections go to, in turns; one that refuses is passed over. */
  use(urls: readonly string[]): void
  close(): Promise<void>
}

/** What stands in front of several hubs: over TCP, so that it can neither see nor repeat a request. */
export async function startBalancer(): Promise<Balancer> {
  let ports: readonly number[] = []
  let turn = 0
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (client) => {
    open.add(client)
    client.on('error', () => undefined).on('close', () => open.delete(client))
    const tryNext = (left: number) => {
      if (left === 0 || client.destroyed) return void client.destroy()
      const upstream = connect(ports[turn++ % ports.length]!, '127.0.0.1')
      upstream.once('error', () => tryNext(left - 1))
      upstream.once('connect', () => {
        upstream.removeAllListeners('error').on('error', () => client.destroy())
        client.pipe(upstream)
        upstream.pipe(client)
        client.on('close', () => upstream.destroy())
      })
    }
    tryNext(ports.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    use(urls) {
      ports = urls.map((url) => Number(new URL(url).port))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
