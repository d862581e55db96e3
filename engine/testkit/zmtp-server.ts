/**
 * The ROUTER's end of one ZMTP 3 connection as a state machine over bytes, without a socket or a clock, for tests that
 * cut, delay and repeat what travels. docs/protocol.md, section 1; https://rfc.zeromq.org/spec/23/
 */
const GREETING_BYTES = 64
const MORE = 1
const LONG = 2
const COMMAND = 4

export type Heard =
  | Readonly<{ is: 'message'; parts: readonly Uint8Array[] }>
  /** The peer has introduced itself; null when it gave no identity. */
  | Readonly<{ is: 'ready'; identity: string | null }>
  | Readonly<{ is: 'broken'; why: string }>

export class ZmtpServer {
  #inbox = Buffer.alloc(0)
  #greeted = false
  #isReady = false
  #parts: Uint8Array[] = []
  /** Bytes that answer what was heard: the greeting, READY, PONGs. */
  #outbox: Buffer[] = [greeting()]

  /** What is to be sent to the peer now. */
  flush(): Buffer {
    const bytes = Buffer.concat(this.#outbox)
    this.#outbox = []
    return bytes
  }

  receive(bytes: Uint8Array): Heard[] {
    this.#inbox = Buffer.concat([this.#inbox, bytes])
    const heard: Heard[] = []
    if (!this.#greeted) {
      if (this.#inbox.length < GREETING_BYTES) return heard
      if (this.#inbox[0] !== 0xff || this.#inbox[9] !== 0x7f)
        return [{ is: 'broken', why: 'This is no ZMTP greeting.' }]
      this.#greeted = true
      this.#take(GREETING_BYTES)
    }
    for (let frame = this.#frame(); frame; frame = this.#frame()) {
      const event = this.#hear(frame.flags, frame.body)
      if (event) heard.push(event)
    }
    return heard
  }

  send(parts: readonly Uint8Array[]): void {
    parts.forEach((part, at) => this.#push(at < parts.length - 1 ? MORE : 0, part))
  }

  #hear(flags: number, body: Buffer): Heard | null {
    if (flags & COMMAND) return this.#obey(body)
    if (!this.#isReady) return { is: 'broken', why: 'A message came before READY.' }
    this.#parts.push(new Uint8Array(body))
    if (flags & MORE) return null
    const parts = this.#parts
    this.#parts = []
    return { is: 'message', parts }
  }

  #obey(body: Buffer): Heard | null {
    const length = body[0] ?? 0
    const name = body.toString('latin1', 1, 1 + length)
    const data = body.subarray(1 + length)
    if (name === 'PING') this.#push(COMMAND, Buffer.concat([Buffer.from('\u0004PONG'), data.subarray(2)]))
    if (name !== 'READY') return null
    this.#isReady = true
    this.#push(COMMAND, ready())
    return { is: 'ready', identity: propertiesOf(data).get('Identity') ?? null }
  }

  /** The next whole frame, taken out of the inbox. */
  #frame(): { flags: number; body: Buffer } | null {
    const flags = this.#inbox[0]
    if (flags === undefined) return null
    const head = flags & LONG ? 9 : 2
    if (this.#inbox.length < head) return null
    const length = flags & LONG ? Number(this.#inbox.readBigUInt64BE(1)) : (this.#inbox[1] ?? 0)
    if (this.#inbox.length < head + length) return null
    const body = this.#inbox.subarray(head, head + length)
    this.#take(head + length)
    return { flags, body }
  }

  #take(count: number): void {
    this.#inbox = this.#inbox.subarray(count)
  }

  #push(flags: number, body: Uint8Array): void {
    const isLong = body.length > 255
    const head = Buffer.alloc(isLong ? 9 : 2)
    head[0] = flags | (isLong ? LONG : 0)
    if (isLong) head.writeBigUInt64BE(BigInt(body.length), 1)
    else head[1] = body.length
    this.#outbox.push(head, Buffer.from(body))
  }
}

function greeting(): Buffer {
  const bytes = Buffer.alloc(GREETING_BYTES)
  bytes[0] = 0xff
  bytes[9] = 0x7f
  bytes[10] = 3
  bytes[11] = 1
  bytes.write('NULL', 12, 'latin1')
  return bytes
}

function ready(): Buffer {
  const [name, value] = ['Socket-Type', 'ROUTER']
  const size = Buffer.alloc(4)
  size.writeUInt32BE(value.length)
  return Buffer.concat([
    Buffer.from('\u0005READY'),
    Buffer.from([name.length]),
    Buffer.from(name),
    size,
    Buffer.from(value),
  ])
}

function propertiesOf(data: Buffer): Map<string, string> {
  const properties = new Map<string, string>()
  for (let at = 0; at < data.length;) {
    const nameEnd = at + 1 + (data[at] ?? 0)
    const valueEnd = nameEnd + 4 + data.readUInt32BE(nameEnd)
    properties.set(data.toString('latin1', at + 1, nameEnd), data.toString('latin1', nameEnd + 4, valueEnd))
    at = valueEnd
  }
  return properties
}
