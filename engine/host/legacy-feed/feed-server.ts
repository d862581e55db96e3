/** POST /market-data on loopback. No browser may speak here: whoever names an origin, or another host, is sent away. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FeedServerOptions = Readonly<{
  port: number
  /** One post as it came; the answer is why it was not taken, or null. */
  take(body: Uint8Array): string | null
  /** Something was sent away; one sentence. */
  refused(text: string): void
}>

export type FeedServer = Readonly<{ is: 'open'; port: number; close(): Promise<void> }>
export type NoFeed = Readonly<{ is: 'refused'; text: string }>

const HOST = '127.0.0.1'
const BODY_BYTES = 65_536
const REQUEST_MS = 5_000
const MOST_CONNECTIONS = 8

export async function openFeedServer(options: FeedServerOptions): Promise<FeedServer | NoFeed> {
  const server = createServer((request, response) => {
    void answer(request, response, options)
  })
  server.requestTimeout = REQUEST_MS
  server.headersTimeout = REQUEST_MS
  server.maxConnections = MOST_CONNECTIONS
  server.on('error', error => options.refused(`A connection could not be taken: ${error.message}.`))
  const failed = await listening(server, options.port)
  if (failed !== null) {
    const text = `The predecessor's feed is off: port ${options.port} can't be opened (${failed}). Its EA knows no other port.`
    return { is: 'refused', text }
  }
  return {
    is: 'open',
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listening(server: Server, port: number): Promise<string | null> {
  return new Promise(resolve => {
    server.once('error', error => resolve('code' in error ? String(error.code) : error.message))
    server.listen(port, HOST, () => resolve(null))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, options: FeedServerOptions) {
  const say = (status: number, text: string) => {
    if (status !== 200) options.refused(text)
    response
      .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
      .end(`${text}\n`)
  }
  const [status, why] = doorOf(request)
  if (status !== 200) return say(status, why)
  const body = await bodyOf(request)
  if (body === 'too long') return say(413, `The body is over ${BODY_BYTES} bytes.`)
  if (body === 'broken') return options.refused('A request ended before its body.')
  const refused = options.take(body)
  return refused === null ? say(200, 'ok') : say(400, refused)
}

function doorOf({ method, url, headers }: IncomingMessage): [status: number, why: string] {
  const { origin, host = '' } = headers
  if (origin !== undefined) return [403, `A request of the web page ${origin} is not answered.`]
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host))
    return [403, `A request for ${host || 'no host'} is not answered.`]
  if (url !== '/market-data') return [404, `There is nothing at ${url}: the address is /market-data.`]
  if (method !== 'POST') return [405, `${method} is not answered: prices are posted.`]
  return [200, '']
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | 'too long' | 'broken'> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      bytes += part.length
      // Read to its end, but not kept: whoever is still sending hears no answer.
      if (bytes <= BODY_BYTES) parts.push(part)
    }
  } catch {
    return 'broken'
  }
  return bytes > BODY_BYTES ? 'too long' : Buffer.concat(parts)
}
