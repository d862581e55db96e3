/** Sums that are shown line by line: the shield and the timer. */
import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const summary = style({
  width: 'fit-content',
  cursor: 'pointer',
  color: theme.colour.inkDim,
})
export const score = style({
  marginLeft: theme.space.small,
  fontFamily: theme.font.numbers,
  fontWeight: 600,
  color: theme.colour.ink,
})
export const aside = style({ marginLeft: theme.space.small })

const mark = style({
  marginLeft: theme.space.small,
  fontFamily: theme.font.heading,
  fontWeight: 600,
  letterSpacing: '0.06em',
  textTransform: 'uppercase',
})
export const grade = styleVariants({
  APPROVED: [mark, { color: theme.colour.long }],
  ACTIVE: [mark, { color: theme.colour.goldBright }],
  VOLATILITY_ZONE: [mark, { color: theme.colour.warn }],
  UNVERIFIED: [mark, { color: theme.colour.fault }],
})

export const table = style({
  width: '100%',
  marginTop: theme.space.small,
  borderCollapse: 'collapse',
  textAlign: 'left',
})
export const row = style({
  borderBottom: `1px dotted ${theme.colour.line}`,
  color: theme.colour.inkDim,
  verticalAlign: 'baseline',
})
export const silentRow = style([row, { color: theme.colour.inkFaint }])

const cell = style({ padding: `${theme.space.hair} ${theme.space.small} ${theme.space.hair} 0` })
export const name = style([cell, { fontWeight: 500, whiteSpace: 'nowrap' }])
export const points = style([
  cell,
  {
    fontFamily: theme.font.numbers,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    color: theme.colour.ink,
    selectors: { [`${silentRow} &`]: { color: theme.colour.inkFaint } },
  },
])
export const most = style({ color: theme.colour.inkFaint })
export const why = style([cell, { width: '100%', paddingRight: 0 }])
export const missing = style([why, { color: theme.colour.warn }])
