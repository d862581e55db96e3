import { style } from '@vanilla-extract/css'
import { grid, scrollingColumn } from '../../ui/page-layout.css.ts'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(0, 11fr) minmax(28rem, 9fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
  },
])
export const alone = style({ gridColumn: '1 / -1', gridRow: 'span 2' })
export const column = scrollingColumn
