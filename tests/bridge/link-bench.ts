/** The EA's link in virtual time, against the app's own switchboard over a wire that may do anything to what it carries. */
import { EpochMs, TerminalId } from '../../engine/contracts/primitives.ts'
import { Switchboard } from '../../engine/host/terminal-link/switchboard.ts'
import { encodeBody, formatPairingKey, type Frames } from '../../engine/wire/index.ts'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { connectionsThat, sentOn, textsOf, type TerminalLine } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal, type HostOptions } from '../../ea/host/driver/virtual-terminal.ts'
import { commandFrame, frame, greeting, property } from './fuzz/zmtp-oracle.ts'

export const KEY = Buffer.alloc(32, 9)
export const BEAT_MS = 1_000
const TIMER_MS = 16
const GREETING_BYTES = 64

const build = await buildEa({ program: 'tests/bridge/programs/LinkProgram.mq5', variant: 'release' })
if (!build.ok) throw new Error(`LinkProgram.mq5 does not build:\n${build.errors.join('\n')}`)
const { binary } = build

export const ready = (socketType = 'ROUTER'): Buffer =>
  commandFrame('READY', property('Socket-Type', socketType))
export const onWire = (parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat(parts.map((part, at) => frame(at < parts.length - 1 ? 1 : 0, part)))

export class LinkBench {
  readonly terminal: VirtualTerminal
  readonly board: Switchboard
  /** What the switchboard told of its terminals. */
  readonly told: string[] = []
  /** Types of the messages that reached the app. */
  readonly heard: string[] = []
  prints: string[] = []
  /** Times at which the EA connected. */
  readonly opened: number[] = []
  /** Everything that the EA sent over the connection that stands. */
  sent = Buffer.alloc(0)
  connection = 0
  nowMs = 0
  /** What becomes of a message of the app on its way: the bytes that arrive. */
  wire: (frames: Frames) => readonly Uint8Array[] = frames => [onWire(frames)]
  /** What the other side says first. Null: nothing at all. */
  greets: Buffer | null = Buffer.concat([greeting(), ready()])
  #read = 0
  #parts: Buffer[] = []
  #session = 0

  constructor(options: HostOptions = {}) {
    this.terminal = new VirtualTerminal(binary, options)
    this.board = new Switchboard({
      pairingKey: KEY,
      version: 'test',
      beatMs: BEAT_MS,
      now: () => EpochMs.parse(this.nowMs),
      newNonce: () => '5a'.repeat(16),
      newSession: () => `session-${(this.#session += 1)}`,
      out: (_, frames) => {
        for (const bytes of this.wire(frames)) this.send(bytes)
      },
      listener: {
        terminalUp: (_, session) => this.told.push(`up ${session}`),
        terminalDown: (_, reason) => this.told.push(`down: ${reason}`),
        frame: (_, header) => this.heard.push(header.t),
        faulted: (_, code) => this.told.push(`fault ${code}`),
      },
    })
  }

  /** A terminal as new, whose program begins with these inputs. */
  start(inputs: Readonly<Record<string, string>> = {}): void {
    this.terminal.wipe()
    this.terminal.run('allow 127.0.0.1')
    for (const [name, value] of Object.entries({ InpKey: formatPairingKey(KEY), ...inputs }))
      this.terminal.input(name, value)
    this.#absorb(this.terminal.init())
  }

  /** Lets time pass in steps of the timer. */
  pass(ms: number): void {
    for (const untilMs = this.nowMs + ms; this.nowMs < untilMs;) {
      this.nowMs += TIMER_MS
      this.#absorb(this.terminal.advance(TIMER_MS))
    }
  }

  /** Until the program has printed a line that begins like this, which is returned. */
  until(start: string, mostMs = 20_000): string {
    for (const untilMs = this.nowMs + mostMs; this.nowMs < untilMs; this.pass(TIMER_MS)) {
      const line = this.prints.find(print => print.startsWith(start))
      if (line !== undefined) return line
    }
    throw new Error(
      `no "${start}" within ${mostMs} ms, only:\n${this.prints.join('\n')}\n${this.told.join('\n')}`,
    )
  }

  /** What the program prints when it is asked. */
  ask(word: string, number = 0): string {
    const lines = this.terminal.run(commands.chartEvent(1, number, 0, word))
    this.#absorb(lines)
    return textsOf(lines, 'print').at(-1) ?? ''
  }

  link(inputs: Readonly<Record<string, string>> = {}): void {
    this.start(inputs)
    this.until('live')
  }

  /** As the program printed it when it began. */
  terminalId(): TerminalId {
    return TerminalId.parse(this.prints.find(line => line.startsWith('uuid'))?.split(' ')[1])
  }

  /** The app's side says something that the program will print. */
  sayFlatten(): void {
    this.board.send(this.terminalId(), 'flatten', encodeBody('ack', {}))
  }

  send(bytes: Uint8Array): void {
    if (bytes.length > 0) this.run(commands.netBytes(this.connection, bytes))
  }

  run(...lines: string[]): void {
    this.#absorb(this.terminal.run(...lines))
  }

  #absorb(lines: readonly TerminalLine[]): void {
    this.prints.push(...textsOf(lines, 'print'))
    const [connection] = connectionsThat(lines, 'opened')
    if (connection !== undefined) this.#open(connection)
    this.sent = Buffer.concat([this.sent, sentOn(lines, this.connection)])
    this.#readFrames()
    this.board.payAcks()
  }

  #open(connection: number): void {
    this.connection = connection
    this.opened.push(this.nowMs)
    this.sent = Buffer.alloc(0)
    this.#read = GREETING_BYTES
    this.#parts = []
    if (this.greets !== null) this.send(this.greets)
  }

  #readFrames(): void {
    for (;;) {
      const flags = this.sent[this.#read] ?? 0
      const isLong = (flags & 2) !== 0
      if (this.sent.length < this.#read + (isLong ? 9 : 2)) return
      const from = this.#read + (isLong ? 9 : 2)
      const length = isLong
        ? Number(this.sent.readBigUInt64BE(this.#read + 1))
        : (this.sent[this.#read + 1] ?? 0)
      if (this.sent.length < from + length) return
      this.#read = from + length
      if ((flags & 4) !== 0) continue
      this.#parts.push(this.sent.subarray(from, from + length))
      if ((flags & 1) !== 0) continue
      const parts = this.#parts
      this.#parts = []
      this.board.receive(`connection-${this.connection}`, parts)
    }
  }
}
