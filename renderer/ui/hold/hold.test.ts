import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHold } from './hold.ts'

const HOLD_MS = 900

describe('a trigger that must be held', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function heldBy() {
    const heard: string[] = []
    const hold = createHold(HOLD_MS, {
      begin: () => heard.push('begin'),
      cancel: () => heard.push('cancel'),
      done: () => heard.push('done'),
    })
    return { hold, heard }
  }

  it('is done once when the time is up, and the release after it is silent', () => {
    const { hold, heard } = heldBy()

    hold.press()
    vi.advanceTimersByTime(HOLD_MS * 3)
    hold.release()

    expect(heard).toEqual(['begin', 'done'])
  })

  it('is cancelled by an early release', () => {
    const { hold, heard } = heldBy()

    hold.press()
    vi.advanceTimersByTime(HOLD_MS - 1)
    hold.release()
    vi.advanceTimersByTime(HOLD_MS)

    expect(heard).toEqual(['begin', 'cancel'])
  })

  it('starts from zero at every press', () => {
    const { hold, heard } = heldBy()

    hold.press()
    vi.advanceTimersByTime(HOLD_MS / 2)
    hold.release()
    hold.press()
    vi.advanceTimersByTime(HOLD_MS / 2)

    expect(heard).toEqual(['begin', 'cancel', 'begin'])
  })

  it('ignores presses while it is pressed', () => {
    const { hold, heard } = heldBy()

    hold.press()
    vi.advanceTimersByTime(HOLD_MS / 2)
    hold.press()
    vi.advanceTimersByTime(HOLD_MS / 2)

    expect(heard).toEqual(['begin', 'done'])
  })
})
