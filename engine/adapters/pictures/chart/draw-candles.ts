import type { Bar } from '../../../domain/market/bar-series.ts'
import type { Pen } from '../drawing/picture.ts'
import type { Palette } from '../themes/palette.ts'
import type { Scale } from './price-scale.ts'

/** A rising candle is hollow and a falling one filled, so that they differ without colour too. */
export function drawCandles(pen: Pen, { ink, inkDim }: Palette, bars: readonly Bar[], scale: Scale): void {
  const body = Math.max(1, Math.floor(scale.barWidth * 0.7))
  pen.lineWidth = Math.min(1.5, body)
  for (const { openMs, open, high, low, close } of bars) {
    const x = Math.round(scale.x(openMs)) + 0.5
    const rises = close >= open
    const [top, bottom] = [scale.y(Math.max(open, close)), scale.y(Math.min(open, close))]
    pen.strokeStyle = rises ? ink : inkDim
    pen.fillStyle = inkDim
    pen.beginPath()
    pen.moveTo(x, scale.y(high))
    pen.lineTo(x, top)
    pen.moveTo(x, bottom)
    pen.lineTo(x, scale.y(low))
    pen.stroke()
    const shape = [x - body / 2, top, body, Math.max(1, bottom - top)] as const
    if (rises) pen.strokeRect(...shape)
    else pen.fillRect(...shape)
  }
}
