import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'
import { grid } from '../../ui/page-layout.css.ts'
import { smallSelect } from '../../ui/small-select.css.ts'

export const page = style([grid, { gridTemplateColumns: 'minmax(22rem, 2fr) minmax(0, 5fr)' }])
export const whole = style({ gridColumn: '1 / -1' })

export const filter = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.space.tight,
  padding: theme.space.small,
  borderBottom: `1px solid ${theme.colour.line}`,
})
export const states = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.tight, width: '100%' })
export const select = style([smallSelect, { flex: 1, minWidth: 0 }])

export const list = style({ flex: 1, minHeight: 0, overflowY: 'auto' })
export const entry = style({
  display: 'grid',
  gridTemplateColumns: 'auto auto minmax(0, 1fr) auto',
  alignItems: 'baseline',
  columnGap: theme.space.small,
  rowGap: theme.space.hair,
  width: '100%',
  padding: `${theme.space.small} ${theme.space.medium}`,
  border: 'none',
  borderBottom: `1px solid ${theme.colour.line}`,
  borderLeft: '2px solid transparent',
  background: 'none',
  textAlign: 'left',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: theme.colour.goldWash },
    '&[aria-current=true]': { background: theme.colour.goldWash, borderLeftColor: theme.colour.gold },
    '&:focus-visible': { outlineOffset: '-2px' },
  },
})
export const entryPair = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.04em',
})
export const entrySetup = style({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: theme.colour.inkDim,
  fontSize: theme.size.small,
})
export const entryEnd = style({ fontFamily: theme.font.numbers, fontWeight: 600, whiteSpace: 'nowrap' })
export const won = style({ color: theme.colour.long })
export const lost = style({ color: theme.colour.short })
export const ghostR = style({ fontWeight: 400, fontSize: theme.size.small, color: theme.colour.goldDim })
export const entryTime = style({
  gridColumn: '1 / 4',
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
  fontVariantNumeric: 'tabular-nums',
})

const state = style([label, { justifySelf: 'end' }])
export const entryState = styleVariants({
  pending: [state, { color: theme.colour.goldBright }],
  fired: [state, { color: theme.colour.goldBright }],
  filled: [state, { color: theme.colour.goldBright }],
  closed: [state, { color: theme.colour.ink }],
  expired: [state],
  declined: [state],
  refused: [state, { color: theme.colour.warn }],
})
export const entryWhy = style({
  gridColumn: '1 / -1',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
  selectors: { '&:empty': { display: 'none' } },
})
export const pager = style({
  display: 'flex',
  justifyContent: 'space-between',
  padding: theme.space.small,
  borderTop: `1px solid ${theme.colour.line}`,
})
