/** A paired chat at the test server, a desk that writes down what it is told and folds it, and a delivery between both. */
import { onTestFinished } from 'vitest'
import type { Alert } from '../contracts/alerts.ts'
import type { CommandAnswer } from '../contracts/commands.ts'
import { EngineEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { ChatId, TelegramNote } from '../contracts/telegram-chat.ts'
import { TelegramSettings, type TelegramRecord } from '../contracts/telegram.ts'
import { Delivery, type DeliveryParts } from '../telegram/delivery/delivery.ts'
import { GrammyMessenger } from '../telegram/delivery/grammy-messenger.ts'
import type { Messenger } from '../telegram/delivery/messenger.ts'
import { TIMING, type Timing } from '../telegram/delivery/step.ts'
import { html } from '../telegram/texts/html.ts'
import { AlertReader } from './alerts.ts'
import { aUlid } from './events.ts'
import { telegramBench } from './telegram-server/telegram-bench.ts'
import { aMission } from './views.ts'

const KIND_OF = {
  paired: 'chatPaired',
  unpaired: 'chatUnpaired',
  taken: 'alertTaken',
  sent: 'alertSent',
  settled: 'alertsSettled',
} as const

/** Writes notes and events into a ledger of its own, and knows of both what the archive would. */
export class NotingDesk {
  readonly notes: TelegramNote[] = []
  /** The engine is not there. */
  isDown = false
  readonly #reader = new AlertReader()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  note(note: TelegramNote): Promise<CommandAnswer> {
    if (this.isDown)
      return Promise.resolve({ is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is not running.' })
    this.notes.push(note)
    const { note: name, ...rest } = note
    this.tell(EngineEvent.parse({ kind: KIND_OF[name], atMs: this.#now(), ...rest }))
    return Promise.resolve({ is: 'done', text: 'Written down.' })
  }

  /** Stored, and what of it a trader is told. */
  tell(...events: readonly EngineEvent[]): readonly Alert[] {
    return this.#reader.store(events, this.#now())
  }

  /** As it comes out of another thread. */
  record(): TelegramRecord {
    return structuredClone(this.#reader.book.record())
  }
}

/** One alert, of a mission of its own. */
export const aBriefing = (number: number): EngineEvent => {
  const mission = aMission({ id: aUlid(number) })
  return { kind: 'missionIssued', atMs: mission.issuedMs, trace: mission.id, mission }
}

/** Ends it, which is told as another alert too. */
export const anExpiry = (number: number): EngineEvent => ({
  kind: 'missionExpired',
  atMs: EpochMs.parse(0),
  mission: aUlid(number),
  reason: 'its time was over',
})

/** As short as can be, and of its edition: `mission:01J… pending`. */
export const inShort = ({ key, fact }: Alert) => ({
  html: html`${key} ${'course' in fact && fact.course ? fact.course.stage : ''}`,
})

const HURRY: Timing = {
  ...TIMING,
  retries: { firstMs: 2, longestMs: 20 },
  noteMs: 300,
  settleMs: 20,
}

export type BenchSettings = Readonly<{ telegram?: object; parts?: Partial<DeliveryParts>; chats?: number }>

export async function deliveryBench({ telegram = {}, parts = {} }: BenchSettings = {}) {
  const clock = { shiftMs: 0 }
  const now = () => EpochMs.parse(Math.round(Date.now() + clock.shiftMs))
  const bench = await telegramBench()
  const desk = new NotingDesk(now)
  const settings = TelegramSettings.parse(telegram)
  const program = () =>
    new Program(desk, new GrammyMessenger(bench.api), settings, {
      now,
      elapsedMs: () => performance.now() + clock.shiftMs,
      ...parts,
    })
  await desk.note({ note: 'paired', chat: bench.chat.chatId, role: 'commander', name: 'Anna' })
  let running = program()
  onTestFinished(() => running.delivery.stop())
  return {
    ...bench,
    desk,
    clock,
    chatId: bench.chat.chatId,
    get delivery() {
      return running.delivery
    },
    /** Stored, and told to every chat. */
    tell: (...events: readonly EngineEvent[]) => running.delivery.take(desk.tell(...events)),
    /** The program dies in the middle of whatever it does, and starts again with what the ledger says. */
    restart() {
      running.kill()
      running = program()
    },
    /** What the bot has said there, oldest first, but for its greeting. */
    said: () => bench.chat.read().filter(({ isFromBot, text }) => isFromBot && text !== GREETING),
    /** The first message of a program: from then on it knows where its messages begin. */
    greet: () => running.delivery.answer(bench.chat.chatId, { html: html`${GREETING}` }),
  }
}

/** From its start to its death, after which nothing of it is heard: its calls may still arrive. */
class Program {
  readonly delivery: Delivery
  #isDead = false

  constructor(
    desk: NotingDesk,
    messenger: Messenger,
    settings: TelegramSettings,
    parts: Pick<DeliveryParts, 'now'> & Partial<DeliveryParts>,
  ) {
    const alive = <T>(what: () => Promise<T>): Promise<T> =>
      this.#isDead ? NEVER : what().then(value => (this.#isDead ? NEVER : value))
    this.delivery = new Delivery(
      {
        desk: { note: note => alive(() => desk.note(note)) },
        reply: inShort,
        log: { write: () => undefined },
        changed: () => undefined,
        timing: HURRY,
        rate: () => ({ burst: 1_000_000, everyMs: 1 }),
        ...parts,
      },
      settings,
    )
    const { chats, alerts } = desk.record()
    for (const chat of chats) this.delivery.open(chat, alerts)
    this.delivery.connect({
      send: (chat: ChatId, ...rest) => alive(() => messenger.send(chat, ...rest)),
      edit: (chat: ChatId, ...rest) => alive(() => messenger.edit(chat, ...rest)),
    })
  }

  kill(): void {
    this.#isDead = true
    this.delivery.connect(null)
  }
}

const GREETING = 'BITTEN is here.'

const NEVER = new Promise<never>(() => undefined)
