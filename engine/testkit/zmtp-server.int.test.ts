import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { Dealer } from 'zeromq'
import { eventually } from './eventually.ts'
import { ZmtpServer, type Heard } from './zmtp-server.ts'

/** A real DEALER of libzmq, connected to a port behind which our state machine sits. */
async function connected(chunk: (bytes: Buffer) => Buffer[] = bytes => [bytes]) {
  const heard: Heard[] = []
  const server = new ZmtpServer()
  let peer: Socket | null = null
  const listener = createServer(socket => {
    peer = socket
    socket.write(server.flush())
    socket.on('data', bytes => {
      for (const part of chunk(bytes)) heard.push(...server.receive(part))
      socket.write(server.flush())
    })
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const dealer = new Dealer({
    linger: 0,
    routingId: 'desk.1',
    heartbeatInterval: 50,
    heartbeatTimeout: 1_000,
  })
  dealer.connect(`tcp://127.0.0.1:${(listener.address() as AddressInfo).port}`)
  onTestFinished(() => {
    dealer.close()
    peer?.destroy()
    listener.close()
  })
  const say = (...parts: string[]) => {
    server.send(parts.map(part => Buffer.from(part)))
    peer?.write(server.flush())
  }
  return { dealer, heard, say }
}
const texts = (heard: readonly Heard[]) =>
  heard.flatMap(event =>
    event.is === 'message' ? [event.parts.map(part => Buffer.from(part).toString())] : [],
  )

it('speaks with a DEALER of libzmq both ways, short frames and long ones, and answers its pings', async () => {
  const { dealer, heard, say } = await connected()
  const long = 'x'.repeat(70_000)
  await dealer.send(['header', long, ''])
  await eventually(() => expect(texts(heard)).toEqual([['header', long, '']]))
  expect(heard[0]).toEqual({ is: 'ready', identity: 'desk.1' })
  say('back', long)
  const [first, second] = await dealer.receive()
  expect([first?.toString(), second?.length]).toEqual(['back', 70_000])
  await new Promise(resolve => setTimeout(resolve, 300))
  say('still there')
  expect(String((await dealer.receive())[0])).toBe('still there')
})

it('understands what comes byte by byte', async () => {
  const { dealer, heard } = await connected(bytes => [...bytes].map(byte => Buffer.from([byte])))
  await dealer.send(['a', 'b', 'c'])
  await eventually(() => expect(texts(heard)).toEqual([['a', 'b', 'c']]))
})

it('says what is no ZMTP', () => {
  expect(new ZmtpServer().receive(Buffer.from('GET / HTTP/1.1'.padEnd(64)))).toEqual([
    { is: 'broken', why: 'This is no ZMTP greeting.' },
  ])
})
