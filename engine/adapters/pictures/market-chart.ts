import type { CardLook } from '../../contracts/card.ts'
import type { ChartFacts } from '../../contracts/pictures.ts'
import type { Bar } from '../../domain/market/bar-series.ts'
import { chartScale } from './chart/chart-scale.ts'
import { drawPriceAxis, drawSessions, drawTimeAxis } from './chart/draw-axes.ts'
import { drawCandles } from './chart/draw-candles.ts'
import { drawMoments, drawPrices, drawStructure, nameStructure } from './chart/draw-plan.ts'
import { drawAccountPlate } from './drawing/account-plate.ts'
import { font } from './drawing/fonts.ts'
import { LEFT, RIGHT } from './drawing/head.ts'
import { picture, type Pen } from './drawing/picture.ts'
import { drawSheet } from './drawing/sheet.ts'
import { write } from './drawing/write.ts'
import { PALETTES, type Palette } from './themes/palette.ts'
import { minuteText } from './words.ts'

const FIELD = { left: 148, right: 1_000, top: 116, bottom: 582 }
/** Up to the plate of the account, whatever it says. */
const HEAD_ROOM = 690

/** Candles of one pair with what a mission plans there: PNG, 1200 × 675. `candles` are oldest first, of `frameMinutes`, and of the bid. */
export function marketChart(
  candles: readonly Bar[],
  facts: ChartFacts,
  { theme }: Pick<CardLook, 'theme'>,
): Promise<Uint8Array> {
  const palette = PALETTES[theme]
  const scale = chartScale(candles, facts, FIELD)
  return picture(pen => {
    drawSheet(pen, theme, palette)
    drawTitle(pen, palette, facts)
    drawAccountPlate(pen, facts.account, RIGHT, 48)
    drawSessions(pen, palette, facts, scale, FIELD)
    drawPriceAxis(pen, palette, facts.digits, scale, FIELD)
    drawTimeAxis(pen, palette, candles, scale, FIELD)
    drawStructure(pen, palette, facts, scale, FIELD)
    drawCandles(pen, palette, candles, scale)
    drawMoments(pen, palette, facts, scale, FIELD)
    drawPrices(pen, palette, facts, scale, FIELD)
    nameStructure(pen, palette, facts, scale, FIELD)
    drawFoot(pen, palette, facts)
  })
}

/** EURUSD LONG, and beside it what made it. */
function drawTitle(pen: Pen, palette: Palette, { pair, plan, frameMinutes }: ChartFacts): void {
  const side = plan === null ? '' : plan.side === 'buy' ? ' LONG' : ' SHORT'
  const title = `${pair}${side}`
  const width = write(pen, title, {
    x: LEFT,
    y: 88,
    font: font.heading(46, 800),
    colour: palette.ink,
    spacing: 2,
  })
  const words = [
    frameName(frameMinutes),
    ...(plan === null ? [] : [plan.setup, ...(plan.drill ? ['DRILL'] : [])]),
  ]
  const x = LEFT + width + 22
  const look = { y: 86, font: font.heading(26, 600), colour: palette.inkDim, spacing: 1 }
  write(pen, words.join(' · ').toUpperCase(), { ...look, x, room: HEAD_ROOM - x })
}

/** M15, H4 */
export const frameName = (minutes: number): string =>
  minutes % 1_440 === 0 ? `D${minutes / 1_440}` : minutes % 60 === 0 ? `H${minutes / 60}` : `M${minutes}`

function drawFoot(pen: Pen, palette: Palette, { fromMs, last, plan }: ChartFacts): void {
  const look = { y: 638, font: font.numbers(16, 500), colour: palette.inkFaint }
  write(pen, `Bid, ${minuteText(fromMs)} to ${minuteText(last.closedMs)} UTC`, { ...look, x: LEFT })
  const exit = plan?.timeExitMs ?? null
  if (exit !== null) write(pen, `Time exit ${minuteText(exit)} UTC`, { ...look, x: RIGHT, align: 'right' })
}
