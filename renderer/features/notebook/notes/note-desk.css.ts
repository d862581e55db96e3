import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: '1 0 auto' })
export const body = style({ display: 'flex', flexDirection: 'column', gap: theme.space.medium })
export const about = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.small,
  color: theme.colour.inkDim,
})
export const pair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 700,
  letterSpacing: '0.03em',
  color: theme.colour.ink,
})
export const result = style({ marginLeft: 'auto', fontSize: theme.size.title, fontWeight: 700 })
export const chart = style({
  display: 'grid',
  placeItems: 'center',
  aspectRatio: '16 / 9',
  border: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
})
export const picture = style({ display: 'block', width: '100%' })
