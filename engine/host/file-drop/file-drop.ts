/**
 * The app's end of one terminal's folder (docs/protocol.md, section 8). Owns no timer: `poll` is one look.
 *
 *              fresh status, on no other road             silent for 5 s, restarted, folder gone
 *   waiting ─────────────────────────────────► live ─────────────────────────────────────────────► waiting
 */
import type { AccountKind, EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { AppMessageType, FileStatus } from '../../contracts/wire/index.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { deny, giveNoBars, OutgoingSession } from '../roads/outgoing-session.ts'
import type { Sent } from '../roads/road-link.ts'
import { FaultTally } from '../terminal-link/fault-tally.ts'
import type { LinkListener } from '../terminal-link/switchboard.ts'
import { AppMark } from './app-mark.ts'
import { CommandFiles } from './command-files.ts'
import { Complaint } from './complaint.ts'
import { ResultFiles } from './result-files.ts'
import { StableReader } from './stable-reader.ts'
import { FRESH_MS, StatusFile, type Met } from './status-file.ts'
import { StatusTeller } from './status-teller.ts'

export type FileDropOptions = Readonly<{
  folder: string
  pairingKey: Uint8Array
  now(): EpochMs
  /** A random text for a session or a mark. */
  newToken(): string
  listener: LinkListener
  /** The terminal is linked by another road, or by another folder. */
  isElsewhere(terminal: TerminalId): boolean
  /** The trader has typed that real money may be traded over files. */
  hasConsent: boolean
  notice(text: string): void
}>

type Live = Readonly<{
  session: OutgoingSession
  teller: StatusTeller
  nonce: string
  forbidden: string | null
}>

/** After the file system has failed, it is left alone for so long. */
const REST_MS = 2_000
const REAL_MONEY =
  'Real money over files needs your consent: docs/decisions/0015-second-road.md says what you give up, and how.'

const NOTHING_WAITS = 'Orders that wait at the broker are not placed over files: link the terminal by ZeroMQ.'
/** It may wait from a session by ZeroMQ, so that nobody here can say that it never becomes a position. */
const NOT_TAKEN_BACK =
  'Over files no single order can be taken back: FLATTEN removes all that wait, or remove it in MetaTrader.'

export class FileDrop {
  readonly #options: FileDropOptions
  readonly #mark: AppMark
  readonly #status: StatusFile
  readonly #commands: CommandFiles
  readonly #results: ResultFiles
  readonly #faults = new FaultTally()
  readonly #complaint: Complaint
  #live: Live | null = null
  #last: FileStatus | null = null
  #isOpen = false
  #deadlineMs = 0
  #restUntilMs = 0

  constructor(options: FileDropOptions) {
    this.#options = options
    const { folder, pairingKey: key, now } = options
    this.#complaint = new Complaint(options.notice, now)
    const reader = new StableReader({ folder, key, now })
    this.#mark = new AppMark({ folder, token: options.newToken(), now })
    this.#status = new StatusFile(reader, now)
    this.#commands = new CommandFiles({ folder, key, now })
    this.#results = new ResultFiles({
      folder,
      reader,
      tell: ({ type, body }) => this.#session().tellBytes(type, body),
      faulted: (code, text) => this.#fault(code, text),
    })
  }

  /** Who is linked by this folder. */
  get terminal(): TerminalId | null {
    return this.#live?.session.terminal ?? null
  }

  /** At the last look it was there, and ours. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** One look at the folder. Never throws. */
  poll(): void {
    if (this.#options.now() < this.#restUntilMs) return
    const mine = this.#mark.claim()
    this.#isOpen = mine.is === 'owned'
    if (mine.is === 'trouble') return this.#standAside(mine.text)
    this.#guard(() => this.#look(mine.uuid))
  }

  send(type: AppMessageType, body: Uint8Array): Sent {
    const live = this.#live
    if (!live) return { is: 'down' }
    switch (type) {
      case 'fire':
        if (live.forbidden !== null) return deny(live.session, type, body, live.forbidden)
        return this.#commands.push(type, body)
      case 'place':
        return deny(live.session, type, body, NOTHING_WAITS)
      case 'cancel':
        return deny(live.session, type, body, NOT_TAKEN_BACK)
      case 'close':
      case 'flatten':
      case 'sync':
        return this.#commands.push(type, body)
      case 'history':
        return giveNoBars(live.session, body)
      default:
        return { is: 'refused', code: 'NOT_ON_THIS_ROAD', text: 'It does not travel over files.' }
    }
  }

  committed(session: string, n: number): void {
    const live = this.#live
    if (live?.session.id === session) this.#guard(() => this.#results.confirmed(n, live.session.terminal))
  }

  /** The next look begins a new session, with all that was not confirmed. */
  end(reason: string): void {
    const live = this.#live
    if (!live) return
    this.#live = null
    this.#results.forget()
    this.#commands.clear()
    this.#options.listener.terminalDown(live.session.terminal, reason)
  }

  close(): void {
    this.end('BITTEN stopped')
    this.#guard(() => this.#mark.release())
  }

  #look(uuid: TerminalId): void {
    const looked = this.#status.look(uuid, this.#live === null)
    if (looked?.is === 'rejected') this.#fault(looked.code, looked.text)
    if (looked?.is === 'met') this.#meet(uuid, looked)
    if (this.#options.now() > this.#deadlineMs) this.end('it has fallen silent')
    const live = this.#live
    if (!live || !this.#last) return
    const isNews = looked?.is === 'met'
    if (isNews) live.teller.introduce(this.#last)
    this.#results.take(uuid)
    if (isNews) live.teller.stands(this.#last)
    if (!this.#results.hasParts) live.teller.synced(this.#last)
    this.#commands.write(uuid)
  }

  #meet(uuid: TerminalId, { ms, status }: Met): void {
    if (this.#live && this.#live.nonce !== status.hello.nonce) this.end('it was started again')
    if (!this.#live && this.#options.isElsewhere(uuid)) {
      const { folder } = this.#options
      return this.#complaint.say(
        `Terminal ${uuid} is linked by another road, so the files in ${folder} are not read.`,
      )
    }
    this.#last = status
    this.#deadlineMs = ms + FRESH_MS + status.busyMs
    if (!this.#live) this.#begin(uuid, status)
  }

  #begin(uuid: TerminalId, { hello }: FileStatus): void {
    const { now, newToken, listener } = this.#options
    const session = new OutgoingSession({ terminal: uuid, id: newToken(), now, listener })
    const forbidden = this.#forbids(hello.kind) ? REAL_MONEY : null
    this.#live = { session, teller: new StatusTeller(session, forbidden), nonce: hello.nonce, forbidden }
    listener.terminalUp(uuid, session.id, hello)
  }

  #forbids(kind: AccountKind): boolean {
    return (kind === 'live' || kind === 'contest') && !this.#options.hasConsent
  }

  #session(): OutgoingSession {
    if (!this.#live) throw new Error('a result was taken without a session')
    return this.#live.session
  }

  /** What the file system refuses ends the session; what was not confirmed is told again in the next one. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#restUntilMs = this.#options.now() + REST_MS
      this.#standAside(`The folder ${this.#options.folder} can't be used: ${systemReason(error)}.`)
    }
  }

  #standAside(text: string): void {
    this.end(text)
    this.#complaint.say(text)
  }

  #fault(code: string, text: string): void {
    const { folder, listener } = this.#options
    const count = this.#faults.add(this.terminal ?? folder, code)
    listener.counted?.(this.terminal, code)
    if (count !== null) listener.faulted(this.terminal, code, `${folder}: ${text}`, count)
  }
}
