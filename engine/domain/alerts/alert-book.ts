import type { Alert } from '../../contracts/alerts.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { TelegramRecord } from '../../contracts/telegram.ts'

/**
 * What a trader is told away from the screen, as a fold over events: the same events always give the same alerts. It knows the paired
 * chats as well, so that it can forget what is over and settled by each of them.
 */
export class AlertBook {
  /**
   * Folds one event; events come in the order of the ledger, and one that was folded before changes nothing. Gives the alerts that
   * it made or changed, in the order in which they are told.
   */
  take(_stored: StoredEvent): readonly Alert[] {
    return []
  }

  /** The newest edition of an alert; undefined: there is none, or it is over and settled by every chat. */
  alert(_key: string): Alert | undefined {
    return undefined
  }

  /** Everything that a book needs to go on from here, as plain values that a structured clone carries. */
  record(): TelegramRecord {
    return { throughSeq: 0, book: null, chats: [], alerts: [] }
  }

  /** A book that folds on where `record` was made. */
  static restored(_record: TelegramRecord): AlertBook {
    return new AlertBook()
  }
}
