import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const badge = style({ flex: 'none', width: '3rem', height: '3rem', display: 'block' })
export const shield = style({ fill: theme.colour.goldWash })
export const rim = style({
  fill: 'none',
  stroke: theme.colour.gold,
  strokeWidth: 1.75,
  strokeLinejoin: 'round',
})
export const charge = style({ fill: theme.colour.gold })
