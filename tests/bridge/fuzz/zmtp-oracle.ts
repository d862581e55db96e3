/** A second reader of ZMTP, written for nothing but to be compared with the EA's. It sees all bytes at once. */
export type ZmtpOutcome = {
  messages: string[]
  state: 'waiting' | 'open' | 'broken'
  dropped: number
  ignored: number
  sent: Buffer
}

const GREETING_BYTES = 64
const COMMAND_LIMIT = 4_096
const FRAME_LIMIT = 262_144
const PONG_LIMIT = 65_536

const hex = (bytes: Uint8Array): string => (bytes.length === 0 ? '-' : Buffer.from(bytes).toString('hex'))

class Reader {
  readonly outcome: ZmtpOutcome = {
    messages: [],
    state: 'waiting',
    dropped: 0,
    ignored: 0,
    sent: Buffer.alloc(0),
  }
  #parts: Buffer[] = []
  #isReady = false

  send(bytes: Uint8Array): void {
    this.outcome.sent = Buffer.concat([this.outcome.sent, bytes])
  }

  fail(): false {
    this.outcome.state = 'broken'
    this.outcome.sent = Buffer.alloc(0)
    return false
  }

  /** Where the next frame begins; the end of the stream when none is whole, or none may be read any more. */
  frameAt(stream: Buffer, at: number): number {
    const flags = stream[at] ?? 0
    const headBytes = (flags & 2) === 0 ? 2 : 9
    if (flags > 7 || (flags & 5) === 5) return this.#stopped(stream)
    if (stream.length < at + headBytes) return stream.length
    const length = headBytes === 2 ? BigInt(stream[at + 1] ?? 0) : stream.readBigUInt64BE(at + 1)
    const isCommand = (flags & 4) !== 0
    if (length > BigInt(isCommand ? COMMAND_LIMIT : FRAME_LIMIT)) return this.#stopped(stream)
    const end = at + headBytes + Number(length)
    if (stream.length < end) return stream.length
    const body = stream.subarray(at + headBytes, end)
    const isTaken = isCommand ? this.command(body) : this.part(body, (flags & 1) !== 0)
    return isTaken ? end : stream.length
  }

  #stopped(stream: Buffer): number {
    this.fail()
    return stream.length
  }

  greeting(bytes: Buffer): boolean {
    if (bytes.length > 0 && bytes[0] !== 0xff) return this.fail()
    if (bytes.length < GREETING_BYTES) return false
    const mechanism = bytes.subarray(12, 32).toString('latin1').split('\0')[0]
    if (bytes[9] !== 0x7f || (bytes[10] ?? 0) < 3 || mechanism !== 'NULL') return this.fail()
    this.send(commandFrame('READY', property('Socket-Type', 'DEALER'), property('Identity', 'terminal.1')))
    return true
  }

  part(body: Buffer, hasMore: boolean): boolean {
    if (!this.#isReady) return this.fail()
    this.#parts.push(body)
    if (hasMore) return true
    if (this.#parts.length === 3) this.outcome.messages.push(this.#parts.map(hex).join(','))
    else this.outcome.dropped += 1
    this.#parts = []
    return true
  }

  command(body: Buffer): boolean {
    const nameBytes = body[0] ?? 0
    if (body.length < 2 || nameBytes < 1 || nameBytes > body.length - 1) return this.fail()
    const name = body
      .subarray(1, 1 + nameBytes)
      .toString('latin1')
      .split('\0')[0]
    if (name === 'ERROR') return this.fail()
    if (!this.#isReady) return this.ready(name ?? '', body.subarray(1 + nameBytes))
    if (name === 'PING') this.ping(body)
    else if (name !== 'PONG') this.outcome.ignored += 1
    return true
  }

  ready(name: string, properties: Buffer): boolean {
    if (name !== 'READY') return this.fail()
    for (let at = 0; at < properties.length;) {
      const nameBytes = properties[at] ?? 0
      const valueAt = at + 5 + nameBytes
      if (nameBytes < 1 || valueAt > properties.length) return this.fail()
      const valueBytes = properties.readUInt32BE(valueAt - 4)
      if (valueAt + valueBytes > properties.length) return this.fail()
      const property = properties.toString('latin1', at + 1, at + 1 + nameBytes).split('\0')[0]
      const value = properties.toString('latin1', valueAt, valueAt + valueBytes).split('\0')[0]
      if (property?.toLowerCase() === 'socket-type' && value !== 'ROUTER') return this.fail()
      at = valueAt + valueBytes
    }
    this.#isReady = true
    this.outcome.state = 'open'
    return true
  }

  ping(body: Buffer): void {
    const context = body.subarray(7)
    if (body.length < 7 || context.length > 16 || this.outcome.sent.length > PONG_LIMIT)
      this.outcome.ignored += 1
    else this.send(commandFrame('PONG', context))
  }
}

const lengthPrefixed = (text: string): Buffer => Buffer.from([text.length, ...Buffer.from(text)])

export function property(name: string, value: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(value.length)
  return Buffer.concat([lengthPrefixed(name), length, Buffer.from(value)])
}

export function frame(flags: number, body: Uint8Array): Buffer {
  if (body.length < 256 && (flags & 2) === 0) return Buffer.concat([Buffer.from([flags, body.length]), body])
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(body.length))
  return Buffer.concat([Buffer.from([flags | 2]), length, body])
}

export const commandFrame = (name: string, ...data: readonly Uint8Array[]): Buffer =>
  frame(4, Buffer.concat([lengthPrefixed(name), ...data]))

export function greeting(): Buffer {
  const bytes = Buffer.alloc(GREETING_BYTES)
  bytes.set([0xff], 0)
  bytes.set([0x7f, 3, 1], 9)
  bytes.write('NULL', 12, 'latin1')
  return bytes
}

export function expectedZmtp(stream: Buffer): ZmtpOutcome {
  const reader = new Reader()
  reader.send(greeting())
  let at = reader.greeting(stream) ? GREETING_BYTES : stream.length
  while (at < stream.length) at = reader.frameAt(stream, at)
  return reader.outcome
}

/** The answer of the program in the same form; the sentence behind `broken` is for people. */
export function toldZmtp(answer: string): ZmtpOutcome {
  const [messages = '', state = '', counts = '', sent = ''] = answer.split('|').map(part => part.trim())
  const [dropped, ignored] = counts.split(' ').map(Number)
  return {
    messages: messages === '' ? [] : messages.split(' '),
    state: state as ZmtpOutcome['state'],
    dropped: dropped ?? -1,
    ignored: ignored ?? -1,
    sent: Buffer.from(sent === '-' ? '' : sent, 'hex'),
  }
}
