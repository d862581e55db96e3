import { keyframes, style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

const turn = keyframes({ to: { transform: 'rotate(1turn)' } })

export const scope = style({
  position: 'relative',
  width: '9rem',
  height: '9rem',
  marginBottom: theme.space.medium,
})

export const sweep = style({
  position: 'absolute',
  inset: 0,
  borderRadius: theme.radius.pill,
  background: `conic-gradient(from 0turn, transparent 0.72turn, color-mix(in srgb, ${theme.colour.goldFill} 38%, transparent) 1turn)`,
  animation: `${turn} 9s steps(180) infinite`,
})

export const rings = style({
  position: 'absolute',
  inset: 0,
  fill: 'none',
  stroke: theme.colour.goldDim,
  strokeWidth: 0.6,
  opacity: 0.8,
})
