import { describe, expect, it } from 'vitest'
import { coloursOf, DRAWN_THEMES, PALETTES } from './colours.ts'
import { contrast, laidOn } from './sight.ts'

const LOOKS = DRAWN_THEMES.flatMap(theme => PALETTES.map(palette => [theme, palette] as const))

const TEXTS = [
  'ink', 'inkDim', 'inkFaint', 'gold', 'goldBright', 'goldDim', 'long', 'short', 'warn', 'fault', 'training', 'demo', 'contest', 'live',
] as const // prettier-ignore
const GROUNDS = ['field', 'panel', 'raised', 'inset'] as const
/** What is read on a wash, wherever one is laid. */
const ON_WASH = {
  goldWash: ['ink', 'inkDim', 'inkFaint', 'gold', 'goldBright', 'long', 'short'],
  longWash: ['long'],
  shortWash: ['short'],
  warnWash: ['warn', 'ink', 'inkDim'],
  faultWash: ['fault', 'ink', 'inkDim'],
} as const
const WASHES = Object.keys(ON_WASH) as (keyof typeof ON_WASH)[]
/** The rail's doors and the bar of trouble lie on the field itself. */
const ON_FIELD = [
  ['ink', 'goldWash'],
  ['gold', 'goldWash'],
  ['warn', 'warnWash'],
] as const
const PLATES = [
  ['inkOnBright', 'live'], ['inkOnBright', 'contest'], ['inkOnBright', 'demo'],
  ['inkOnGold', 'goldFill'], ['inkOnGold', 'goldFillBright'], ['inkOnGold', 'hazard'], ['scanDark', 'scanLight'],
] as const // prettier-ignore

describe.each(LOOKS)('the colours of %s, palette %s', (theme, palette) => {
  const colour = coloursOf(theme, palette)

  it.each(TEXTS.flatMap(text => GROUNDS.map(ground => [text, ground] as const)))(
    'keep %s readable on %s',
    (text, ground) => {
      expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(WASHES.flatMap(wash => ON_WASH[wash].map(text => [text, wash] as const)))(
    'keep %s readable on the %s of every panel',
    (text, wash) => {
      for (const ground of ['panel', 'raised', 'inset'] as const)
        expect(contrast(colour[text], laidOn(colour[ground], colour[wash]))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(ON_FIELD)('keep %s readable on the %s of the field', (text, wash) => {
    expect(contrast(colour[text], laidOn(colour.field, colour[wash]))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(PLATES)('keep %s readable on a plate of %s', (ink, plate) => {
    expect(contrast(colour[ink], colour[plate])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['live', 'contest'] as const)(
    'keep the %s frame apart from everything that it surrounds',
    frame => {
      for (const ground of GROUNDS)
        expect(contrast(colour[frame], colour[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('tell long from short by lightness too', () => {
    expect(contrast(colour.long, colour.short)).toBeGreaterThanOrEqual(1.25)
  })
})
