import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type ListenOptions, type Server } from 'node:net'
import { promisify } from 'node:util'

/** Where connections come in. */
export interface Doors {
  /** Port 0 picks one. Rejects with what Node says when it cannot listen there. */
  open(port: number, host: string): Promise<AddressInfo>
  /** How many have come in and not gone. */
  connections(): Promise<number>
  /** Lets nobody in any more; resolves when the last is gone. */
  close(): Promise<void>
}

/**
 * Since libuv 1.45 a listening socket lets in one connection each turn of the event loop. Where turns are long, as under
 * load, all others would wait to be told no until the kernel forgets them; so there are several sockets on one port.
 */
const count = 64

export function createDoors(server: HttpServer): Doors {
  const others = Array.from({ length: count - 1 }, () =>
    createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket)),
  )
  const all: readonly Server[] = [server, ...others]
  return {
    async open(port, host) {
      // Who shares a port shares it with any hub of the same user: whether one is there shows only to who does not.
      const alone = createServer()
      const address = await listen(alone, { port, host })
      await close(alone)
      const shared = { port: address.port, host, reusePort: true }
      try {
        for (const door of all) await listen(door, shared)
      } catch {
        // macOS, Windows and Node 20 do not share ports; one door is slower, and opens.
        if (!server.listening) await listen(server, { ...shared, reusePort: false })
      }
      return address
    },
    async connections() {
      const counts = all.map((door) => promisify(door.getConnections.bind(door))())
      return (await Promise.all(counts)).reduce((sum, some) => sum + some, 0)
    },
    async close() {
      await Promise.all(all.map(close))
    },
  }
}

function listen(server: Server, options: ListenOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })
}

const close = (server: Server) => new Promise<void>((resolve) => void server.close(() => resolve()))
