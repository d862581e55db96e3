import { describe, expect, it } from 'vitest'
import { createSecondTap } from './second-tap.ts'

const tap = (timeStamp: number) => ({ key: 'Enter', timeStamp, repeat: false })
const held = (timeStamp: number) => ({ key: 'Enter', timeStamp, repeat: true })

describe('an Enter after one that took something', () => {
  it('is not heard within half a second, and is afterwards', () => {
    const second = createSecondTap()
    expect(second.swallows(tap(900))).toBe(false)
    second.taken(1_000)

    expect(second.swallows(tap(1_120))).toBe(true)
    expect(second.swallows(tap(1_499))).toBe(true)
    expect(second.swallows(tap(1_500))).toBe(false)
  })

  it('is not heard while it is the same one, however long it is held', () => {
    const second = createSecondTap()
    second.taken(1_000)

    expect([1_500, 5_000].map(ms => second.swallows(held(ms)))).toEqual([true, true])
    expect(second.swallows(tap(5_100))).toBe(false)
  })

  it('that went down too early is not heard until it is let go', () => {
    const second = createSecondTap()
    second.taken(1_000)

    expect(second.swallows(tap(1_400))).toBe(true)
    expect(second.swallows(held(2_400))).toBe(true)
    expect(second.swallows(tap(2_500))).toBe(false)
  })

  it('is heard at once where another key was pressed between the two', () => {
    const second = createSecondTap()
    second.taken(1_000)
    expect(second.swallows({ ...tap(1_100), key: 'k' })).toBe(false)

    expect(second.swallows(tap(1_200))).toBe(false)
  })
})
