import { expect, it } from 'vitest'
import { LINK_WORDS, wordsOf } from './link-words.ts'

it('says why Telegram cannot be reached, and for how long it has to wait', () => {
  expect(wordsOf({ is: 'unreachable', introduced: true, fails: 3, text: '$& is the name' }).text).toBe(
    'Telegram cannot be reached: $& is the name.',
  )
  expect(wordsOf({ is: 'limited', introduced: true, afterMs: 6_001 }).text).toContain('7 s')
})

it('has a next step for every state in which something is amiss', () => {
  const without = Object.entries(LINK_WORDS).filter(([, { nextStep }]) => nextStep === null)
  expect(without.map(([state]) => state)).toEqual(['connecting', 'live'])
})
