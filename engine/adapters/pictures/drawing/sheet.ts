import type { CardTheme } from '../../../contracts/card.ts'
import { ORNAMENTS } from '../themes/ornaments.ts'
import type { Palette } from '../themes/palette.ts'
import { drawGround } from './ground.ts'
import { HEIGHT, WIDTH, type Pen } from './picture.ts'

const EDGE = 22
const CORNER = 46

/** The field of a card: its ground, the theme's ornament, and a frame with corners like a sight's. */
export function drawSheet(pen: Pen, theme: CardTheme, palette: Palette): void {
  drawGround(pen, ...palette.field)
  pen.save()
  pen.lineWidth = 1
  pen.strokeStyle = palette.line
  pen.fillStyle = palette.line
  ORNAMENTS[theme](pen)
  pen.restore()
  frame(pen, palette)
}

function frame(pen: Pen, { line, accent }: Palette): void {
  pen.lineWidth = 1
  pen.strokeStyle = line
  pen.strokeRect(EDGE + 0.5, EDGE + 0.5, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)
  pen.lineWidth = 4
  pen.strokeStyle = accent
  pen.beginPath()
  for (const [x, inwards] of [
    [EDGE, CORNER],
    [WIDTH - EDGE, -CORNER],
  ] as const)
    for (const [y, down] of [
      [EDGE, CORNER],
      [HEIGHT - EDGE, -CORNER],
    ] as const) {
      pen.moveTo(x + inwards, y)
      pen.lineTo(x, y)
      pen.lineTo(x, y + down)
    }
  pen.stroke()
}
