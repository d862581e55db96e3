/** What is told over Telegram, in a ledger that a test looks into. */
import type { Alert } from '../contracts/alerts.ts'
import type { CommandAnswer } from '../contracts/commands.ts'
import { EngineEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { TelegramNote } from '../contracts/telegram-chat.ts'
import type { TelegramRecord } from '../contracts/telegram.ts'
import type { Ledger } from '../ports/ledger.ts'
import { html } from '../telegram/texts/html.ts'
import { AlertReader } from './alerts.ts'
import { aUlid } from './events.ts'
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
  readonly #ledger: Pick<Ledger, 'append'> | null

  /** `ledger`: where it is on disk as well before it is told. */
  constructor(now: () => number, ledger: Pick<Ledger, 'append'> | null = null) {
    this.#now = now
    this.#ledger = ledger
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
    const nowMs = EpochMs.parse(Math.round(this.#now()))
    this.#ledger?.append(events, nowMs)
    return this.#reader.store(events, nowMs)
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
