import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

const WIDE = '(min-width: 1240px)'

export const page = style({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'grid',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
  gridTemplateColumns: 'minmax(18rem, 34fr) minmax(22rem, 40fr)',
  gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)',
  '@media': {
    [WIDE]: {
      gridTemplateColumns: 'minmax(20rem, 30fr) minmax(26rem, 38fr) minmax(22rem, 32fr)',
      gridTemplateRows: 'minmax(0, 1fr)',
    },
  },
})

const column = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  minWidth: 0,
  minHeight: 0,
})
export const notes = style([column])
export const desk = style([column, { overflowY: 'auto' }])
export const study = style([
  column,
  {
    overflowY: 'auto',
    gridColumn: '1 / -1',
    '@media': { [WIDE]: { gridColumn: 'auto' } },
  },
])
