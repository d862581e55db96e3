/** What the sheets over the room are laid out with. */
import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const body = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.large,
  padding: theme.space.wide,
})
export const meaning = style({ color: theme.colour.inkDim, textWrap: 'pretty' })
/** Ground for the figures that a decision is about. */
export const plate = style({
  padding: theme.space.large,
  border: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
})
export const send = style({ alignSelf: 'flex-end' })
