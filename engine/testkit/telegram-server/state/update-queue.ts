/**
 * Updates that wait for the bot: https://core.telegram.org/bots/api#getupdates. The server's own rules against hasty
 * pollers are left out: it makes a second short poll within three seconds a long one, and answers a repeated 409 late.
 */
import type { Update } from 'grammy/types'
import { conflict, type Refusal } from '../refusal.ts'

export type UpdateKind = Exclude<keyof Update, 'update_id'>

/** Kinds that come only to a bot that asks for them by name. */
const BY_NAME_ONLY: readonly UpdateKind[] = ['chat_member', 'message_reaction', 'message_reaction_count']
const LARGEST_PAGE = 100

type Poll = Readonly<{
  offset: number
  limit: number
  answer(updates: readonly Update[]): void
  refuse(refusal: Refusal): void
}>

export class UpdateQueue {
  #waiting: Update[] = []
  #nextId: number
  /** Empty: every kind but those that come by name only. */
  #allowed: readonly string[] = []
  #poll: Poll | null = null

  constructor(firstId: number) {
    this.#nextId = firstId
  }

  get size(): number {
    return this.#waiting.length
  }

  /** Whether a poll waits for something to come. */
  get isPolled(): boolean {
    return this.#poll !== null
  }

  get allowed(): readonly string[] {
    return this.#allowed
  }

  /** Only updates that come into being later are affected, as on the public server. */
  allow(kinds: readonly string[]): void {
    this.#allowed = kinds
  }

  push(kind: UpdateKind, content: Omit<Update, 'update_id'>): void {
    const wanted = this.#allowed.length > 0 ? this.#allowed.includes(kind) : !BY_NAME_ONLY.includes(kind)
    if (!wanted) return
    this.#waiting.push({ update_id: this.#nextId++, ...content })
    this.#serve()
  }

  /** Confirms what is below the offset, then answers at once, when an update comes, or empty when the time is over. */
  poll(
    offset: number,
    limit: number,
    timeoutSeconds: number,
    listener: Pick<Poll, 'answer' | 'refuse'>,
  ): { cancel(): void } {
    this.cut('terminated by other getUpdates request; make sure that only one bot instance is running')
    this.#confirm(offset)
    const poll = { offset, limit: Math.min(Math.max(limit, 1), LARGEST_PAGE), ...listener }
    this.#poll = poll
    if (this.#waiting.length > 0 || timeoutSeconds <= 0) {
      this.#serve(true)
      return { cancel: () => undefined }
    }
    const timer = setTimeout(() => this.#poll === poll && this.#serve(true), timeoutSeconds * 1_000)
    timer.unref()
    return {
      cancel: () => {
        clearTimeout(timer)
        if (this.#poll === poll) this.#poll = null
      },
    }
  }

  /** Ends the poll that waits, if one does. */
  cut(words: string): void {
    const poll = this.#poll
    this.#poll = null
    poll?.refuse(conflict(words))
  }

  /** Ends the poll that waits as if its time were over. */
  wake(): void {
    this.#serve(true)
  }

  drop(): void {
    this.#waiting = []
  }

  /** A negative offset forgets all but the last ones. */
  #confirm(offset: number): void {
    const first = this.#waiting[0]
    if (!first || offset === 0) return
    this.#waiting = this.#waiting.slice(offset < 0 ? offset : Math.max(offset - first.update_id, 0))
  }

  #serve(evenEmpty = false): void {
    const poll = this.#poll
    if (!poll || (this.#waiting.length === 0 && !evenEmpty)) return
    this.#poll = null
    poll.answer(this.#waiting.slice(0, poll.limit))
  }
}
