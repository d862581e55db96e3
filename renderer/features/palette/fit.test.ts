import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { fit } from './fit.ts'

const someWords = fc.array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 1, maxLength: 6 })

describe('what was typed', () => {
  test.prop([fc.string()])('nothing fits everything', words => {
    expect(fit('', words)).toBe(0)
    expect(fit('  ', words)).toBe(0)
  })

  test.prop([someWords, fc.nat(), fc.nat()])(
    'the beginning of any word fits, in capitals too',
    (words, at, length) => {
      const word = words[at % words.length] ?? ''
      const piece = word.slice(0, 1 + (length % word.length))
      expect(fit(piece.toUpperCase(), words.join(' '))).toBeGreaterThanOrEqual(4)
    },
  )

  test.prop([fc.stringMatching(/^[a-d]{1,4}$/), fc.stringMatching(/^[a-d ]{0,12}$/)])(
    'fits only where all of its letters are found in their order',
    (piece, words) => {
      const inOrder = new RegExp(piece.split('').join('.*'))
      if (fit(piece, words) !== null) expect(words).toMatch(inOrder)
      else expect(words.includes(piece)).toBe(false)
    },
  )

  test.prop([someWords, someWords])('every piece has to be found', (pieces, words) => {
    const text = words.join(' ')
    const isEachFound = pieces.every(piece => fit(piece, text) !== null)
    expect(fit(pieces.join(' '), text) !== null).toBe(isEachFound)
  })

  it('is worth most as a whole word, then the nearer it is to a beginning', () => {
    const worth = ['debrief', 'g', 'deb', 'bri', 'gtd'].map(typed => fit(typed, 'Go to Debrief'))
    expect(worth).toEqual(worth.toSorted((a, b) => Number(b) - Number(a)))
    expect(new Set(worth).size).toBe(5)
  })

  it('is not found in the middle of words that only hold its letters', () => {
    expect(fit('ebf', 'Go to Debrief')).toBeNull()
    expect(fit('zz', 'Go to Debrief')).toBeNull()
  })
})
