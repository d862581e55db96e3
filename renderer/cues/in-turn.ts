/** What never ends, as a sound of a computer that fell asleep in the middle of it, ends after `longestMs` as `over` says. */
export function within<T>(work: Promise<T>, longestMs: number, over: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(over()), longestMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/**
 * Work that comes one behind the other, and no more than one waits: of old news nobody wants to hear, the newest is enough. What is
 * urgent gives way only to what is urgent too.
 */
export function inTurn<T>(
  work: (given: T) => Promise<unknown>,
  isUrgent: (given: T) => boolean,
): (given: T) => void {
  let isAtWork = false
  let waiting: T | null = null

  async function begin(given: T): Promise<void> {
    isAtWork = true
    await work(given).catch(() => undefined)
    isAtWork = false
    const next = waiting
    waiting = null
    if (next !== null) void begin(next)
  }
  return given => {
    if (!isAtWork) void begin(given)
    else if (waiting === null || isUrgent(given) || !isUrgent(waiting)) waiting = given
  }
}
