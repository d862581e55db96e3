/** Where the desks of worlds beside one another listen. */
import { createServer } from 'node:net'

/** Below those that the system gives to whoever asks for any: an app that was killed finds its port again. */
const PORTS = { from: 20_000, below: 32_000, apart: 40 }

export async function portFor(slot: number): Promise<number> {
  const places = (PORTS.below - PORTS.from) / PORTS.apart
  for (let tries = 0; tries < places; tries += 1) {
    const port = PORTS.from + ((process.pid * 7 + slot + tries * 13) % places) * PORTS.apart
    if (await isFree(port)) return port
  }
  throw new Error('No port is free for a desk.')
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
