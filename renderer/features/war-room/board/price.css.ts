import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const price = style({
  display: 'inline-flex',
  alignItems: 'baseline',
  justifyContent: 'flex-end',
  fontFamily: theme.font.numbers,
  fontVariantNumeric: 'tabular-nums',
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
})

/** The colour changes at once: fading thirty numbers ten times a second would keep the machine busy for nothing. */
const big = style({ fontSize: theme.size.lead, fontWeight: 700 })

export const pips = styleVariants({
  up: [big, { color: theme.colour.long }],
  still: [big, { color: theme.colour.ink }],
  down: [big, { color: theme.colour.short }],
})

export const arrow = style({ width: '0.75em', fontSize: theme.size.tiny, color: theme.colour.inkFaint })
export const fraction = style({
  minWidth: '0.6em',
  fontSize: theme.size.tiny,
  transform: 'translateY(-0.3em)',
})
