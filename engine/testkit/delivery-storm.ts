/** Alerts through a server, a network and a bot that all fail again and again; the server's journal is the judge. */
import { setTimeout as pause } from 'node:timers/promises'
import { Api } from 'grammy'
import { EpochMs } from '../contracts/primitives.ts'
import type { ChatId, MessageId } from '../contracts/telegram-chat.ts'
import { TelegramSettings } from '../contracts/telegram.ts'
import { GrammyMessenger } from '../telegram/delivery/grammy-messenger.ts'
import type { EditOutcome, Messenger, SendOutcome } from '../telegram/delivery/messenger.ts'
import type { Reply } from '../telegram/reply.ts'
import { DeliveryProgram } from './delivery-program.ts'
import { isExpired, judgeStorm, missionIn, type StormReport } from './delivery-storm-judge.ts'
import { aBriefing, anExpiry, NotingDesk } from './noting-desk.ts'
import { aPerson, privateChat } from './telegram-server/people/people.ts'
import { TelegramServer } from './telegram-server/telegram-server.ts'

export type { StormReport } from './delivery-storm-judge.ts'

export type StormPlan = Readonly<{
  alerts: number
  chats: number
  seed: number
  /** Share of messages that are to wait a second. */
  limited: number
  /** After so many alerts the server is gone for a moment, and after so many the bot dies. */
  downEvery: number
  killEvery: number
}>

/** So many alerts may wait, so that the faults and not the backlog are what is met. */
const WAITING_MOST = 40
const DOWN_MS = 30
/** The line counts from a moment before or after this file does. */
const MARGIN_MS = 20

export async function deliveryStorm(plan: StormPlan): Promise<StormReport> {
  const storm = await Storm.start(plan)
  try {
    await storm.blow()
    return storm.report()
  } finally {
    await storm.end()
  }
}

class Storm {
  readonly #plan: StormPlan
  readonly #server: TelegramServer
  readonly #messenger: CutMessenger
  readonly #desk = new NotingDesk(Date.now)
  readonly #chats: readonly ReturnType<typeof privateChat>[]
  #program: DeliveryProgram

  private constructor(plan: StormPlan, server: TelegramServer) {
    this.#plan = plan
    this.#server = server
    const bot = server.addBot('bitten_storm_bot')
    this.#messenger = new CutMessenger(new GrammyMessenger(new Api(bot.token, { apiRoot: server.url })))
    this.#chats = Array.from({ length: plan.chats }, (_, k) =>
      privateChat(bot, aPerson(101 + k, `Person ${k}`)),
    )
    for (const chat of this.#chats) {
      chat.start('storm')
      void this.#desk.note({ note: 'paired', chat: chat.chatId, role: 'commander', name: 'Person' })
    }
    this.#program = this.#startProgram()
  }

  static async start(plan: StormPlan): Promise<Storm> {
    return new Storm(plan, await TelegramServer.start({ now: () => performance.now() }))
  }

  async blow(): Promise<void> {
    this.#server.faults.storm(
      this.#plan.seed,
      ['sendMessage', 'editMessageText'],
      [
        { fault: { is: 'dropped' }, share: 0.04 },
        { fault: { is: 'answerLost' }, share: 0.04 },
        { fault: { is: 'refused', code: 500 }, share: 0.02 },
        { fault: { is: 'badGateway' }, share: 0.02 },
        { fault: { is: 'refused', code: 429, retryAfterSeconds: 1 }, share: this.#plan.limited },
        { fault: { is: 'delayed', ms: 3, before: 'accepting' }, share: 0.02 },
        { fault: { is: 'delayed', ms: 3, before: 'answering' }, share: 0.02 },
      ],
    )
    for (let number = 1; number <= this.#plan.alerts; number++) {
      this.#tell(number)
      if (number % this.#plan.killEvery === 0) this.#die()
      if (number % this.#plan.downEvery === 0) await this.#goDown()
      while (this.#waiting > WAITING_MOST) await pause(1)
    }
    while (this.#waiting > 0) await pause(5)
    await this.#program.delivery.stop()
  }

  /** Every tenth mission ends at once, which changes its message wherever that is by then. */
  #tell(number: number): void {
    this.#program.delivery.take(this.#desk.tell(aBriefing(number)))
    if (isExpired(number)) this.#program.delivery.take(this.#desk.tell(anExpiry(number)))
  }

  get #waiting(): number {
    return [...this.#program.delivery.states().values()].reduce((sum, { waiting }) => sum + waiting, 0)
  }

  #startProgram(): DeliveryProgram {
    const now = () => EpochMs.parse(Date.now())
    return new DeliveryProgram(this.#desk, this.#messenger, TelegramSettings.parse({}), { now })
  }

  #die(): void {
    this.#messenger.cut()
    this.#program.kill()
    this.#program = this.#startProgram()
  }

  async #goDown(): Promise<void> {
    this.#server.goDown()
    await pause(DOWN_MS)
    this.#server.comeBack()
  }

  report(): StormReport {
    return judgeStorm({
      calls: this.#server.journal.all(),
      chats: this.#chats,
      alerts: this.#plan.alerts,
      cut: this.#messenger.cutKeys,
      tooEarly: this.#messenger.tooEarly,
    })
  }

  async end(): Promise<void> {
    this.#program.kill()
    await this.#server.close()
  }
}

/** Remembers what was on its way when its program died: of that nobody heard an answer. */
class CutMessenger implements Messenger {
  readonly cutKeys = new Set<string>()
  /** Calls before a wait was over that Telegram had asked for. */
  tooEarly = 0
  readonly #closedUntilMs = new Map<ChatId, number>()
  readonly #messenger: Messenger
  readonly #flying = new Set<string>()

  constructor(messenger: Messenger) {
    this.#messenger = messenger
  }

  /** The next program does not know of a wait that this one was asked for. */
  cut(): void {
    for (const key of this.#flying) this.cutKeys.add(key)
    this.#flying.clear()
    this.#closedUntilMs.clear()
  }

  async send(chat: ChatId, reply: Reply, answers?: MessageId) {
    const key = `${chat} ${missionIn(reply.html.text)}`
    this.#flying.add(key)
    this.#calls(chat)
    const outcome = await this.#messenger.send(chat, reply, answers)
    this.#hears(chat, outcome)
    this.#flying.delete(key)
    return outcome
  }

  async edit(chat: ChatId, message: MessageId, reply: Reply, isSearch = false) {
    this.#calls(chat)
    const outcome = await this.#messenger.edit(chat, message, reply, isSearch)
    this.#hears(chat, outcome)
    return outcome
  }

  #calls(chat: ChatId): void {
    if (performance.now() < (this.#closedUntilMs.get(chat) ?? 0)) this.tooEarly += 1
  }

  #hears(chat: ChatId, outcome: SendOutcome | EditOutcome): void {
    if (outcome.is === 'unreachable' && outcome.afterMs > 0)
      this.#closedUntilMs.set(chat, performance.now() + outcome.afterMs - MARGIN_MS)
  }
}
