/** The desk's few ways of setting type. */
import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from './theme.css.ts'

/** Section labels, column heads, captions of figures: condensed capitals. */
export const label = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.09em',
  textTransform: 'uppercase',
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})

/** Numbers: one width for every digit, so that a column doesn't dance. */
export const number = style({
  fontFamily: theme.font.numbers,
  fontVariantNumeric: 'tabular-nums',
  fontWeight: 500,
  whiteSpace: 'nowrap',
})

export const tone = styleVariants({
  plain: { color: theme.colour.ink },
  dim: { color: theme.colour.inkDim },
  faint: { color: theme.colour.inkFaint },
  gold: { color: theme.colour.gold },
  long: { color: theme.colour.long },
  short: { color: theme.colour.short },
  warn: { color: theme.colour.warn },
  fault: { color: theme.colour.fault },
})
export type Tone = keyof typeof tone

/** Read aloud, not drawn. */
export const spoken = style({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})
