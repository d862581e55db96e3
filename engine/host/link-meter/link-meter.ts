/** What goes over the link of one terminal, counted and timed while the host runs, over all of its sessions. */
import type { LinkTraffic } from '../../contracts/link-report.ts'
import type { EpochMs, TerminalId } from '../../contracts/primitives.ts'
import type { Road } from '../../contracts/road.ts'
import type { NoticeView } from '../../contracts/views.ts'
import type { AppMessageType, Header, Hello } from '../../contracts/wire/index.ts'
import { decodeBody } from '../../wire/index.ts'
import { AnswerTimes } from './answer-times.ts'
import { BeatRing } from './beat-ring.ts'
import { MessageTally, Tally } from './counters.ts'

/** The computer's clock, and one that nobody sets. */
export type Moment = Readonly<{ nowMs: EpochMs; steadyMs: number }>

const NOTES = 20
const COMMANDS = [
  'fire', 'place', 'cancel', 'modify', 'close', 'flatten', 'limits', 'halt', 'resume', 'sync',
] as const satisfies readonly AppMessageType[] // prettier-ignore
const isCommand = (type: AppMessageType): type is (typeof COMMANDS)[number] =>
  (COMMANDS as readonly string[]).includes(type)

export class LinkMeter {
  readonly #terminal: TerminalId
  readonly #hide: (text: string) => string
  readonly #received = new MessageTally()
  readonly #sent = new MessageTally()
  readonly #verdicts = new Tally()
  readonly #faults = new Tally()
  readonly #beats = new BeatRing()
  readonly #answers = new AnswerTimes()
  #hello: Hello
  #road: Road
  #linkedMs: EpochMs
  #sessions = 0
  #isUp = true
  #toldAgain = 0
  #lastEnd: LinkTraffic['lastEnd'] = null
  #lastFault: LinkTraffic['lastFault'] = null
  #notes: readonly NoticeView[] = []
  /** The beat that is not on disk yet. */
  #pending: Readonly<{ session: string; n: number; sinceMs: number }> | null = null

  constructor(terminal: TerminalId, hello: Hello, road: Road, at: Moment, hide: (text: string) => string) {
    this.#terminal = terminal
    this.#hide = hide
    this.#hello = hello
    this.#road = road
    this.#linkedMs = at.nowMs
  }

  up(hello: Hello, road: Road, { nowMs }: Moment): void {
    this.#hello = hello
    this.#road = road
    this.#linkedMs = nowMs
    this.#sessions += 1
    this.#isUp = true
  }

  down(reason: string, { nowMs }: Moment): void {
    this.#isUp = false
    this.#lastEnd = { atMs: nowMs, reason: this.#hide(reason) }
    this.#pending = null
    this.#answers.forget()
  }

  /** Prices are only counted: what time it is, is asked for the few others. */
  heard(header: Header, body: Uint8Array, moment: () => Moment): void {
    this.#received.add(header.t, body.length)
    if (header.pd === 1) this.#toldAgain += 1
    if (header.t === 'beat') this.#beat(header, body, moment())
    else if (header.t === 'verdict') this.#verdict(body, moment())
    else if (header.t === 'synced') this.#synced(body, moment())
    else if (header.t === 'note') this.#note(body, moment())
  }

  said(type: AppMessageType, body: Uint8Array, { steadyMs }: Moment): void {
    this.#sent.add(type, body.length)
    if (!isCommand(type)) return
    const read = decodeBody(type, body)
    if (read.is === 'body') this.#answers.asked(read.body.id, type, steadyMs)
  }

  /** Its messages up to `n` have had their effect on disk. */
  stored(session: string, n: number, steadyMs: number): void {
    const pending = this.#pending
    if (pending?.session !== session || n < pending.n) return
    this.#beats.stored(steadyMs - pending.sinceMs)
    this.#pending = null
  }

  countFault(code: string): void {
    this.#faults.add(code)
  }

  faulted(code: string, text: string, { nowMs }: Moment): void {
    this.#lastFault = { atMs: nowMs, code, text: this.#hide(text) }
  }

  traffic(nowMs: number): LinkTraffic {
    const { broker, server, kind, margin, program, build, versions, takes = [] } = this.#hello
    return {
      terminal: this.#terminal,
      broker,
      server,
      kind,
      margin,
      program,
      build,
      versions,
      takes,
      road: this.#road,
      isUp: this.#isUp,
      linkedMs: this.#linkedMs,
      sessions: this.#sessions,
      lastEnd: this.#lastEnd,
      received: this.#received.all(),
      sent: this.#sent.all(),
      verdicts: this.#verdicts.all(),
      toldAgain: this.#toldAgain,
      faults: this.#faults.all(),
      lastFault: this.#lastFault,
      beats: this.#beats.samples(nowMs),
      answers: this.#answers.samples(nowMs),
      notes: this.#notes,
    }
  }

  /** The other roads date their beats here, so that nothing is known of their way. */
  #beat(header: Header, body: Uint8Array, { nowMs, steadyMs }: Moment): void {
    const read = decodeBody('beat', body)
    if (read.is === 'refused') return
    const wayMs = this.#road === 'zmq' ? nowMs - header.ms : null
    this.#beats.add({ atMs: nowMs, pingMs: read.body.pingMs, wayMs })
    this.#pending = header.s === undefined ? null : { session: header.s, n: header.n, sinceMs: steadyMs }
  }

  #verdict(body: Uint8Array, at: Moment): void {
    const read = decodeBody('verdict', body)
    if (read.is === 'refused') return
    this.#verdicts.add(read.body.is)
    this.#answers.answered(read.body.id, at)
  }

  #synced(body: Uint8Array, at: Moment): void {
    const read = decodeBody('synced', body)
    if (read.is === 'body') this.#answers.answered(read.body.id, at)
  }

  #note(body: Uint8Array, { nowMs }: Moment): void {
    const read = decodeBody('note', body)
    if (read.is === 'refused') return
    const note = { atMs: nowMs, level: read.body.level, text: this.#hide(read.body.text) }
    this.#notes = [note, ...this.#notes].slice(0, NOTES)
  }
}
