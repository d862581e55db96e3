const MINUTE_MS = 60_000
const MINUTES_A_WEEK = 10_080

/**
 * Which minutes have been told, and with which closes: a byte each, so half a megabyte a year, whatever else is let go. Closes
 * that lie a multiple of 255 points apart look the same.
 */
export class ToldMinutes {
  readonly #weeks = new Map<number, Uint8Array>()

  add(openMs: number, close: number): void {
    const minute = openMs / MINUTE_MS
    const week = Math.floor(minute / MINUTES_A_WEEK)
    let marks = this.#weeks.get(week)
    if (marks === undefined) this.#weeks.set(week, (marks = new Uint8Array(MINUTES_A_WEEK)))
    marks[minute - week * MINUTES_A_WEEK] = markOf(close)
  }

  /** Whether the minute has been told before, and if so, with this close or with another. */
  before(openMs: number, close: number): 'no' | 'same' | 'other' {
    const minute = openMs / MINUTE_MS
    const week = Math.floor(minute / MINUTES_A_WEEK)
    const mark = this.#weeks.get(week)?.[minute - week * MINUTES_A_WEEK] ?? 0
    if (mark === 0) return 'no'
    return mark === markOf(close) ? 'same' : 'other'
  }
}

/** Zero is no mark. */
const markOf = (close: number): number => 1 + (close % 255)
