import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

/** Below this width the record goes under the action, in one scrolling column. */
const WIDE = '(min-width: 1320px)'

export const field = style({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'grid',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
  gridTemplateColumns: 'minmax(24.5rem, 38fr) minmax(0, 62fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
  '@media': {
    [WIDE]: { gridTemplateColumns: 'minmax(29.5rem, 34fr) minmax(32rem, 41fr) minmax(18rem, 22fr)' },
  },
})

const column = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  minWidth: 0,
  minHeight: 0,
})

const scrolling = style({ overflowY: 'auto' })

export const market = style([column, scrolling])

export const side = style([column, scrolling, { '@media': { [WIDE]: { display: 'contents' } } }])

const sideColumn = style([column, { flex: 'none', '@media': { [WIDE]: { overflowY: 'auto' } } }])

export const action = style([sideColumn])
export const record = style([sideColumn])
