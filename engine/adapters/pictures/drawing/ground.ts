import { HEIGHT, WIDTH, type Pen } from './picture.ts'

/** Enough for two colours that are close: each step is one or two of 255, which no eye tells apart. */
const STEPS = 64

/**
 * From one colour at the top left to another at the bottom right. In steps and not as the canvas's own gradient, which it dithers:
 * that made each PNG twice as large and 100 ms slower.
 */
export function drawGround(pen: Pen, from: string, to: string): void {
  const [start, end] = [channelsOf(from), channelsOf(to)]
  const diagonal = Math.hypot(WIDTH, HEIGHT)
  pen.save()
  pen.rotate(Math.atan2(HEIGHT, WIDTH))
  for (let step = 0; step < STEPS; step++) {
    const share = step / (STEPS - 1)
    const mixed = start.map((value, channel) => Math.round(value + ((end[channel] ?? 0) - value) * share))
    pen.fillStyle = `rgb(${mixed.join(' ')})`
    pen.fillRect(step === 0 ? -diagonal : (diagonal * step) / STEPS, -diagonal, 2 * diagonal, 2 * diagonal)
  }
  pen.restore()
}

/** #0d2313 → 13, 35, 19 */
const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
