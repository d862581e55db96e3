import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { label } from '../../../theme/type.css.ts'

/** The sparkline needs this much room for the rest to breathe. */
const ROOM_FOR_SPARK = '(min-width: 30rem)'

export const panel = style({ flex: '3 0 auto', '@media': { '(min-height: 820px)': { minHeight: '32rem' } } })

export const frame = style({ flex: 1, containerType: 'inline-size', display: 'flex' })

/** Fixed widths: a tick must not lay out the whole table again. */
export const table = style({ height: '100%', tableLayout: 'fixed' })

export const head = style([
  label,
  { padding: `${theme.space.tight} ${theme.space.small}`, textAlign: 'left' },
])
export const headPair = style([head, { width: '4.75rem', paddingLeft: theme.space.medium }])
const headRight = style([head, { textAlign: 'right' }])
export const headBid = style([headRight, { width: '5.875rem' }])
export const headAsk = style([headRight, { width: '4.625rem' }])
export const headSpread = style([headRight, { width: '4.25rem' }])

const hiddenWhenNarrow = style({
  display: 'none',
  '@container': { [ROOM_FOR_SPARK]: { display: 'table-cell' } },
})
export const headSpark = style([head, hiddenWhenNarrow, { width: '5.25rem' }])

export const row = style({
  borderTop: `1px solid ${theme.colour.line}`,
  selectors: { '&:hover': { background: theme.colour.goldWash } },
})

const cell = style({
  padding: `0.1875rem ${theme.space.small}`,
  whiteSpace: 'nowrap',
  '@media': { '(max-height: 760px)': { paddingTop: 0, paddingBottom: 0 } },
})

export const pair = style([
  cell,
  {
    paddingLeft: theme.space.medium,
    textAlign: 'left',
    fontFamily: theme.font.heading,
    fontSize: theme.size.lead,
    fontWeight: 600,
    letterSpacing: '0.04em',
  },
])
export const quoteCurrency = style({ marginLeft: '0.2em', color: theme.colour.inkDim, fontWeight: 500 })

export const price = style([cell, { textAlign: 'right', paddingLeft: 0, overflow: 'hidden' }])

export const spread = style([
  cell,
  { textAlign: 'right', fontFamily: theme.font.numbers, fontSize: theme.size.small, lineHeight: 1.1 },
])
export const spreadNow = style({ display: 'block', color: theme.colour.ink })
export const spreadWide = style([spreadNow, { color: theme.colour.warn }])
export const under = style({
  display: 'block',
  fontFamily: theme.font.words,
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
})

export const staleCell = style([
  cell,
  { textAlign: 'right', fontSize: theme.size.small, lineHeight: 1.1, color: theme.colour.warn },
])

export const sparkCell = style([
  cell,
  hiddenWhenNarrow,
  { selectors: { [`${row}[data-stale=true] &`]: { opacity: 0.35 } } },
])

export const regime = style([cell, { fontSize: theme.size.small, lineHeight: 1.15, color: theme.colour.ink }])
export const regimeLine = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const regimeMark = style({ display: 'flex', color: theme.colour.gold })
export const regimeWaits = style([
  cell,
  {
    maxWidth: '8rem',
    whiteSpace: 'normal',
    fontSize: theme.size.tiny,
    lineHeight: 1.15,
    color: theme.colour.inkFaint,
  },
])
export const noQuote = style([
  cell,
  { fontSize: theme.size.small, color: theme.colour.inkFaint, fontStyle: 'italic' },
])
