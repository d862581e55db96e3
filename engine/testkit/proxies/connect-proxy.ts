import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export type TestProxy = Readonly<{ url: string; reached: readonly string[] }>

/** An HTTP proxy on this computer that tunnels by CONNECT (RFC 9110, 9.3.6), and remembers where to. */
export async function connectProxy(): Promise<TestProxy> {
  const reached: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connection', socket => void sockets.add(socket))
  server.on('connect', (request, client, head) => {
    const { hostname, port, host } = new URL(`http://${request.url ?? ''}`)
    reached.push(host)
    const target = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.write(head)
      target.pipe(client).pipe(target)
    })
    target.on('error', () => client.destroy())
    client.on('error', () => target.destroy())
    client.on('close', () => target.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, reached }
}
