import { font } from '../drawing/fonts.ts'
import type { Pen } from '../drawing/picture.ts'
import { write } from '../drawing/write.ts'
import type { Palette } from '../themes/palette.ts'
import { niceSteps } from './nice-steps.ts'
import type { Field } from './price-scale.ts'

type Curve = Readonly<{
  /** After how many trades, and what they came to. */
  points: readonly Readonly<{ n: number; value: number }>[]
  /** Trades in all. */
  most: number
  text: (value: number) => string
}>

const LINES = 4
/** As fine as values are written. */
const FINEST = 0.1

/** A running sum with the fall from its best so far shaded, the line of nothing, and round values to the left. */
export function drawCurve(pen: Pen, palette: Palette, { points, most, text }: Curve, field: Field): void {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = high - low || 1
  const x = (n: number) => field.left + ((field.right - field.left) * n) / Math.max(1, most)
  const y = (value: number) => field.bottom - ((field.bottom - field.top) * (value - low)) / span
  for (const value of niceSteps(low, high, LINES, FINEST)) {
    pen.strokeStyle = palette.line
    pen.lineWidth = value === 0 ? 2 : 1
    line(pen, [[field.left, y(value)], [field.right, y(value)]]) // prettier-ignore
    const look = { font: font.numbers(17, 500), colour: palette.inkFaint, align: 'right' } as const
    write(pen, value === 0 ? '0' : text(value), { ...look, x: field.left - 12, y: y(value) + 6 })
  }
  let best = -Infinity
  const bests = points.map(({ n, value }) => [x(n), y((best = Math.max(best, value)))] as const)
  const sums = points.map(({ n, value }) => [x(n), y(value)] as const)
  pen.fillStyle = palette.lost
  pen.globalAlpha = 0.28
  pen.beginPath()
  for (const [px, py] of [...bests, ...sums.toReversed()]) pen.lineTo(px, py)
  pen.fill()
  pen.globalAlpha = 1
  pen.strokeStyle = palette.accent
  pen.lineWidth = 3
  pen.lineJoin = 'round'
  line(pen, sums)
}

function line(pen: Pen, through: readonly (readonly [x: number, y: number])[]): void {
  pen.beginPath()
  for (const [x, y] of through) pen.lineTo(x, y)
  pen.stroke()
}
