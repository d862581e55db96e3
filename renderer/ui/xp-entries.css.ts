/** A list of XP paid and taken: when, for what, how much. */
import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const list = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  padding: `${theme.space.tight} ${theme.space.medium}`,
})
export const entry = style({
  display: 'flex',
  alignItems: 'baseline',
  gap: theme.space.small,
  padding: `${theme.space.hair} 0`,
  fontSize: theme.size.small,
})
export const time = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})
export const text = style({ flex: 1, minWidth: 0, color: theme.colour.inkDim })
