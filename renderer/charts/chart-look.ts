/** How every chart of the house looks: its axes and the hint under the pointer. Colours are variables, so a chart changes with the theme. */
import { theme } from '../theme/theme.css.ts'

const { colour, font, radius } = theme

export const axis = {
  stroke: colour.line,
  tick: { fill: colour.inkFaint, fontSize: '0.7rem', fontFamily: font.numbers },
} as const
export const hint = {
  isAnimationActive: false,
  separator: ' ',
  cursor: { stroke: colour.goldLine, fill: colour.goldWash },
  contentStyle: {
    background: colour.raised,
    border: `1px solid ${colour.goldDim}`,
    borderRadius: radius.medium,
    padding: '0.25rem 0.5rem',
  },
  labelStyle: { color: colour.inkDim },
  itemStyle: { color: colour.ink, fontFamily: font.numbers, padding: 0 },
} as const

export const dayAndMonth = (ms: number): string => new Date(ms).toISOString().slice(5, 10)
