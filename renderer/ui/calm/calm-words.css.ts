import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const calm = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.large,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderLeft: `3px solid ${theme.colour.demo}`,
  borderRadius: theme.radius.medium,
  background: theme.colour.inset,
})
export const title = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.04em',
})
export const text = style({ color: theme.colour.inkDim, textWrap: 'pretty', lineHeight: 1.6 })
export const keys = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.small })
export const help = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
