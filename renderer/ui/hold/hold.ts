export type HoldEvents = Readonly<{
  begin(): void
  /** Let go before the time was up. */
  cancel(): void
  done(): void
}>

/**
 * A trigger that must be held. `press` while pressed does nothing, so key repeat is harmless; `done` comes once, and the
 * release after it is silent.
 */
export function createHold(holdMs: number, events: HoldEvents) {
  let timer: ReturnType<typeof setTimeout> | null = null

  return {
    press(): void {
      if (timer !== null) return
      timer = setTimeout(() => {
        timer = null
        events.done()
      }, holdMs)
      events.begin()
    },
    release(): void {
      if (timer === null) return
      clearTimeout(timer)
      timer = null
      events.cancel()
    },
  }
}
