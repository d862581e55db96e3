import { style } from '@vanilla-extract/css'
import { column, grid, scrollingColumn } from '../../ui/page-layout.css.ts'

/** Below this width the record goes under the action, in one scrolling column. */
const WIDE = '(min-width: 1320px)'

export const field = style([
  grid,
  {
    gridTemplateColumns: 'minmax(24.5rem, 38fr) minmax(0, 62fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    '@media': {
      [WIDE]: { gridTemplateColumns: 'minmax(29.5rem, 34fr) minmax(32rem, 41fr) minmax(18rem, 22fr)' },
    },
  },
])

export const market = scrollingColumn

export const side = style([scrollingColumn, { '@media': { [WIDE]: { display: 'contents' } } }])

const sideColumn = style([column, { flex: 'none', '@media': { [WIDE]: { overflowY: 'auto' } } }])

/** What gets the focus comes to lie above the open trades, which hold the foot of the column. */
export const action = style([sideColumn, { '@media': { [WIDE]: { scrollPaddingBottom: '14rem' } } }])
export const record = style([sideColumn])
