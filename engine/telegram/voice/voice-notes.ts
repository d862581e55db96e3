import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Alert } from '../../contracts/alerts.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { ChatId, MessageId } from '../../contracts/telegram-chat.ts'
import type { TelegramConfig } from '../../contracts/telegram-port.ts'
import type { Log } from '../../ports/log.ts'
import type { SendOutcome } from '../delivery/messenger.ts'
import { sendVoice, type VoiceNote } from '../delivery/send-voice.ts'
import { SecondBot } from './second-bot.ts'
import type { Speaker } from './speaker.ts'
import { spokenAlert } from './words/spoken-alert.ts'

export type VoiceParts = Readonly<{
  find(stop: AbortSignal): Promise<Speaker | null>
  /** Of the first bot; null while nothing writes to Telegram. */
  api(): Api | null
  /** The first bot wrote this beside the line of the chat. */
  sentBeside(chat: ChatId, message: MessageId): void
  currency(alert: Alert): string | null
  /** On the computer's clock. */
  now(): EpochMs
  log: Log
  /** `text` may be another one. */
  changed(): void
}>

const INSTALL = 'Install espeak-ng to hear alerts.'
/** What is older is heard from nobody: it was read long ago. */
const LATEST_MS = 120_000
/** More are not waited for: the oldest is dropped, and its text is there. */
const MOST_WAITING = 5

type Errand = Readonly<{ alert: Alert; chats: Set<ChatId> }>

/**
 * A voice note after the text of an alert, at best effort: made beside the lines of the chats, one at a time, so that no text waits
 * for it. Each is sent once, after any pause that Telegram asks for while the note is worth something. When the answer is lost it is not sent again, since a note can't be looked for as a text can: the same
 * note twice would sound like two alerts, and the text is there anyway.
 */
export class VoiceNotes {
  readonly #parts: VoiceParts
  readonly #second: SecondBot
  readonly #waiting: Errand[] = []
  #config: TelegramConfig
  #speaker: Speaker | null | undefined
  #isSpeaking = false
  readonly #stop = new AbortController()

  constructor(config: TelegramConfig, parts: VoiceParts) {
    this.#parts = parts
    this.#config = config
    this.#second = new SecondBot(config)
  }

  /** What speaks here, or what to do; null: nobody has looked yet. */
  get text(): string | null {
    if (this.#speaker === undefined) return null
    const { problem } = this.#second
    return [this.#speaker?.text ?? INSTALL, problem].filter(text => text !== null).join(' ')
  }

  /** Looks for what speaks on this computer. */
  async start(): Promise<void> {
    this.#speaker = await this.#parts.find(this.#stop.signal).catch((problem: unknown) => {
      this.#parts.log.write('warn', 'What speaks here could not be looked for', { text: textOf(problem) })
      return null
    })
    if (!this.#stop.signal.aborted) this.#parts.changed()
  }

  configure(config: TelegramConfig): void {
    this.#config = config
    this.#second.configure(config)
  }

  stop(): void {
    this.#stop.abort()
    this.#waiting.length = 0
  }

  /** An alert was told there as text just now. */
  told(alert: Alert, chat: ChatId): void {
    if (!this.#speaker || this.#stop.signal.aborted || !this.#isWanted(alert)) return
    const waits = this.#waiting.find(({ alert: { key } }) => key === alert.key)
    if (waits) waits.chats.add(chat)
    else this.#waiting.push({ alert, chats: new Set([chat]) })
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift()
    if (!this.#isSpeaking) void this.#speakAll(this.#speaker)
  }

  /** In so many ms. */
  #isWanted({ fact, wallMs }: Alert, afterMs = 0): boolean {
    const isChosen = this.#config.settings.voice.kinds.includes(fact.kind)
    return isChosen && this.#parts.now() + afterMs - wallMs <= LATEST_MS
  }

  async #speakAll(speaker: Speaker): Promise<void> {
    this.#isSpeaking = true
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      await this.#speak(speaker, next).catch((problem: unknown) => this.#failed(textOf(problem)))
    this.#isSpeaking = false
  }

  async #speak(speaker: Speaker, { alert, chats }: Errand): Promise<void> {
    const { persona } = this.#config.settings.voice
    const spoken = await speaker.speak(spokenAlert(alert, persona, this.#parts.currency(alert)))
    if (spoken.is === 'silent') return this.#failed(spoken.text)
    for (const chat of chats)
      if (!this.#stop.signal.aborted && this.#isWanted(alert)) await this.#send(chat, spoken, alert)
  }

  async #send(chat: ChatId, note: VoiceNote, alert: Alert): Promise<void> {
    let outcome = await this.#try(chat, note)
    while (outcome?.is === 'unreachable' && outcome.afterMs > 0 && this.#isWanted(alert, outcome.afterMs)) {
      await pause(outcome.afterMs, null, { signal: this.#stop.signal }).catch(() => null)
      if (this.#stop.signal.aborted) return
      outcome = await this.#try(chat, note)
    }
    if (outcome?.is !== 'sent') this.#failed(outcome?.text ?? 'Nothing writes to Telegram now.')
  }

  async #try(chat: ChatId, note: VoiceNote): Promise<SendOutcome | null> {
    const before = this.text
    const second = this.#second.api
    const api = second ?? this.#parts.api()
    const outcome = api && (await sendVoice(api, chat, note))
    if (this.text !== before) this.#parts.changed()
    if (outcome?.is === 'sent' && second === null) this.#parts.sentBeside(chat, outcome.message)
    return outcome
  }

  #failed(text: string): void {
    this.#parts.log.write('warn', 'A voice note is not there', { text })
  }
}

const textOf = (problem: unknown): string => (problem instanceof Error ? problem.message : 'unknown')
