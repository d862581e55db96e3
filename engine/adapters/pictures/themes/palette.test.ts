import { describe, expect, it } from 'vitest'
import { ACCOUNT_COLOURS, ACCOUNT_INK, PALETTES } from './palette.ts'

/** WCAG 2.2: relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(PALETTES))('the colours of %s', (_name, palette) => {
  it.each(['ink', 'inkDim', 'inkFaint'] as const)('%s are read on both ends of the field', ink => {
    for (const ground of palette.field) expect(contrast(palette[ink], ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['accent', 'won', 'lost'] as const)('%s, which only writes large, is seen on both ends', colour => {
    for (const ground of palette.field) expect(contrast(palette[colour], ground)).toBeGreaterThanOrEqual(3)
  })

  it('keep a code dark on light, as scanners want it', () => {
    expect(contrast(palette.codeInk, palette.paper)).toBeGreaterThan(12)
    expect(luminance(palette.paper)).toBeGreaterThan(luminance(palette.codeInk))
  })
})

it.each(Object.entries(ACCOUNT_COLOURS))('the plate of a %s account is read', (_account, colour) => {
  expect(contrast(ACCOUNT_INK, colour)).toBeGreaterThanOrEqual(4.5)
})
