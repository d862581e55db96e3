import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { EDGE } from './live/live-frame.css.ts'

/** Below this width the record goes under the action, in one scrolling column. */
const WIDE = '(min-width: 1240px)'

export const room = style({
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  // A map grid under the panels, lit from above.
  background: `
    radial-gradient(120% 70% at 50% -10%, rgba(38, 77, 44, 0.5), transparent 70%),
    repeating-linear-gradient(0deg, ${theme.colour.fieldGrid} 0 1px, transparent 1px 2.5rem),
    repeating-linear-gradient(90deg, ${theme.colour.fieldGrid} 0 1px, transparent 1px 2.5rem),
    ${theme.colour.field}`,
})

/** The colour of the money runs around the whole window where the money isn't play money. */
const framed = style({
  selectors: {
    '&::after': {
      content: '',
      position: 'fixed',
      zIndex: 20,
      inset: 0,
      border: '3px solid currentColor',
      pointerEvents: 'none',
    },
  },
})

export const frame = styleVariants({
  unlinked: {},
  simulated: {},
  contest: [
    framed,
    { padding: `0 ${EDGE}`, selectors: { '&::after': { borderColor: theme.colour.contest } } },
  ],
  demo: [framed, { selectors: { '&::after': { borderColor: theme.colour.demo } } }],
  live: [framed, { padding: `0 ${EDGE}`, selectors: { '&::after': { borderColor: theme.colour.live } } }],
})

export const field = style({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gap: theme.space.small,
  padding: `0 ${theme.space.small}`,
  gridTemplateColumns: 'minmax(24rem, 38fr) minmax(0, 62fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
  '@media': {
    [WIDE]: { gridTemplateColumns: 'minmax(27rem, 34fr) minmax(32rem, 41fr) minmax(18rem, 23fr)' },
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
