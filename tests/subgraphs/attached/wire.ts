import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a database that can be cut, frozen and mended. */
export type Wire = {
  /** The database's address by way of this line. */
  readonly url: string
  /** Refuses connections and ends those there are. */
  readonly cut: () => void
  /** Takes connections and lets nothing through. */
  readonly freeze: () => void
  /** Lets every answer wait for some milliseconds. */
  readonly slow: (ms: number) => void
  /** Leads to the same database at another address. */
  readonly lead: (url: string) => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function openWire(url: string): Promise<Wire> {
  let target = new URL(url)
  let lag = 0
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'open' | 'cut' | 'frozen' = 'open'
  const server = createServer((near) => {
    if (state === 'cut') return void near.resetAndDestroy()
    const far = connect(Number(target.port), target.hostname)
    const pair = [near, far] as const
    pairs.add(pair)
    for (const socket of pair) socket.on('error', () => undefined).on('close', () => end(pair))
    near.on('data', (bytes) => state === 'open' && far.write(bytes))
    let due = 0
    far.on('data', (bytes) => {
      // In their order, also when the lag has just become less.
      due = Math.max(due, performance.now() + lag)
      const pass = () => state === 'open' && near.write(bytes)
      if (due <= performance.now()) pass()
      else setTimeout(pass, due - performance.now())
    })
  })
  function end(pair: readonly [Socket, Socket]) {
    pairs.delete(pair)
    for (const socket of pair) socket.destroy()
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = new URL(url)
  address.port = String((server.address() as AddressInfo).port)
  return {
    url: address.href,
    cut() {
      state = 'cut'
      for (const pair of pairs) end(pair)
    },
    freeze() {
      state = 'frozen'
    },
    slow(ms) {
      lag = ms
    },
    lead(next) {
      target = new URL(next)
    },
    mend() {
      // What a frozen line swallowed is lost, so its connections are too.
      if (state === 'frozen') for (const pair of pairs) end(pair)
      state = 'open'
    },
    async close() {
      for (const pair of pairs) end(pair)
      server.close()
      await once(server, 'close')
    },
  }
}
