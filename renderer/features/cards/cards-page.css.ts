import { style } from '@vanilla-extract/css'
import { grid } from '../../ui/page-layout.css.ts'

/** Below this width the check goes under the card. */
const WIDE = '(min-width: 1240px)'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(15rem, 26fr) minmax(0, 74fr)',
    gridTemplateRows: 'minmax(0, 62fr) minmax(0, 38fr)',
    '@media': {
      [WIDE]: {
        gridTemplateColumns: 'minmax(16rem, 22fr) minmax(0, 54fr) minmax(18rem, 24fr)',
        gridTemplateRows: 'minmax(0, 1fr)',
      },
    },
  },
])

export const gallery = style({ gridRow: '1 / -1' })
