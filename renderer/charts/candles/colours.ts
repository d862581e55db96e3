import { theme } from '../../theme/theme.css.ts'
import type { LineLook } from './price-lines.ts'

const { colour, font } = theme

const WORN = {
  ground: colour.inset,
  ink: colour.inkDim,
  faint: colour.inkFaint,
  line: colour.line,
  strong: colour.lineStrong,
  raised: colour.raised,
  gold: colour.gold,
  long: colour.long,
  short: colour.short,
  last: colour.ink,
  onBright: colour.inkOnBright,
  numbers: font.numbers,
  heading: font.heading,
} as const

/** What a canvas is drawn in: it knows no variables, so it takes their values as they are worn at the moment. */
export type Worn = Readonly<Record<keyof typeof WORN, string> & { px: number }>

export function wornBy(element: Element): Worn {
  const style = getComputedStyle(element)
  const values = Object.entries(WORN).map(([name, variable]) => [
    name,
    style.getPropertyValue(variable.slice('var('.length, -1)).trim(),
  ])
  const px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return { ...(Object.fromEntries(values) as Record<keyof typeof WORN, string>), px: px * 0.7 }
}

export const LINE_COLOURS: Readonly<Record<LineLook, (worn: Worn) => string>> = {
  target: worn => worn.long,
  entry: worn => worn.gold,
  stop: worn => worn.short,
  cancels: worn => worn.faint,
  last: worn => worn.last,
}
