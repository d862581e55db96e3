import type { ChartLevels } from '../../../contracts/card.ts'
import { font } from '../drawing/fonts.ts'
import type { Pen } from '../drawing/picture.ts'
import { write } from '../drawing/write.ts'
import type { Palette } from '../themes/palette.ts'
import type { Field, Scale } from './price-scale.ts'

export type Level = Readonly<{ name: string; price: number; colour: string; dash: readonly number[] }>

/** Names that would lie on one another are moved apart, px. */
const LINE_PX = 46

/** Entry, stop, target and exit as lines with their names and prices beside the field. */
export function drawLevels(
  pen: Pen,
  palette: Palette,
  levels: ChartLevels,
  scale: Scale,
  field: Field,
): void {
  drawPriceLines(pen, levelsOf(levels, palette), levels.digits, scale, field)
}

/** Lines across the field, with their names and prices to its right. */
export function drawPriceLines(
  pen: Pen,
  levels: readonly Level[],
  digits: number,
  scale: Pick<Scale, 'y'>,
  field: Field,
): void {
  const shown = [...levels].sort((a, b) => b.price - a.price)
  let below = field.top
  shown.forEach(({ name, price, colour, dash }, index) => {
    const y = Math.round(scale.y(price)) + 0.5
    pen.strokeStyle = colour
    pen.lineWidth = 2
    pen.setLineDash([...dash])
    pen.beginPath()
    pen.moveTo(field.left, y)
    pen.lineTo(field.right, y)
    pen.stroke()
    pen.setLineDash([])
    const lowest = field.bottom - (shown.length - 1 - index) * LINE_PX
    const at = Math.min(Math.max(y, below), lowest)
    below = at + LINE_PX
    const text = { x: field.right + 14, colour }
    write(pen, name, { ...text, y: at - 3, font: font.heading(18, 700), spacing: 1.5 })
    write(pen, decimal(price, digits), { ...text, y: at + 19, font: font.numbers(20, 600) })
  })
}

function levelsOf({ entry, stop, target, exit }: ChartLevels, palette: Palette): readonly Level[] {
  return [
    { name: 'TARGET', price: target, colour: palette.won, dash: [10, 7] },
    { name: 'ENTRY', price: entry, colour: palette.accent, dash: [] },
    { name: 'STOP', price: stop, colour: palette.lost, dash: [10, 7] },
    ...(exit === null ? [] : [{ name: 'EXIT', price: exit.price, colour: palette.ink, dash: [2, 5] }]),
  ]
}

export const decimal = (points: number, digits: number): string => (points / 10 ** digits).toFixed(digits)
