import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const body = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.large,
  padding: theme.space.wide,
})
export const meaning = style({ color: theme.colour.inkDim, textWrap: 'pretty' })
export const bounds = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, 1fr)',
  gap: theme.space.large,
  padding: theme.space.large,
  border: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
})
export const send = style({ alignSelf: 'flex-end' })
