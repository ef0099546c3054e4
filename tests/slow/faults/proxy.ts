import { randomBytes } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What a network, or what pretends to be the other side, does to a connection. */
export type Mode =
  | 'pass'
  | 'down'
  | 'reset'
  | 'black hole'
  | 'slow'
  | 'trickle'
  | 'garbage'
  | 'truncated'
  | 'huge'
  | 'impostor'

export const faults: readonly Mode[] = [
  'down',
  'reset',
  'black hole',
  'slow',
  'trickle',
  'garbage',
  'truncated',
  'huge',
  'impostor',
]

export interface FaultProxy {
  readonly url: string
  /** Changes what happens, and cuts what is open: a request under way must not get the old mode. */
  set(mode: Mode): Promise<void>
  /** Breaks every open connection off. */
  cut(): void
  close(): Promise<void>
}

/** Milliseconds that `slow` keeps every answer back. */
const latency = 3_000

/** What `trickle` lets through, and how often. */
const trickle = { bytes: 100, every: 100 }

/** Stands between a client and the server at `url`, over TCP, and lets through what the mode says. */
export async function startProxy(url: string): Promise<FaultProxy> {
  const { hostname, port, pathname } = new URL(url)
  const open = new Set<Socket>()
  let mode: Mode = 'pass'
  const keep = (socket: Socket) => {
    open.add(socket)
    return socket.on('error', () => undefined).on('close', () => open.delete(socket))
  }
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy()
  }

  const server = createServer((client) => {
    keep(client)
    if (mode === 'down' || mode === 'reset') return void client.resetAndDestroy()
    if (mode === 'black hole') return void client.resume()
    const own = answersItself[mode]
    if (own) return void client.once('data', () => own(client))
    const upstream = keep(connect(Number(port), hostname))
    client.pipe(upstream)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.end())
    const way = ways[mode] ?? ((to: Socket, chunk: Buffer) => void to.write(chunk))
    upstream.on('data', (chunk: Buffer) => way(client, chunk))
  })
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(at, '127.0.0.1', () => resolve(void server.off('error', reject)))
    })
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      cut()
    })
  await listen(0)
  const at = (server.address() as AddressInfo).port

  return {
    url: `http://127.0.0.1:${at}${pathname}`,
    async set(next) {
      const before = mode
      mode = next
      cut()
      // Down is a port nobody listens on, where the system itself refuses.
      if (next === 'down') await shut()
      else if (before === 'down') await listen(at)
    },
    cut,
    close: async () => {
      if (server.listening) await shut()
    },
  }
}

/** Modes that need nobody behind them. */
const answersItself: Partial<Record<Mode, (client: Socket) => void>> = {
  garbage: (client) => client.end(randomBytes(4_096)),
  huge(client) {
    client.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n')
    const chunk = Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`)
    const flood = () => {
      while (!client.destroyed && client.write(chunk));
    }
    client.on('drain', flood)
    flood()
  },
  impostor(client) {
    const body = JSON.stringify({
      data: {
        _entities: [{ __typename: 'Talent', id: 'ln-talent:IMPOSTOR', name: '冒名' }],
        libraries: '冒名',
        nodes: { id: 7 },
      },
    })
    client.write(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    )
  },
}

/** What becomes of an answer on its way back, where it is not simply passed on. */
const ways: Partial<Record<Mode, (client: Socket, chunk: Buffer) => void>> = {
  slow: (client, chunk) => void setTimeout(() => client.write(chunk), latency),
  trickle(client, chunk) {
    let sent = 0
    const timer = setInterval(() => {
      client.write(chunk.subarray(sent, sent + trickle.bytes))
      sent += trickle.bytes
      if (sent >= chunk.length || client.destroyed) clearInterval(timer)
    }, trickle.every)
  },
  truncated: (client, chunk) => void client.end(chunk.subarray(0, Math.floor(chunk.length / 2))),
}
