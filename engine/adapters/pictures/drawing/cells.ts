import type { Palette } from '../themes/palette.ts'
import { font } from './fonts.ts'
import type { Pen } from './picture.ts'
import { write } from './write.ts'

/** One named figure. */
export type Cell = Readonly<{ name: string; value: string }>

type Place = Readonly<{ x: number; y: number; width: number; columns: number }>
const ROW = 70
const GAP = 18

/** Named figures in rows from the top; the ones that are left away leave no hole. */
export function drawCells(pen: Pen, palette: Palette, cells: readonly Cell[], place: Place): void {
  const width = (place.width - GAP * (place.columns - 1)) / place.columns
  cells.forEach(({ name, value }, index) => {
    const x = place.x + (index % place.columns) * (width + GAP)
    const y = place.y + Math.floor(index / place.columns) * ROW
    pen.fillStyle = palette.accent
    pen.globalAlpha = 0.55
    pen.fillRect(x, y, 3, 52)
    pen.globalAlpha = 1
    const at = { x: x + 14, room: width - 14 }
    write(pen, name, {
      ...at,
      y: y + 15,
      font: font.heading(18, 600),
      colour: palette.inkFaint,
      spacing: 1,
    })
    write(pen, value, { ...at, y: y + 48, font: font.numbers(22, 600), colour: palette.ink })
  })
}
