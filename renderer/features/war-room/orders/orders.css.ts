import { keyframes, style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

const frame = style({
  flex: 'none',
  padding: `${theme.space.small} ${theme.space.medium}`,
})
/** What is on its way wants an eye; what waits does not. */
export const group = styleVariants({
  inFlight: [
    frame,
    { borderBottom: `1px solid ${theme.colour.goldLine}`, background: theme.colour.goldWash },
  ],
  waiting: [frame, { borderBottom: `1px solid ${theme.colour.line}`, background: theme.colour.inset }],
})

/** Its columns are those of every row, as wide as the widest. A long list scrolls, and what is open stays in sight. */
export const list = style({
  display: 'grid',
  gridTemplateColumns: 'auto auto minmax(0, 1fr) auto auto',
  columnGap: theme.space.small,
  maxHeight: 'clamp(6rem, 22vh, 13rem)',
  overflowY: 'auto',
})

export const row = style({
  display: 'grid',
  gridTemplateColumns: 'subgrid',
  gridColumn: '1 / -1',
  alignItems: 'center',
  minHeight: '2rem',
  padding: `${theme.space.hair} 0`,
})

const breathe = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.25 } })

const mark = style({ width: '0.5rem', height: '0.5rem' })
export const sign = styleVariants({
  moving: [
    mark,
    {
      borderRadius: theme.radius.pill,
      background: theme.colour.gold,
      animation: `${breathe} 1.6s ease-in-out infinite`,
    },
  ],
  waiting: [mark, { borderRadius: theme.radius.pill, border: `2px solid ${theme.colour.goldDim}` }],
  unknown: [mark, { background: theme.colour.fault, animation: `${breathe} 1.6s ease-in-out infinite` }],
})

export const head = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const symbol = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.04em',
})
export const what = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: theme.space.small,
  lineHeight: 1.25,
})
export const state = style({ fontWeight: 600, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' })
export const text = style({ fontSize: theme.size.small, color: theme.colour.inkDim, textWrap: 'pretty' })

const time = style({
  justifySelf: 'end',
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})
export const since = style([time, { fontFamily: theme.font.numbers }])
export const left = style([time, { color: theme.colour.inkDim }])
export const clock = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.body,
  fontVariantNumeric: 'tabular-nums',
  color: theme.colour.ink,
})
export const action = style({ display: 'grid' })
export const refusals = style({ gridColumn: '2 / -1', padding: `${theme.space.tight} 0` })
