/** One trader's world in virtual time: the app, the road, and a terminal that runs the real Expert Advisor. */
import { createHash } from 'node:crypto'
import { commands } from '../../../ea/host/driver/commands.ts'
import { parseLine, throwIfRefused, type TerminalLine } from '../../../ea/host/driver/lines.ts'
import type { VirtualTerminal } from '../../../ea/host/driver/virtual-terminal.ts'
import { countedIds, setClock } from '../../../engine/adapters/identity/index.ts'
import { Random } from '../../../engine/broker-sim/random.ts'
import { EpochMs, Ulid } from '../../../engine/contracts/primitives.ts'
import type { Ids, Ledger } from '../../../engine/ports/index.ts'
import { DESK } from '../../../engine/testkit/desk-harness.ts'
import { formatPairingKey } from '../../../engine/wire/index.ts'
import { Doom } from './app-death.ts'
import { Road } from './road.ts'
import { ledgerOf, type Template } from './template.ts'
import { VirtualApp } from './virtual-app.ts'

const LOGIN = '7001'
export const PAIRING_KEY = Uint8Array.from({ length: 32 }, (_, at) => (at * 7 + 3) & 255)
const APP_BEAT_MS = 100
/** Of the broker's clock. */
export const SERVER_OFFSET_S = 7_200

/** What the Expert Advisor of these worlds says of its account. */
const SERVER = 'Chaos-Demo'
export const HELLO = {
  loginHash: createHash('sha256').update(LOGIN).digest('hex').slice(0, 32),
  server: SERVER,
  kind: 'simulated',
} as const

export const SETTING = [
  'allow 127.0.0.1',
  `account login=${LOGIN} server=${SERVER} currency=USD balance=10000 leverage=100 margin=hedging kind=demo`,
  'symbol EURUSD base=EUR profit=USD commission=3.5',
  `zone server ${SERVER_OFFSET_S}`,
  'market open',
  ...Object.entries({
    InpPairingKey: formatPairingKey(PAIRING_KEY),
    InpName: DESK,
    InpTraining: 'true',
    InpCommission: '7',
    InpSymbols: 'EURUSD',
    InpMaxSpread: '100',
    // The least that the Expert Advisor takes.
    InpSettleSeconds: '30',
  }).map(([name, value]) => commands.input(name, value)),
]

const BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARS = 16

/** ULIDs whose random part is one: the Expert Advisor finds its orders by the end of it. */
const seededIds = (random: Random): Ids => ({
  next(atMs) {
    const time = countedIds().next(atMs).slice(0, -RANDOM_CHARS)
    const chars = Array.from({ length: RANDOM_CHARS }, () => BASE_32.charAt(random.below(BASE_32.length)))
    return Ulid.parse(time + chars.join(''))
  },
})

export type Print = Readonly<{ atMs: number; text: string }>

export class World {
  readonly disk: Ledger
  readonly app: VirtualApp
  readonly road: Road
  readonly doom = new Doom()
  readonly prints: Print[] = []
  readonly #terminal: VirtualTerminal
  readonly #clock
  readonly #toTerminal: string[] = []
  #nowMs: number
  #appBeatMs: number
  /** Whether the program runs: it may have died at a point that was asked for. */
  isRunning = false
  lives = 0
  /** Of the program and the app, by the hand of the run. */
  deaths = 0

  /** A new world: nothing is left of the one before. */
  constructor(terminal: VirtualTerminal, template: Template, seed: number) {
    this.#terminal = terminal
    this.#nowMs = template.atMs + 1_000
    this.#appBeatMs = this.#nowMs
    this.#clock = setClock(this.#nowMs)
    this.disk = ledgerOf(template, EpochMs.parse(this.#nowMs))
    this.road = new Road({
      toApp: (connection, parts) => this.app.message(connection, parts),
      appClosed: connection => this.app.closed(connection),
      toTerminal: (connection, bytes) => this.#toTerminal.push(commands.netBytes(Number(connection), bytes)),
      cut: connection => this.#toTerminal.push(commands.netDo(Number(connection), 'reset')),
    })
    this.app = new VirtualApp({
      disk: this.disk,
      clock: this.#clock,
      pairingKey: PAIRING_KEY,
      doom: this.doom,
      ids: seededIds(new Random(seed)),
      out: (connection, frames) => this.road.fromApp(connection, frames),
    })
    terminal.wipe()
    this.tell(`clock set ${this.#nowMs}`, ...SETTING)
  }

  get nowMs(): number {
    return this.#nowMs
  }

  /** Verbs of the terminal, outside of time. */
  tell(...lines: string[]): readonly TerminalLine[] {
    const told = this.#exchange([...this.#toTerminal.splice(0), ...lines])
    this.#hear(told)
    return told
  }

  /** What comes for a socket that has died meanwhile goes nowhere, as on any network. */
  #exchange(lines: readonly string[]): TerminalLine[] {
    const told = this.#terminal.exchange(lines).trimEnd().split('\n').map(parseLine)
    throwIfRefused(told.filter(line => line['refused'] !== 'net'))
    return told
  }

  quote(bid: number, spread = 0.00006): void {
    this.tell(`tick EURUSD ${bid.toFixed(5)} ${(bid + spread).toFixed(5)} now`)
  }

  /** The Expert Advisor is put on its chart. */
  startProgram(): void {
    this.isRunning = true
    this.lives += 1
    this.tell('init')
  }

  startApp(): void {
    if (!this.app.isAlive) this.app.start()
  }

  killApp(): void {
    this.deaths += 1
    this.app.die()
    this.#afterApp()
  }

  killProgram(words = ''): void {
    if (!this.isRunning) return
    this.deaths += 1
    this.tell(`crash${words}`)
  }

  /** Lets time pass, in steps as short as the road's next delivery needs them. */
  pass(ms: number, stepMs = 20): void {
    for (let left = ms; left > 0; left -= stepMs) this.#step(Math.min(stepMs, left))
  }

  #step(ms: number): void {
    this.tell(`advance ${ms}`)
    this.#nowMs += ms
    this.#clock.set(this.#nowMs)
    this.road.advance(this.#nowMs)
    if (this.#nowMs >= this.#appBeatMs) {
      this.#appBeatMs = this.#nowMs + APP_BEAT_MS
      this.app.beat()
    }
    this.#afterApp()
  }

  /** An app that has died takes its connections with it. */
  #afterApp(): void {
    if (!this.app.isAlive) this.road.appDied()
  }

  #hear(lines: readonly TerminalLine[]): void {
    for (const line of lines) {
      const connection = String(line['net'])
      if (typeof line['opened'] === 'string') this.#opened(connection)
      else if (typeof line['sent'] === 'string')
        this.road.fromTerminal(connection, Buffer.from(line['sent'], 'hex'))
      else if (line['closed'] === true) this.road.closed(connection)
      else if (line['life'] === 'crashed') this.isRunning = false
      else if (typeof line['print'] === 'string') this.prints.push({ atMs: this.#nowMs, text: line['print'] })
      else if (typeof line['critical'] === 'string') throw new Error(`critical error: ${line['critical']}`)
    }
    this.#afterApp()
  }

  #opened(connection: string): void {
    if (this.app.isAlive) this.road.opened(connection)
    else this.#toTerminal.push(commands.netDo(Number(connection), 'reset'))
  }
}
