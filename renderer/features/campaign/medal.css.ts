import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

const medal_ = style({
  display: 'block',
  height: '100%',
  width: 'auto',
  maxWidth: '100%',
  overflow: 'visible',
})
export const medal = styleVariants({
  earned: [medal_, { filter: `drop-shadow(0 2px 8px ${theme.colour.goldLine})` }],
  open: [medal_],
})

export const bright = style({ stopColor: theme.colour.goldFillBright })
export const gold = style({ stopColor: theme.colour.goldFill })
/** What is struck in metal stays as it is by day and by night. */
export const deep = style({ stopColor: '#7c6423' })

export const ribbon = styleVariants({
  earned: { fill: '#1f5a34', stroke: theme.colour.goldDim, strokeWidth: 0.75 },
  open: { fill: theme.colour.inset, stroke: theme.colour.line, strokeWidth: 1 },
})
export const rim = styleVariants({
  earned: { stroke: theme.colour.goldFillBright, strokeWidth: 0.75, strokeLinejoin: 'round' },
  open: {
    fill: theme.colour.panel,
    stroke: theme.colour.lineStrong,
    strokeWidth: 1,
    strokeLinejoin: 'round',
  },
})
export const field = styleVariants({
  earned: { fill: 'rgba(20, 14, 2, 0.14)', stroke: 'rgba(60, 44, 8, 0.65)', strokeWidth: 1.2 },
  open: { fill: theme.colour.inset, stroke: theme.colour.line, strokeWidth: 1 },
})
const charge_ = style({ fill: 'none', strokeWidth: 1.7, strokeLinejoin: 'round', strokeLinecap: 'round' })
export const charge = styleVariants({
  earned: [charge_, { stroke: '#2a1f05' }],
  open: [charge_, { stroke: theme.colour.inkFaint, opacity: 0.75 }],
})
export const way = style({ fill: 'none', stroke: theme.colour.line, strokeWidth: 2 })
export const done = style({
  fill: 'none',
  stroke: theme.colour.gold,
  strokeWidth: 2,
  transition: `stroke-dasharray ${theme.motion.slow} ${theme.motion.ease}`,
})
