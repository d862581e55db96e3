import { describe, expect, it } from 'vitest'
import { matchTyped } from './typed-match.ts'

const PHRASE = 'I trade real money'

describe('a phrase that is typed', () => {
  it.each([
    ['', { is: 'empty' }],
    ['   ', { is: 'empty' }],
    ['I trade', { is: 'onTheWay', left: 11 }],
    ['I trade Real', { is: 'wrong', at: 9 }],
    ['i trade real money', { is: 'wrong', at: 1 }],
    ['I trade  real money', { is: 'wrong', at: 9 }],
    ['I trade real money!', { is: 'wrong', at: 19 }],
    ['  I trade real money ', { is: 'done' }],
  ])('is judged letter by letter: “%s”', (typed, match) => {
    expect(matchTyped(PHRASE, typed)).toEqual(match)
  })
})
