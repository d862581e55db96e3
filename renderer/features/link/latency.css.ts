import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const still = style({ flex: 'none' })
export const charts = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(24rem, 100%), 1fr))',
  gap: `${theme.space.small} ${theme.space.large}`,
})
export const chart = style({ minWidth: 0, margin: 0 })
export const caption = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  columnGap: theme.space.small,
  fontSize: theme.size.small,
})
export const note = style({ color: theme.colour.inkFaint })
export const figures = style({ color: theme.colour.inkDim, fontSize: theme.size.small })
export const plot = style({
  display: 'grid',
  gridTemplateColumns: '3.75rem minmax(0, 1fr)',
  gridTemplateRows: '2.5rem auto',
  columnGap: theme.space.tight,
})
export const ends = style({
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  alignItems: 'flex-end',
  color: theme.colour.inkFaint,
  fontSize: theme.size.tiny,
  lineHeight: 1,
})
export const field = style({
  width: '100%',
  height: '100%',
  borderLeft: `1px solid ${theme.colour.lineStrong}`,
  borderBottom: `1px solid ${theme.colour.lineStrong}`,
  background: theme.colour.inset,
})
export const line = style({
  fill: 'none',
  stroke: theme.colour.gold,
  strokeWidth: 1.25,
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
})
/** Where nineteen of twenty are below. */
export const slow = style({
  fill: 'none',
  stroke: theme.colour.inkFaint,
  strokeDasharray: '2 4',
  vectorEffect: 'non-scaling-stroke',
})
export const times = style({
  gridColumn: 2,
  display: 'flex',
  justifyContent: 'space-between',
  color: theme.colour.inkFaint,
  fontSize: theme.size.tiny,
})
