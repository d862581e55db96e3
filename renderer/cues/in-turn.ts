/**
 * Work that comes one behind the other. What never ends, as a sound of a computer that fell asleep in the middle of it, holds the
 * next up no longer than `longestMs`.
 */
export function inTurn<T>(work: (given: T) => Promise<unknown>, longestMs: number): (given: T) => void {
  let before: Promise<unknown> = Promise.resolve()
  return given => {
    before = before.then(() => within(work(given), longestMs))
  }
}

function within(work: Promise<unknown>, longestMs: number): Promise<unknown> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, longestMs)
    const end = () => {
      clearTimeout(timer)
      resolve(null)
    }
    work.then(end, end)
  })
}
