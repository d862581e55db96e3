import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const screen = style({
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'center',
  gap: theme.space.large,
  padding: '10vw',
})
export const title = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.hero,
  fontWeight: 700,
  color: theme.colour.fault,
})
export const detail = style({ fontFamily: theme.font.numbers, color: theme.colour.inkDim })
