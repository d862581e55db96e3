import { style } from '@vanilla-extract/css'
import { grid, scrollingColumn } from '../../ui/page-layout.css.ts'

export const alone = grid

/** Below this width the side goes under the badges, in one scrolling column. */
const WIDE = '(min-width: 1240px)'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(15rem, 26fr) minmax(0, 74fr)',
    gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)',
    '@media': {
      [WIDE]: {
        gridTemplateColumns: 'minmax(17rem, 23fr) minmax(30rem, 50fr) minmax(18rem, 27fr)',
        gridTemplateRows: 'minmax(0, 1fr)',
      },
    },
  },
])

export const middle = scrollingColumn
export const side = scrollingColumn
