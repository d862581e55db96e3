import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const box = style({
  position: 'relative',
  width: '10.5rem',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.space.small,
})

export const outcome = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 700,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
  textAlign: 'center',
  color: theme.colour.goldBright,
})
export const orderState = style({ color: theme.colour.inkDim, textAlign: 'center' })
export const clock = style({ color: theme.colour.inkFaint, fontSize: theme.size.small, lineHeight: 1 })
export const left = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.large,
  fontWeight: 600,
  color: theme.colour.ink,
})
