import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'
import { grid } from '../../ui/page-layout.css.ts'
import { smallSelect } from '../../ui/small-select.css.ts'

export const page = style([grid, { gridTemplateColumns: 'minmax(0, 1fr)' }])

export const filter = style({
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.space.small,
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const scopes = style({ display: 'flex', gap: theme.space.tight })
export const select = style([smallSelect, { width: '12rem' }])
export const old = style({
  flex: 'none',
  padding: `${theme.space.tight} ${theme.space.medium}`,
  color: theme.colour.warn,
  fontSize: theme.size.small,
})

export const table = style({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  contain: 'strict',
  // On a ground of its own it is moved as it is; without one all of it is painted again at every step of a scroll.
  background: theme.colour.panel,
  selectors: { '&:focus-visible': { outlineOffset: '-2px' } },
})

const columns = {
  display: 'grid',
  gridTemplateColumns:
    '11.5rem 10rem minmax(7rem, 0.8fr) 4rem 7rem 6rem 8rem 5.5rem 5.5rem minmax(10.5rem, 0.7fr)',
  columnGap: theme.space.medium,
  alignItems: 'center',
  minWidth: '80rem',
  padding: `0 ${theme.space.medium}`,
}
export const head = style({
  ...columns,
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: '2rem',
  background: theme.colour.raised,
  borderBottom: `1px solid ${theme.colour.lineStrong}`,
})
export const plainHead = style([label, { selectors: { '&:nth-child(4)': { textAlign: 'right' } } }])
export const sortHead = style({
  selectors: { '&:nth-child(n + 4):nth-child(-n + 9)': { textAlign: 'right' } },
})
export const sort = style([
  label,
  {
    padding: `${theme.space.tight} 0`,
    border: 'none',
    background: 'none',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    selectors: {
      '&:hover': { color: theme.colour.ink },
      '[aria-sort$=ending] > &': { color: theme.colour.gold },
    },
  },
])
/** Takes no room: heads end where their figures end. */
export const way = style({ position: 'absolute', paddingLeft: theme.space.hair })

export const rows = style({ position: 'relative', minWidth: '80rem' })
export const row = style({
  ...columns,
  position: 'absolute',
  left: 0,
  right: 0,
  height: '2rem',
  borderBottom: `1px solid ${theme.colour.line}`,
  selectors: { '&:hover': { background: theme.colour.goldWash } },
})
const figure = style({
  fontFamily: theme.font.numbers,
  fontVariantNumeric: 'tabular-nums',
  textAlign: 'right',
  whiteSpace: 'nowrap',
})
export const time = style({
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  color: theme.colour.inkDim,
})
export const pair = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const story = style({
  padding: 0,
  border: 'none',
  background: 'none',
  color: theme.colour.ink,
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.04em',
  cursor: 'pointer',
  selectors: { '&:hover': { color: theme.colour.gold, textDecoration: 'underline' } },
})
export const word = style({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: theme.colour.inkDim,
})
export const number = style([figure, { color: theme.colour.inkDim }])
export const won = style([figure, { fontWeight: 600, color: theme.colour.long }])
export const lost = style([figure, { fontWeight: 600, color: theme.colour.short }])
