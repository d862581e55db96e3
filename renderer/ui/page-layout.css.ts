/** How every page lies in the frame: panels on one grid, or one above another in a column. */
import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const grid = style({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'grid',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
})
export const column = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  minWidth: 0,
  minHeight: 0,
})
export const scrollingColumn = style([column, { overflowY: 'auto' }])
