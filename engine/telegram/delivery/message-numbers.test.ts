import { describe, expect, it } from 'vitest'
import { MessageNumbers } from './message-numbers.ts'

describe('where a message may be', () => {
  it('is after what was known when it was sent, but for what is known now, and a few beyond', () => {
    const numbers = new MessageNumbers()
    numbers.sent(1, 10)
    numbers.heard(2, 12)
    numbers.sent(3, 14)
    expect(numbers.unknown(1, 10, 2)).toEqual([11, 13, 15, 16])
  })

  it('is nowhere that can be looked at before the first message of this program', () => {
    const numbers = new MessageNumbers()
    numbers.heard(1, 10)
    expect(numbers.floor(1)).toBeNull()
    expect(numbers.unknown(1, null, 5)).toEqual([])
    numbers.sent(1, 11)
    numbers.heard(1, 12)
    expect(numbers.floor(1)).toBe(12)
  })

  it('is counted by itself in a supergroup', () => {
    const [numbers, supergroup] = [new MessageNumbers(), -1_001_234_567_890]
    numbers.sent(1, 5_000)
    expect(numbers.floor(supergroup)).toBeNull()
    numbers.sent(supergroup, 7)
    expect([numbers.floor(supergroup), numbers.floor(-42)]).toEqual([7, 5_000])
  })

  it('is looked for in sixty places and no more', () => {
    const numbers = new MessageNumbers()
    numbers.sent(1, 1)
    numbers.heard(1, 1_000)
    expect(numbers.unknown(1, 1, 5)).toHaveLength(60)
  })
})
