import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { Reply } from '../reply.ts'
import { AlertLine } from './alert-line.ts'
import { AnswerLine, type AnswerFate } from './answer-line.ts'
import { Door } from './door.ts'
import type { LineParts } from './line-parts.ts'
import { Nap } from './nap.ts'
import type { OwnChat } from './own-chat.ts'
import { Pace } from './pace.ts'
import type { Step } from './step.ts'

/** How a chat's line stands, as a `ChatView` shows it. What is collected for a digest does not wait. */
export type LineState = Readonly<{ waiting: number; lastSentMs: EpochMs | null; problem: string | null }>

/** Everything that is said in one chat, one call at a time: answers first, then alerts in their order. */
export class ChatLine {
  readonly #chat: ChatId
  readonly #parts: LineParts
  readonly #answers: AnswerLine
  readonly #door: Door
  readonly #pace: Pace
  readonly #nap = new Nap()
  readonly #running: Promise<void>
  #alerts: AlertLine | null = null
  #lastSentMs: EpochMs | null = null
  #isEnding = false

  constructor(chat: ChatId, parts: LineParts) {
    this.#chat = chat
    this.#parts = parts
    this.#answers = new AnswerLine(chat)
    this.#door = new Door(parts.timing.retries)
    this.#pace = new Pace(parts.rate(chat), parts.elapsedMs())
    this.#running = this.#run()
  }

  get state(): LineState {
    return { waiting: this.#alerts?.waiting ?? 0, lastSentMs: this.#lastSentMs, problem: this.#door.problem }
  }

  /** Nobody's alerts are told here, and nothing waits to be said. */
  get isSpent(): boolean {
    return this.#alerts === null && this.#answers.size === 0
  }

  /** Told alerts from now on, and before that those of the record that are not told. Open already, it takes what it missed. */
  open(chat: OwnChat, alerts: readonly Alert[]): void {
    if (this.#alerts) {
      this.#alerts.goOn(chat, alerts)
      return this.nudge()
    }
    const goOn = (parts: readonly Reply[]) => this.#answers.goOn(parts)
    this.#alerts = new AlertLine(chat, alerts, this.#parts, goOn)
    const missedByAll = this.#alerts.untold.filter(({ key }) => !chat.elsewhere.has(key))
    const oldestMs = Math.min(...missedByAll.map(({ wallMs }) => wallMs))
    if (oldestMs < Infinity) this.#door.wasOut(this.#parts.elapsedMs() - (this.#parts.now() - oldestMs))
    this.nudge()
  }

  close(): void {
    this.#alerts = null
    this.#answers.drop()
  }

  take(alerts: readonly Alert[]): void {
    for (const alert of alerts) this.#alerts?.take(alert)
    this.nudge()
  }

  answered(isToldThere: (alert: Alert) => boolean): void {
    this.#alerts?.answered(isToldThere)
    this.nudge()
  }

  release(): void {
    this.#alerts?.release()
    this.nudge()
  }

  configure(): void {
    this.#alerts?.configure()
    this.nudge()
  }

  answer(reply: Reply, answers?: MessageId): Promise<AnswerFate> {
    return this.#soon(this.#answers.add(reply, answers))
  }

  replace(message: MessageId, reply: Reply): Promise<AnswerFate> {
    return this.#soon(this.#answers.replace(message, reply))
  }

  /** Somebody waits for it: a chat that had shut the bot out is tried again. */
  #soon(fate: Promise<AnswerFate>): Promise<AnswerFate> {
    if (this.#door.problem !== null) this.#door.knock()
    this.nudge()
    return fate
  }

  /** Somebody wrote there: the network is well, and the bot is let in. */
  heard(): void {
    this.#door.heard()
    this.nudge()
  }

  /** Another connection: it need not wait for what the one before did not reach. */
  connected(): void {
    this.#door.knock()
    this.nudge()
  }

  sentBeside(): void {
    this.#pace.spend(this.#parts.elapsedMs())
  }

  nudge(): void {
    this.#nap.nudge()
  }

  /** When the call in flight is over. What is told is settled, what waits is not told. */
  async end(): Promise<void> {
    this.#isEnding = true
    this.nudge()
    await this.#running
    this.#alerts?.settle(true)
    this.#answers.drop()
  }

  async #run(): Promise<void> {
    let told = this.state
    while (!this.#isEnding) {
      const waitMs = await this.#turn().catch((problem: unknown) => this.#stumbled(problem))
      if (!isSame(told, this.state)) this.#parts.changed()
      told = this.state
      if (waitMs > 0 && !this.#isEnding) await this.#nap.sleep(waitMs)
    }
  }

  /** One call, or for how long there is none. */
  async #turn(): Promise<number> {
    const nowMs = this.#parts.elapsedMs()
    const road = this.#parts.road()
    const closedMs = road ? this.#door.waitMs(nowMs) : Infinity
    if (!road || closedMs > 0) return closedMs
    if (this.#isAnswerNext) return this.#after(await this.#answers.step(road))
    if (!this.#alerts) return Infinity
    const waitMs = Math.max(this.#alerts.idleMs(), this.#pace.waitMs(nowMs))
    if (waitMs > 0) return waitMs
    return this.#after(await this.#alerts.step(road, this.#door.outMs(nowMs)))
  }

  get #isAnswerNext(): boolean {
    return this.#answers.size > 0 && !this.#alerts?.isLost
  }

  #stumbled(problem: unknown): number {
    const text = problem instanceof Error ? problem.message : 'unknown'
    this.#parts.log.write('error', 'A message could not be made', { chat: this.#chat, text })
    if (this.#isAnswerNext) this.#answers.skip()
    else this.#alerts?.skip()
    this.#door.unreachable(this.#parts.elapsedMs(), 0)
    return 0
  }

  #after(step: Step): number {
    const nowMs = this.#parts.elapsedMs()
    if (step.is !== 'again') this.#pace.spend(nowMs)
    switch (step.is) {
      case 'through':
      case 'caughtUp':
        // An answer, or what was found, ends no outage for the alerts that wait behind it.
        this.#door.opened(step.is === 'through' && !!this.#alerts?.hasMissed(this.#door.outMs(nowMs)))
        this.#lastSentMs = this.#parts.now()
        break
      case 'lost':
        this.#door.lost(nowMs)
        break
      case 'unreachable':
        this.#door.unreachable(nowMs, step.afterMs)
        break
      case 'refused':
        if (step.shutOut) this.#shut(nowMs, step.text)
        break
      case 'again':
        break
    }
    return 0
  }

  #shut(nowMs: number, text: string): void {
    this.#parts.log.write('warn', 'A chat does not let the bot in', { chat: this.#chat, text })
    this.#door.shut(nowMs, text)
    this.#answers.drop({ is: 'refused', text })
  }
}

const isSame = (a: LineState, b: LineState): boolean =>
  a.waiting === b.waiting && a.lastSentMs === b.lastSentMs && a.problem === b.problem
