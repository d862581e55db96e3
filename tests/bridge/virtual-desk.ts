/** The whole Expert Advisor in virtual time, timer by timer, linked to the app's own switchboard. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { connectionsThat, sentOn, type TerminalLine } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { EpochMs, type TerminalId } from '../../engine/contracts/primitives.ts'
import type { AppMessageType, BodyOf, Header } from '../../engine/contracts/wire/index.ts'
import { Switchboard } from '../../engine/host/terminal-link/switchboard.ts'
import { ZmtpServer } from '../../engine/testkit/zmtp-server.ts'
import { encodeBody, formatPairingKey, newPairingKey } from '../../engine/wire/index.ts'

export const TIMER_MS = 16
const LINK_MOST_MS = 10_000
const PAIRING_KEY = newPairingKey()

export type Heard = Readonly<{ header: Header; body: Uint8Array }>
/** What one timer of the Expert Advisor sent. */
export type Turn = Readonly<{ bytes: number; heard: readonly Heard[] }>

const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
if (!build.ok) throw new Error(`The Expert Advisor does not build:\n${build.errors.join('\n')}`)
const { binary } = build

export class VirtualDesk {
  readonly terminal = new VirtualTerminal(binary)
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'bitten-desk-'))
  readonly #board: Switchboard
  readonly #toTerminal: string[] = []
  #zmtp = new ZmtpServer()
  #connection = 0
  #nowMs: number
  #bytes = 0
  #heard: Heard[] = []
  #terminal: TerminalId | null = null
  #salt = 0

  /** `setting`: lines before the program begins. */
  constructor(nowMs: number, setting: readonly string[]) {
    this.#nowMs = nowMs
    this.#board = new Switchboard({
      pairingKey: PAIRING_KEY,
      version: 'test',
      beatMs: 1_000,
      now: () => EpochMs.parse(this.#nowMs),
      newNonce: () => String((this.#salt += 1)).padStart(32, '0'),
      newSession: () => String((this.#salt += 1)).padStart(16, '0'),
      out: (_, frames) => this.#zmtp.send(frames),
      listener: {
        terminalUp: terminal => (this.#terminal = terminal),
        terminalDown: (_, reason) => {
          throw new Error(`the Expert Advisor left: ${reason}`)
        },
        frame: (terminal, header, body) => {
          this.#heard.push({ header, body })
          this.#board.committed(terminal, header.s ?? '', header.n)
        },
        faulted: (_, code, text) => {
          throw new Error(`${code}: ${text}`)
        },
      },
    })
    this.terminal.run('allow 127.0.0.1', `clock set ${nowMs}`, ...setting)
    this.terminal.input('InpPairingKey', formatPairingKey(PAIRING_KEY))
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** Minutes of the past. Times are the server's, seconds. */
  bars(symbol: string, times: readonly number[]): void {
    const file = path.join(this.#folder, `${symbol}.csv`)
    writeFileSync(file, times.map(time => `${time} 1.10 1.11 1.09 1.105 3 2`).join('\n'))
    this.terminal.run(`bars ${symbol} ${file}`)
  }

  link(): void {
    this.#take(this.terminal.init())
    for (const untilMs = this.#nowMs + LINK_MOST_MS; this.#terminal === null; this.turn())
      if (this.#nowMs > untilMs) throw new Error('the Expert Advisor does not link')
  }

  send<Type extends AppMessageType>(type: Type, body: BodyOf<Type>): void {
    if (this.#terminal === null) throw new Error('the Expert Advisor is not linked')
    this.#board.send(this.#terminal, type, encodeBody(type, body))
  }

  /** The next timer, with what came for it and these lines before it. */
  turn(...lines: readonly string[]): Turn {
    this.#flush()
    this.#nowMs += TIMER_MS
    this.#bytes = 0
    this.#heard = []
    this.#take(this.terminal.run(...this.#toTerminal.splice(0), ...lines, `advance ${TIMER_MS}`))
    this.#board.payAcks()
    return { bytes: this.#bytes, heard: this.#heard }
  }

  close(): void {
    this.terminal.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #flush(): void {
    const bytes = this.#zmtp.flush()
    if (bytes.length > 0) this.#toTerminal.push(commands.netBytes(this.#connection, bytes))
  }

  #take(lines: readonly TerminalLine[]): void {
    const [opened] = connectionsThat(lines, 'opened')
    if (opened !== undefined) {
      this.#connection = opened
      this.#zmtp = new ZmtpServer()
    }
    const sent = sentOn(lines, this.#connection)
    this.#bytes += sent.length
    for (const heard of this.#zmtp.receive(sent)) {
      if (heard.is === 'broken') throw new Error(heard.why)
      if (heard.is === 'message') this.#board.receive(`connection-${this.#connection}`, heard.parts)
    }
  }
}
