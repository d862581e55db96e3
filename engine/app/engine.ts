import type {
  Command,
  CommandAnswer,
  ComputerFacts,
  Road,
  StoredEvent,
  TerminalId,
  Ulid,
} from '../contracts/index.ts'
import type { Calendar, Hello, WireBar } from '../contracts/wire/index.ts'
import type { TerminalFact } from '../ports/index.ts'
import { autoFire, withoutAuto } from './orders/auto-desk.ts'
import { payAwards } from './campaign/pay-awards.ts'
import { obey } from './command-desk.ts'
import { Desk, type DeskOptions, type DeskPorts, type Remembered } from './desk.ts'
import { withdrawAtPrice, withdrawDenied } from './orders/withdraw-desk.ts'
import { onFact } from './terminals/fact-desk.ts'
import { watchAccount } from './guards/watch-account.ts'
import { endGhosts, tellGhosts } from './missions/ghost-desk.ts'
import { applySettings } from './settings-desk.ts'
import { onLinked } from './terminals/link-desk.ts'
import { onTick, storeMinutes } from './market/tick-pipeline.ts'
import { onWake } from './wake.ts'

/**
 * The engine: it decides and remembers, and knows no socket, file or window. Every call is one turn: it runs to its end,
 * what happened is stored, and only then are messages sent and events told. A `LedgerFault` that comes out of a call
 * means that nothing of that turn left the house; the engine must then be thrown away and built again.
 */
export class Engine {
  readonly desk: Desk

  constructor(
    ports: DeskPorts,
    options: DeskOptions,
    tell: (stored: readonly StoredEvent[]) => void,
    remembered?: Remembered,
  ) {
    this.desk = new Desk(ports, options, tell, remembered)
    const versionBefore = this.desk.state.version
    this.desk.record({ kind: 'engineStarted', atMs: ports.clock.now(), version: options.version, schema: 1 })
    withoutAuto(this.desk, versionBefore)
    applySettings(this.desk, options.settings, 'file')
    this.#end()
  }

  terminalUp(id: TerminalId, session: string, told: Hello, road: Road = 'zmq'): void {
    onLinked(this.desk, id, session, told, road)
    withdrawDenied(this.desk)
    this.#end()
  }

  /** What the trader's files know of announcements. */
  calendars(calendars: readonly Calendar[]): void {
    this.desk.calendars.files = calendars
  }

  /** What the host saw of this computer. */
  computer(facts: ComputerFacts): void {
    this.desk.computer = facts
  }

  /** A beat came, and the terminal's own clock showed `sentMs`. */
  heard(id: TerminalId, sentMs: number, receivedMs: number): void {
    const terminal = this.desk.terminals.get(id)
    if (terminal) terminal.aheadMs = receivedMs - sentMs
  }

  /** It blocks: silence for so long is no fault. */
  busy(id: TerminalId, ms: number): void {
    const terminal = this.desk.terminals.get(id)
    if (terminal) terminal.busyUntilMs = this.desk.ports.clock.now() + ms
  }

  terminalDown(id: TerminalId, reason: string): void {
    const terminal = this.desk.terminals.get(id)
    if (!terminal?.up) return
    terminal.lose(this.desk.timeAt(id))
    this.desk.record({ kind: 'terminalLost', atMs: this.desk.timeAt(id), terminal: id, reason })
    this.#end()
  }

  /** What the host found, which samples it: `count` is the number of this code so far. */
  linkFaulted(id: TerminalId, code: string, text: string, count: number): void {
    this.desk.terminals.get(id)?.countFaults(code, count)
    this.desk.record({ kind: 'linkFaulted', atMs: this.desk.timeAt(id), terminal: id, code, text, count })
    this.#end()
  }

  /** A message that could not be read. Of each code the 1st, 2nd, 4th, 8th … is stored, so that a flood stays small. */
  unreadable(id: TerminalId, code: string, text: string): void {
    const count = this.desk.terminals.get(id)?.countFault(code)
    if (count === undefined || !Number.isInteger(Math.log2(count))) return
    this.desk.record({ kind: 'linkFaulted', atMs: this.desk.timeAt(id), terminal: id, code, text, count })
    this.#end()
  }

  fact(id: TerminalId, fact: TerminalFact): void {
    const terminal = this.desk.terminals.get(id)
    if (!terminal) return
    onFact(this.desk, terminal, fact)
    watchAccount(this.desk, terminal)
    withdrawDenied(this.desk)
    this.#end()
  }

  /** Part of the answer to a history request; `more` is false with its last part. */
  bars(id: TerminalId, request: Ulid, index: number, bars: readonly WireBar[], more: boolean): void {
    const terminal = this.desk.terminals.get(id)
    const symbol = terminal?.at(index)
    if (!terminal || !symbol || symbol.warming !== request) return
    storeMinutes(this.desk, terminal, symbol, symbol.history(bars))
    if (!more) storeMinutes(this.desk, terminal, symbol, symbol.warmed())
    endGhosts(this.desk, symbol)
    this.#end()
  }

  /** One quote of a batch, prices as the wire has them. Call `ticked` after the last. */
  tick(id: TerminalId, index: number, timeMs: number, bid: number, ask: number): void {
    const terminal = this.desk.terminals.get(id)
    const symbol = terminal?.at(index)
    if (!terminal || !symbol) return
    const { pointsPerUnit } = symbol
    onTick(
      this.desk,
      terminal,
      symbol,
      timeMs,
      Math.round(bid * pointsPerUnit),
      Math.round(ask * pointsPerUnit),
    )
  }

  /** The same with prices in points. */
  tickPoints(id: TerminalId, index: number, timeMs: number, bid: number, ask: number): void {
    const terminal = this.desk.terminals.get(id)
    const symbol = terminal?.at(index)
    if (terminal && symbol) onTick(this.desk, terminal, symbol, timeMs, bid, ask)
  }

  /** Ends a batch of ticks. */
  ticked(id: TerminalId): void {
    const terminal = this.desk.terminals.get(id)
    if (terminal) {
      terminal.ticksWallMs = this.desk.ports.clock.now()
      autoFire(this.desk, terminal)
      withdrawAtPrice(this.desk, terminal)
      tellGhosts(this.desk)
    }
    this.#end()
  }

  /** Ticks that could not be quotes: counted on the link, and nothing else changes. */
  badTicks(id: TerminalId, count: number): void {
    const terminal = this.desk.terminals.get(id)
    if (!terminal) return
    terminal.faults += count
    terminal.badTicks += count
  }

  /** Stores what is still on its way to the ledger. */
  stop(): void {
    this.#end()
  }

  /** The computer's clock has moved: several times a second. */
  wake(): void {
    onWake(this.desk)
    this.#end()
  }

  command(command: Command): CommandAnswer {
    const answer = obey(this.desk, command)
    this.#end()
    return answer
  }

  /** The end of a turn: what its facts have earned is stored with them. */
  #end(): void {
    payAwards(this.desk)
    this.desk.commit()
  }
}
