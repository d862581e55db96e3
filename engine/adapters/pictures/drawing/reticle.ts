import type { Palette } from '../themes/palette.ts'
import type { Pen } from './picture.ts'

/** The sight behind a winner's figures. */
export function drawReticle(pen: Pen, { accent }: Palette, x: number, y: number, radius: number): void {
  pen.save()
  pen.strokeStyle = accent
  pen.globalAlpha = 0.22
  pen.lineWidth = 3
  for (const share of [1, 0.66, 0.3]) {
    pen.beginPath()
    pen.arc(x, y, radius * share, 0, 2 * Math.PI)
    pen.stroke()
  }
  pen.beginPath()
  for (const [across, down] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    pen.moveTo(x + across * radius * 0.42, y + down * radius * 0.42)
    pen.lineTo(x + across * radius * 1.2, y + down * radius * 1.2)
  }
  pen.stroke()
  pen.restore()
}
