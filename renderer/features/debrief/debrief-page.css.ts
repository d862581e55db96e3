import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const page = style({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 11fr) minmax(28rem, 9fr)',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
})
export const alone = style({ gridColumn: '1 / -1', gridRow: 'span 2' })
export const column = style({
  minWidth: 0,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  overflowY: 'auto',
})
