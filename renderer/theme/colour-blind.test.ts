import { describe, expect, it } from 'vitest'
import { coloursOf, DRAWN_THEMES, PALETTES } from './colours.ts'
import type { DrawnTheme, Palette } from './colours.ts'
import { ALL_EYES, apart, type Eye } from './sight.ts'

const SEEN = DRAWN_THEMES.flatMap(theme => ALL_EYES.map(eye => [theme, eye] as const))

const PAIRS = [
  ['long', 'short', 19],
  ['warn', 'fault', 12],
  ['long', 'warn', 9],
  ['long', 'fault', 9],
  ['short', 'warn', 9],
  ['short', 'fault', 9],
] as const

const gap = (theme: DrawnTheme, palette: Palette, eye: Eye, [one, other]: (typeof PAIRS)[number]) => {
  const colour = coloursOf(theme, palette)
  return apart(colour[one], colour[other], eye)
}

describe('the colour-blind safe palette', () => {
  it.each(SEEN)('keeps its four meanings apart in %s for %s eyes', (theme, eye) => {
    for (const pair of PAIRS) expect(gap(theme, 'safe', eye, pair), pair.join(' ')).toBeGreaterThan(pair[2])
  })

  it.each(DRAWN_THEMES)('is needed in %s: the usual one loses meanings without a cone', theme => {
    const lost = ALL_EYES.filter(eye => PAIRS.some(pair => gap(theme, 'usual', eye, pair) <= pair[2]))
    expect(lost).toEqual(expect.arrayContaining(['protanopia', 'deuteranopia']))
  })
})

/**
 * Of plates and frames. Not so contest from demo, nor by day the word of a live account from that of training: for some eyes
 * these are one colour, and only the word and the pattern of the plate tell them.
 */
describe('whose money it is', () => {
  const everywhere = SEEN.flatMap(([theme, eye]) => PALETTES.map(palette => [theme, palette, eye] as const))

  it.each(everywhere)(
    'is told by the colour of its plate: live from all others, and training from demo, in %s, palette %s, for %s eyes',
    (theme, palette, eye) => {
      const colour = coloursOf(theme, palette)
      for (const other of [colour.hazard, colour.demo, colour.contest])
        expect(apart(colour.live, other, eye), other).toBeGreaterThan(12)
      expect(apart(colour.hazard, colour.demo, eye), 'training, demo').toBeGreaterThan(12)
    },
  )
})
