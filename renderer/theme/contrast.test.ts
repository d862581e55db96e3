import { describe, expect, it } from 'vitest'
import { tokens } from './tokens.ts'

const { colour } = tokens

/** Relative luminance and contrast of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const TEXTS = [
  'ink', 'inkDim', 'inkFaint', 'gold', 'goldBright', 'goldDim', 'long', 'short', 'warn', 'fault', 'training', 'demo', 'contest', 'live',
] as const // prettier-ignore
const GROUNDS = ['field', 'panel', 'raised', 'inset'] as const
const BRIGHTS = ['gold', 'goldBright', 'live', 'training', 'demo', 'contest'] as const

describe('the palette', () => {
  it.each(TEXTS.flatMap(text => GROUNDS.map(ground => [text, ground] as const)))(
    'keeps %s readable on %s',
    (text, ground) => {
      expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(BRIGHTS)('keeps dark words readable on %s', bright => {
    expect(contrast(colour.inkOnBright, colour[bright])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['live', 'contest'] as const)(
    'keeps the %s frame apart from everything that it surrounds',
    frame => {
      for (const ground of GROUNDS)
        expect(contrast(colour[frame], colour[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('tells long from short by lightness too', () => {
    expect(contrast(colour.long, colour.short)).toBeGreaterThanOrEqual(1.25)
  })
})
