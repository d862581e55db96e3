/**
 * A process between the app and its terminal, which passes every byte on and notes when those of a `fire` arrive: the moment
 * at which an order is on the wire, seen from outside. It and the app read one clock, the machine's monotonic one.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer, connect, type Socket } from 'node:net'

/** A message begins with its header, in JSON. */
const FIRE = Buffer.from('"t":"fire"')

export type WireTap = Readonly<{
  /** Where to connect instead. */
  port: number
  /** Where to pass it on to. */
  leadTo(port: number): void
}>

type ToTap = Readonly<{ leadTo: number }>
type FromTap = Readonly<{ port: number }> | Readonly<{ firedAtNs: string }>

/** Starts the other process; `program` is a bench that calls `tap` when it is started with `--tap`. */
export async function openTap(program: string, fired: (atNs: bigint) => void): Promise<WireTap> {
  const child: ChildProcess = fork(program, ['--tap'])
  child.unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('message', (message: FromTap) => {
      if ('firedAtNs' in message) return fired(BigInt(message.firedAtNs))
      child.channel?.unref()
      resolve({ port: message.port, leadTo: port => child.send({ leadTo: port } satisfies ToTap) })
    })
  })
}

/** What that process does. */
export function tap(): void {
  const tell = (message: FromTap) => process.send?.(message)
  const target = new Promise<number>(resolve => process.on('message', ({ leadTo }: ToTap) => resolve(leadTo)))
  const server = createServer(terminal => {
    void target.then(port => join(terminal, connect(port, '127.0.0.1')))
  })
  const join = (terminal: Socket, app: Socket) => {
    for (const socket of [terminal, app]) socket.setNoDelay().on('error', () => undefined)
    terminal.pipe(app)
    app.on('data', bytes => {
      const atNs = process.hrtime.bigint()
      terminal.write(bytes)
      if (bytes.includes(FIRE)) tell({ firedAtNs: String(atNs) })
    })
    app.on('close', () => terminal.destroy())
  }
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object') tell({ port: address.port })
  })
}
