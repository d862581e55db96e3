import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import type { EpochMs, TerminalId, Ulid } from '../contracts/index.ts'
import type { ModelFile } from '../contracts/model.ts'
import type { DeskSettings } from '../contracts/settings.ts'
import type { StopSeen } from '../contracts/test-fire.ts'
import type { ComputerFacts } from '../contracts/terminal-state.ts'
import type { GhostEnd } from '../domain/debrief/ghosts/ghost-watch.ts'
import type {
  BarStore,
  Clock,
  Dispatches,
  Ids,
  Ledger,
  LedgerHead,
  LocalTime,
  Log,
  OutMessage,
  TerminalLink,
} from '../ports/index.ts'
import { Calendars } from './market/calendars.ts'
import { emptyDesk, type DeskState } from './desk-state.ts'
import { fold } from './fold.ts'
import type { TerminalDesk } from './terminals/terminal-desk.ts'

export type DeskOptions = Readonly<{
  version: string
  /** As the trader's file has them at the start; later ones come as commands. */
  settings: DeskSettings
  /** On a simulated account, issue missions that fail only the value and calendar gates, marked as drills. */
  drills: boolean
  /** What probabilities are read from; without one they are driftless and UNCALIBRATED, for the reason given. */
  model: ModelFile | Readonly<{ noModel: string }>
}>

/** What the desk remembers up to an event of its ledger. */
export type Remembered = Readonly<{ state: DeskState; head: LedgerHead }>

export type DeskPorts = Readonly<{
  clock: Clock
  ids: Ids
  ledger: Ledger
  link: TerminalLink
  bars: BarStore
  log: Log
  /** Absent where no evening comes, such as in a replay: then no report is due. */
  localTime?: LocalTime | undefined
  /** Absent where nobody has a name, such as in a replay, or where its key cannot be read. */
  dispatches?: Dispatches | undefined
}>

/**
 * What every use case works on: the folded memory, the live terminals, and two verbs. `record` puts an event into the
 * present turn and folds it; `send` puts a message behind it. `commit` stores first, and only then sends and tells.
 */
export class Desk {
  readonly state: DeskState
  readonly terminals = new Map<TerminalId, TerminalDesk>()
  readonly options: DeskOptions
  readonly ports: DeskPorts
  readonly calendars = new Calendars()
  /** The computer's clock when the desk was woken last. */
  wokenWallMs: number | null = null
  /** How often each order was asked to be taken back since the start, and the computer's clock when it was last. */
  readonly takenBack = new Map<Ulid, Readonly<{ tries: number; wallMs: number }>>()
  /** How the positions of test fires were shown since the start, by their order. */
  readonly stopsSeen = new Map<Ulid, StopSeen>()
  /** Ghosts that have ended while they might still be taken. */
  readonly endedGhosts = new Map<Ulid, GhostEnd>()
  /** As the host told it last; null before. */
  computer: ComputerFacts | null = null
  readonly #tell: (stored: readonly StoredEvent[]) => void
  #events: EngineEvent[] = []
  #messages: { terminal: TerminalId; message: OutMessage }[] = []

  /** With what is `remembered` already, only the events after it are read. */
  constructor(
    ports: DeskPorts,
    options: DeskOptions,
    tell: (stored: readonly StoredEvent[]) => void,
    remembered?: Remembered,
  ) {
    this.ports = ports
    this.options = options
    this.#tell = tell
    this.state = remembered?.state ?? emptyDesk()
    foldLedger(this.state, ports, remembered?.head)
  }

  withoutCalendar({ hello }: TerminalDesk): DeskSettings['noCalendar'] {
    return hello.kind === 'live' || hello.kind === 'contest' ? 'block' : this.state.settings.noCalendar
  }

  nextId(): Ulid {
    return this.ports.ids.next(this.ports.clock.now())
  }

  /** Whether anything was recorded in the present turn. */
  get hasRecorded(): boolean {
    return this.#events.length > 0
  }

  record(event: EngineEvent): void {
    this.#events.push(event)
    fold(this.state, event, this.ports.clock.now())
  }

  send(terminal: TerminalId, message: OutMessage): void {
    this.#messages.push({ terminal, message })
  }

  /** Ends the turn. When the ledger throws, nothing of the turn was sent or told, and the engine must stop. */
  commit(): void {
    if (this.#events.length === 0 && this.#messages.length === 0) return
    const events = this.#events
    const messages = this.#messages
    this.#events = []
    this.#messages = []
    const stored = events.length > 0 ? this.ports.ledger.append(events, this.ports.clock.now()) : []
    for (const { terminal, message } of messages) {
      this.ports.link.send(terminal, message)
      if (message.type === 'fire' || message.type === 'place') this.#sent(message.body.id)
    }
    if (stored.length > 0) this.#tell(stored)
  }

  /**
   * That an order was sent is stored with the next turn. A crash in between leaves it `recorded`, which the next start
   * treats as unknown and asks the terminal about.
   */
  #sent(order: Ulid): void {
    const recorded = this.state.orders.get(order)?.recorded
    if (recorded)
      this.record({
        kind: 'orderSent',
        atMs: recorded.atMs,
        trace: recorded.trace ?? recorded.mission,
        order,
      })
  }

  /** The market's time of the first terminal; the computer's when none is linked. */
  now(): EpochMs {
    const [first] = this.terminals.keys()
    return first === undefined ? this.ports.clock.now() : this.timeAt(first)
  }

  /** The market's time at a terminal, or the computer's before the terminal has told it. */
  timeAt(terminal: TerminalId): EpochMs {
    const marketMs = this.terminals.get(terminal)?.marketMs ?? 0
    return (marketMs > 0 ? marketMs : this.ports.clock.now()) as EpochMs
  }
}

/** A reader of years says how far it is, so that nobody takes it for dead. */
const SAY_EVERY = 50_000

function foldLedger(state: DeskState, { ledger, log }: DeskPorts, from: LedgerHead | undefined): void {
  const { events } = ledger.head()
  for (const { seq, event, wallMs } of ledger.all(from)) {
    fold(state, event, wallMs)
    if (seq % SAY_EVERY === 0) log.write('info', `Reading the ledger: ${seq} of ${events} events`)
  }
}
