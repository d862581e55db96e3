import type { Alert, AlertPlace } from '../../contracts/alerts.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { TelegramRecord } from '../../contracts/telegram.ts'
import { foldAlert, isOfAlerts } from './alert-folds.ts'
import { accountKey, emptyAlerts, type AlertState } from './alert-state.ts'
import { chatsOf, pairedChats } from './take-chat.ts'
import { closeEpisodes, forgetSettled, forgetTooMany, type Taking } from './telling.ts'

/** What of a book is neither an alert nor a chat. */
type Kept = Omit<AlertState, 'throughSeq' | 'alerts' | 'chats'>

/**
 * What a trader is told away from the screen, as a fold over events: the same events always give the same alerts. It knows the paired
 * chats as well, so that it can forget what is over and settled by each of them.
 */
export class AlertBook {
  readonly #state: AlertState

  constructor(state = emptyAlerts()) {
    this.#state = state
  }

  /**
   * Folds one event; events come in the order of the ledger, and one that was folded before changes nothing. Gives the alerts that
   * it made or changed, in the order in which they are told. One that comes with the `seq` of its edition before has only ended.
   */
  take({ seq, wallMs, event }: StoredEvent): readonly Alert[] {
    const state = this.#state
    if (seq <= state.throughSeq) return []
    state.throughSeq = seq
    if (!isOfAlerts(event.kind)) return []
    const taking: Taking = { state, seq, wallMs, changed: new Set() }
    closeEpisodes(taking)
    foldAlert(taking, event)
    const alerts = [...taking.changed].flatMap(key => state.alerts.get(key) ?? [])
    if (state.chats.size === 0) forgetSettled(state)
    else forgetTooMany(state)
    return alerts
  }

  /** The newest edition of an alert; undefined: there is none, or it is over and settled by every chat. */
  alert(key: string): Alert | undefined {
    return this.#state.alerts.get(key)
  }

  /** What an account counts in; null: no event of it has said so. */
  currencyOf(at: AlertPlace): string | null {
    return this.#state.currencies.get(accountKey(at)) ?? null
  }

  /** Everything that a book needs to go on from here, as plain values. They are the book's own: a structured clone keeps them as they are. */
  record(): TelegramRecord {
    const { throughSeq, alerts, chats, ...book } = this.#state
    return {
      throughSeq,
      book: book satisfies Kept,
      chats: pairedChats({ chats }),
      alerts: [...alerts.values()],
    }
  }

  /** A book that folds on where `record` was made. The record is its own from then on. */
  static restored({ throughSeq, book, chats, alerts }: TelegramRecord): AlertBook {
    const known = new Map(alerts.map(alert => [alert.key, alert]))
    // Made by `record` of the same build: it crosses threads, and is never stored.
    return new AlertBook({ ...(book as Kept), throughSeq, alerts: known, chats: chatsOf(chats) })
  }
}
