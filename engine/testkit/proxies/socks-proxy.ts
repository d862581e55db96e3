import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { TestProxy } from './connect-proxy.ts'

const VERSION = 5
const NAME = 3
const GRANTED = Buffer.from([VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0])

/** A SOCKS5 proxy on this computer (RFC 1928): no password, CONNECT only, and it looks names up itself. */
export async function socksProxy(): Promise<TestProxy> {
  const reached: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(client => {
    sockets.add(client)
    void serve(client, reached).catch(() => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`, reached }
}

async function serve(client: Socket, reached: string[]): Promise<void> {
  await some(client)
  client.write(Buffer.from([VERSION, 0]))
  const request = await some(client)
  const { host, port } = addressIn(request)
  reached.push(`${host}:${port}`)
  const target = connect(port, host, () => {
    client.write(GRANTED)
    target.pipe(client).pipe(target)
  })
  target.on('error', () => client.destroy())
  client.on('error', () => target.destroy())
  client.on('close', () => target.destroy())
}

/** Clients on one's own computer write each message whole. */
async function some(client: Socket): Promise<Buffer> {
  const [bytes] = (await once(client, 'data')) as [Buffer]
  return bytes
}

function addressIn(request: Buffer): { host: string; port: number } {
  const length = request[4] ?? 0
  if (request[3] === NAME)
    return { host: request.toString('latin1', 5, 5 + length), port: request.readUInt16BE(5 + length) }
  return { host: [...request.subarray(4, 8)].join('.'), port: request.readUInt16BE(8) }
}
