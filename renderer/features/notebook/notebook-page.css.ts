import { style } from '@vanilla-extract/css'
import { column, grid, scrollingColumn } from '../../ui/page-layout.css.ts'

const WIDE = '(min-width: 1240px)'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(18rem, 34fr) minmax(22rem, 40fr)',
    gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)',
    '@media': {
      [WIDE]: {
        gridTemplateColumns: 'minmax(20rem, 30fr) minmax(26rem, 38fr) minmax(22rem, 32fr)',
        gridTemplateRows: 'minmax(0, 1fr)',
      },
    },
  },
])

export const notes = column
export const desk = scrollingColumn
export const study = style([
  scrollingColumn,
  {
    gridColumn: '1 / -1',
    '@media': { [WIDE]: { gridColumn: 'auto' } },
  },
])
