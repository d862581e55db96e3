import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const queue = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.space.tight,
  padding: `${theme.space.small} ${theme.space.medium} 0`,
})

export const ticket = style({
  display: 'flex',
  alignItems: 'baseline',
  gap: theme.space.small,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  cursor: 'pointer',
  selectors: {
    '&:hover': { borderColor: theme.colour.goldDim },
    '&[aria-pressed=true]': { borderColor: theme.colour.gold, background: theme.colour.goldWash },
  },
})

export const side = styleVariants({
  buy: { color: theme.colour.long },
  sell: { color: theme.colour.short },
})
export const pair = style({ fontFamily: theme.font.heading, fontWeight: 600, letterSpacing: '0.04em' })
export const words = style({ fontSize: theme.size.tiny, color: theme.colour.inkDim })
export const state = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
})
