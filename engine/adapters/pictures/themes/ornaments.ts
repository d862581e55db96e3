import type { CardTheme } from '../../../contracts/card.ts'
import { HEIGHT, WIDTH, type Pen } from '../drawing/picture.ts'

/** What lies behind the figures, drawn with the line colour that is set. */
export const ORNAMENTS: Readonly<Record<CardTheme, (pen: Pen) => void>> = {
  nightOps: grid,
  desert: dunes,
  arctic: ice,
  ember: sparks,
}

/** A map's squares. */
function grid(pen: Pen): void {
  pen.globalAlpha = 0.32
  pen.beginPath()
  for (let x = 0; x <= WIDTH; x += 40) {
    pen.moveTo(x + 0.5, 0)
    pen.lineTo(x + 0.5, HEIGHT)
  }
  for (let y = 0; y <= HEIGHT; y += 40) {
    pen.moveTo(0, y + 0.5)
    pen.lineTo(WIDTH, y + 0.5)
  }
  pen.stroke()
}

function dunes(pen: Pen): void {
  for (let dune = 0; dune < 9; dune++) {
    const y = 330 + dune * 46
    pen.globalAlpha = 0.1 + dune * 0.035
    pen.beginPath()
    pen.moveTo(0, y)
    pen.bezierCurveTo(260, y - 90 + dune * 6, 560, y + 70, 800, y - 10)
    pen.bezierCurveTo(940, y - 60, 1_080, y - 30, WIDTH, y - 70)
    pen.stroke()
  }
}

/** Planes of broken ice: lines of two directions. */
function ice(pen: Pen): void {
  for (let plane = -4; plane < 16; plane++) {
    pen.globalAlpha = plane % 3 === 0 ? 0.42 : 0.2
    const x = plane * 110
    pen.beginPath()
    pen.moveTo(x, HEIGHT)
    pen.lineTo(x + 420, 0)
    pen.moveTo(x, 0)
    pen.lineTo(x + 180, HEIGHT)
    pen.stroke()
  }
}

/** They rise from below, and get fewer. The same ones on every card: the golden angle spreads them. */
function sparks(pen: Pen): void {
  for (let spark = 0; spark < 150; spark++) {
    const height = (spark / 150) ** 1.7
    pen.globalAlpha = 0.75 * (1 - height)
    pen.beginPath()
    pen.arc((spark * 0.618_034 * WIDTH) % WIDTH, HEIGHT * (1 - height), 1 + (spark % 4), 0, 2 * Math.PI)
    pen.fill()
  }
}
