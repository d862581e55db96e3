import { style } from '@vanilla-extract/css'

export const solid = style({ flex: 'none', width: '0.65em', height: '0.65em', fill: 'currentColor' })
export const stroke = style({
  flex: 'none',
  width: '1.1em',
  height: '1.1em',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
})
