import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** How much of the room an edge takes; the room makes way for it. */
export const EDGE = '1.25rem'

const bar = style({
  position: 'fixed',
  zIndex: 19,
  top: 0,
  bottom: 0,
  width: EDGE,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'space-around',
  color: theme.colour.inkOnBright,
  pointerEvents: 'none',
})

export const edge = styleVariants({
  live: [bar, { background: theme.colour.live }],
  contest: [bar, { background: theme.colour.contest }],
})
export const side = styleVariants({ left: { left: 0 }, right: { right: 0 } })

export const word = style({
  writingMode: 'vertical-rl',
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 700,
  letterSpacing: '0.32em',
  lineHeight: 1,
  textTransform: 'uppercase',
  selectors: { [`${side.left} &`]: { transform: 'rotate(180deg)' } },
})
