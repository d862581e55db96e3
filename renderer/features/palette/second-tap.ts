/** A double tap is over by then; a person who has read what is in front of them is not there yet. */
const QUIET_MS = 500

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'timeStamp'>

/**
 * The Enter that takes something from the palette leaves the focus on another button. Held on, or tapped twice, it would press
 * that one too: until a while has passed or another key was pressed, and an Enter that went down meanwhile is let go, none is
 * heard.
 */
export function createSecondTap() {
  let quietUntilMs = Number.NEGATIVE_INFINITY
  let isSwallowed = false
  return {
    taken(nowMs: number): void {
      quietUntilMs = nowMs + QUIET_MS
      isSwallowed = true
    },
    swallows({ key, repeat, timeStamp }: Pressed): boolean {
      if (key !== 'Enter') {
        quietUntilMs = Number.NEGATIVE_INFINITY
        return false
      }
      if (!repeat) isSwallowed = timeStamp < quietUntilMs
      return isSwallowed
    },
  }
}
