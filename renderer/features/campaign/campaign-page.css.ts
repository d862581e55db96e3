import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

const page_ = style({ flex: 1, minWidth: 0, minHeight: 0, display: 'grid', gap: theme.space.small, padding: `0 ${theme.space.small}` }) // prettier-ignore

export const alone = page_

/** Below this width the side goes under the badges, in one scrolling column. */
const WIDE = '(min-width: 1240px)'

export const page = style([
  page_,
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

const column = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small, minWidth: 0, minHeight: 0 }) // prettier-ignore

export const middle = style([column, { overflowY: 'auto' }])
export const side = style([column, { overflowY: 'auto' }])
