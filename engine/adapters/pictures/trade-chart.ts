import type { CardLook, ChartLevels } from '../../contracts/card.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { drawCandles } from './chart/draw-candles.ts'
import { drawLevels } from './chart/draw-levels.ts'
import { priceScale, type Scale } from './chart/price-scale.ts'
import { drawAccountPlate } from './drawing/account-plate.ts'
import { font } from './drawing/fonts.ts'
import { LEFT, RIGHT } from './drawing/head.ts'
import { picture, type Pen } from './drawing/picture.ts'
import { drawSheet } from './drawing/sheet.ts'
import { write } from './drawing/write.ts'
import { PALETTES, type Palette } from './themes/palette.ts'
import { minuteText } from './words.ts'

const FIELD = { left: LEFT, right: 1_020, top: 124, bottom: 600 }

/**
 * The bars around a trade with its entry, stop, target and exit: PNG, 1200 × 675. `bars` are oldest first, of one timeframe, prices
 * in points of the bid; without any there are only the levels.
 */
export function tradeChart(
  bars: readonly Bar[],
  levels: ChartLevels,
  { theme }: Pick<CardLook, 'theme'>,
): Promise<Uint8Array> {
  const palette = PALETTES[theme]
  const scale = priceScale(bars, levels, FIELD)
  return picture(pen => {
    drawSheet(pen, theme, palette)
    const word = `${levels.pair} ${levels.side === 'buy' ? 'LONG' : 'SHORT'}`
    write(pen, word, { x: LEFT, y: 88, font: font.heading(46, 800), colour: palette.ink, spacing: 2 })
    drawAccountPlate(pen, levels.account, RIGHT, 48)
    drawCandles(pen, palette, bars, scale)
    drawLevels(pen, palette, levels, scale, FIELD)
    drawMoments(pen, palette, levels, scale)
    drawSpan(pen, palette, bars)
  })
}

/** Where it began and ended. */
function drawMoments(pen: Pen, palette: Palette, { entry, entryMs, exit }: ChartLevels, scale: Scale): void {
  mark(pen, palette.accent, scale.x(entryMs), scale.y(entry))
  if (exit !== null) mark(pen, palette.ink, scale.x(exit.atMs), scale.y(exit.price))
}

function mark(pen: Pen, colour: string, x: number, y: number): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, y, 7, 0, 2 * Math.PI)
  pen.fill()
}

function drawSpan(pen: Pen, palette: Palette, bars: readonly Bar[]): void {
  const [first, last] = [bars.at(0), bars.at(-1)]
  const look = { y: 634, font: font.numbers(17, 500), colour: palette.inkFaint }
  if (first === undefined || last === undefined) {
    write(pen, 'No bars of this time are kept.', { ...look, x: FIELD.left })
    return
  }
  write(pen, `${minuteText(first.openMs)} UTC`, { ...look, x: FIELD.left })
  write(pen, `${minuteText(last.openMs)} UTC`, { ...look, x: FIELD.right, align: 'right' })
}
