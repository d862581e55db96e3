import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const spark = style({ display: 'block', width: '4.25rem', height: '1.375rem' })
export const line = style({
  fill: 'none',
  stroke: theme.colour.goldDim,
  strokeWidth: 1.25,
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
})
export const dot = style({ fill: theme.colour.goldBright })
export const waiting = style({ stroke: theme.colour.line, strokeDasharray: '2 4', fill: 'none' })
