import { setTimeout as pause } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { BotView, TelegramSettings } from '../../contracts/telegram.ts'
import type { Done } from '../../contracts/window-bridge.ts'
import type { Log } from '../../ports/log.ts'
import { grammySignal } from '../grammy-signal.ts'
import { ClockSkew } from './clock-skew.ts'
import { failureOf } from './failure.ts'
import { wordsOf } from './link-words.ts'
import { afterFact, stepOf, type Link, type LinkFact, type LinkStep } from './link.ts'
import { Poller } from './poller.ts'
import { telegramApi } from './telegram-api.ts'

export type ConnectionConfig = Readonly<{ token: string | null }> &
  Pick<TelegramSettings, 'on' | 'apiRoot' | 'proxy'>

/** `skewMs` is added to the times in updates; `isLate`: they may have waited while nobody listened. */
export type Hearing = Readonly<{ skewMs: number; isLate: boolean }>

export type ConnectionParts = Readonly<{
  config: ConnectionConfig
  /** On the computer's clock. */
  now(): number
  log: Log
  /** How many updates may be handed over at once, at least 1. */
  room(): number
  /** Handles them; resolves when the next may be asked for, and never rejects. */
  take(updates: readonly Update[], how: Hearing): Promise<void>
  /** `link`, `me` or `api` is another one. */
  changed(): void
  /** How long a poll waits for something to come; Telegram's most is 50. */
  pollSeconds?: number
}>

/** One way to one bot. */
type Line = Readonly<{ token: string; api: Api; skew: ClockSkew; poller: Poller }>

const POLL_SECONDS = 30

/** Keeps the bot connected, by long polls; see `link.ts` for its states. One call of it at a time. */
export class Connection {
  readonly #parts: ConnectionParts
  #config: ConnectionConfig
  #link: Link
  #me: BotView['bot'] = null
  #line: Line | null = null
  /** Where the last token's updates were left. */
  #left = { token: '', offset: 0 }
  #ending = new AbortController()
  #turn: Promise<void> = Promise.resolve()
  #started = false
  #stopped = false

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#config = parts.config
    this.#link = afterFact({ is: 'noToken' }, configured(parts.config))
  }

  get link(): Link {
    return this.#link
  }

  /** As Telegram knows the bot; null until it has said so. */
  get me(): BotView['bot'] {
    return this.#me
  }

  /** To write with; null while Telegram does not know the bot. */
  get api(): Api | null {
    return this.#me === null || stepOf(this.#link).step === 'rest' ? null : (this.#line?.api ?? null)
  }

  /** Anew where it was started before. */
  start(): void {
    if (this.#stopped) return
    this.#started = true
    this.#ending.abort()
    const ending = (this.#ending = new AbortController())
    this.#turn = this.#turn.then(() => this.#run(ending.signal))
  }

  /** Connects anew where the token or the way is another one: what was heard is handled first, and nothing is heard twice. */
  configure(config: ConnectionConfig): void {
    const before = this.#config
    this.#config = config
    if (config.token !== before.token) this.#me = null
    // Whoever pastes a token again wants it tried again.
    if (this.#link.is !== 'refused' && !WAY.some(name => config[name] !== before[name])) return
    if (this.#started) this.start()
    else this.#link = afterFact(this.#link, configured(config))
  }

  /** Takes a webhook away; what waits to be heard is kept. */
  async takeOver(): Promise<Done> {
    const line = this.#line
    if (this.#link.is !== 'webhook' || line === null)
      return { is: 'failed', code: 'NO_WEBHOOK', text: 'There is no webhook to take away.' }
    try {
      await line.api.deleteWebhook()
    } catch (problem: unknown) {
      const failure = failureOf(problem)
      const text =
        failure.is === 'unreachable'
          ? failure.text
          : wordsOf(afterFact(this.#link, { fact: 'failed', failure })).text
      return { is: 'failed', code: 'NOT_TAKEN_OVER', text: `The webhook is still there: ${text}` }
    }
    this.start()
    return { is: 'done' }
  }

  /** What was heard is handled and confirmed. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#ending.abort()
    await this.#turn
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    this.#happened(configured(this.#config))
    for (let step = stepOf(this.#link); step.step !== 'rest' && !signal.aborted; step = stepOf(this.#link)) {
      await pause(step.afterMs, null, { signal }).catch(() => null)
      if (!signal.aborted) await this.#take(step, signal)
    }
    await this.#close()
  }

  async #take(step: Exclude<LinkStep, { step: 'rest' }>, signal: AbortSignal): Promise<void> {
    try {
      const line = (this.#line ??= this.#opened())
      if (step.step === 'introduce') {
        const me = await line.api.getMe(grammySignal(signal))
        const { url = '' } = await line.api.getWebhookInfo(grammySignal(signal))
        this.#me = { username: me.username, name: me.first_name }
        this.#happened({ fact: 'introduced', hasWebhook: url !== '' })
        return
      }
      const { updates, isLate } = await line.poller.poll(step.long, this.#parts.room(), signal)
      this.#happened({ fact: 'polled', quiet: step.long && updates.length === 0 })
      await this.#parts.take(updates, { skewMs: line.skew.ms, isLate })
      line.poller.handled(updates)
    } catch (problem: unknown) {
      if (!signal.aborted) this.#happened({ fact: 'failed', failure: failureOf(problem) })
    }
  }

  #happened(fact: LinkFact): void {
    const before = this.#link
    this.#link = afterFact(before, fact)
    if (this.#link.is !== before.is) this.#parts.log.write('info', wordsOf(this.#link).text)
    if (this.#link !== before) this.#parts.changed()
  }

  #opened(): Line {
    const { apiRoot, proxy } = this.#config
    const token = this.#config.token ?? ''
    const api = telegramApi({ token, apiRoot, proxy })
    const offset = this.#left.token === token ? this.#left.offset : 0
    const poller = new Poller(api, () => this.#parts.now(), this.#parts.pollSeconds ?? POLL_SECONDS, offset)
    return { token, api, poller, skew: new ClockSkew(apiRoot, this.#parts.now) }
  }

  async #close(): Promise<void> {
    const line = this.#line
    if (line === null) return
    await line.poller.confirm()
    this.#left = { token: line.token, offset: line.poller.offset }
    line.skew.end()
    this.#line = null
  }
}

/** What a connection is made of. */
const WAY = ['on', 'token', 'apiRoot', 'proxy'] as const

const configured = ({ on, token }: ConnectionConfig): LinkFact => ({
  fact: 'configured',
  on,
  hasToken: token !== null,
})
