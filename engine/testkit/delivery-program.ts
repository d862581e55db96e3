import type { ChatId } from '../contracts/telegram-chat.ts'
import type { TelegramSettings } from '../contracts/telegram.ts'
import { Delivery, type DeliveryParts } from '../telegram/delivery/delivery.ts'
import type { Messenger } from '../telegram/delivery/messenger.ts'
import { TIMING, type Timing } from '../telegram/delivery/step.ts'
import { signedNotes } from '../telegram/signed-notes.ts'
import { inShort, type NotingDesk } from './noting-desk.ts'

const HURRY: Timing = {
  ...TIMING,
  retries: { firstMs: 2, longestMs: 20 },
  noteMs: 300,
  settleMs: 20,
}

/** From its start to its death, after which nothing of it is heard: its calls may still arrive. */
export class DeliveryProgram {
  readonly delivery: Delivery
  /** Calls that have ended, however they did. */
  calls = 0
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
        desk: signedNotes({ note: note => alive(() => desk.note(note)) }, parts.bot ?? (() => null)),
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
    const counted = <T>(what: () => Promise<T>): Promise<T> => alive(what).finally(() => (this.calls += 1))
    this.delivery.connect({
      send: (chat: ChatId, ...rest) => counted(() => messenger.send(chat, ...rest)),
      edit: (chat: ChatId, ...rest) => counted(() => messenger.edit(chat, ...rest)),
    })
  }

  kill(): void {
    this.#isDead = true
    this.delivery.connect(null)
  }
}

const NEVER = new Promise<never>(() => undefined)
