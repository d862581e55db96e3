import type { ChartFacts } from '../../../contracts/pictures.ts'
import type { Session } from '../../../contracts/vocabulary.ts'
import type { Bar } from '../../../domain/market/bar-series.ts'
import { font } from '../drawing/fonts.ts'
import type { Pen } from '../drawing/picture.ts'
import { write } from '../drawing/write.ts'
import type { Palette } from '../themes/palette.ts'
import { minuteText, monthDayText } from '../words.ts'
import type { ChartScale } from './chart-scale.ts'
import { decimal } from './draw-levels.ts'
import { niceSteps } from './nice-steps.ts'
import type { Field } from './price-scale.ts'

const SESSIONS: Readonly<Record<Session, Readonly<{ name: string; shade: number }>>> = {
  ASIAN: { name: 'ASIAN', shade: 0 },
  LONDON: { name: 'LONDON', shade: 0.22 },
  OVERLAP: { name: 'OVERLAP', shade: 0.42 },
  NEW_YORK: { name: 'NEW YORK', shade: 0.22 },
  ROLLOVER: { name: 'ROLLOVER', shade: 0.6 },
  CLOSED: { name: 'CLOSED', shade: 0 },
}

/** As wide as a line is high. */
const NARROWEST_PX = 14
/** Half of how high its capitals are. */
const HALF_PX = 5.5

/** Behind everything: which session each candle belongs to, by shade and by word, which runs down where there is no room across. */
export function drawSessions(
  pen: Pen,
  palette: Palette,
  { sessions }: ChartFacts,
  scale: ChartScale,
  field: Field,
): void {
  for (const { session, fromMs, untilMs } of sessions) {
    const x = scale.edge(fromMs) ?? field.left
    // Up to the last candle of its own: the next one begins after the market's pause.
    const width = scale.x(untilMs - 1) + scale.barWidth / 2 - x
    const { name, shade } = SESSIONS[session]
    pen.globalAlpha = shade
    pen.fillStyle = palette.line
    pen.fillRect(x, field.top, width, field.bottom - field.top)
    pen.globalAlpha = 1
    nameBand(pen, name, palette.inkFaint, { x, y: field.top, width })
  }
}

function nameBand(
  pen: Pen,
  name: string,
  colour: string,
  { x, y, width }: Readonly<{ x: number; y: number; width: number }>,
): void {
  const look = { font: font.heading(16, 600), spacing: 1, colour }
  pen.font = look.font
  pen.letterSpacing = '1px'
  if (pen.measureText(name).width + 12 <= width) {
    write(pen, name, { ...look, x: x + 8, y: y + 19 })
    return
  }
  if (width < NARROWEST_PX) return
  pen.save()
  pen.translate(x + width / 2 - HALF_PX, y + 8)
  pen.rotate(Math.PI / 2)
  write(pen, name, { ...look, x: 0, y: 0 })
  pen.restore()
}

const LINES = 6

/** Round prices to the left, with a hair line each. */
export function drawPriceAxis(
  pen: Pen,
  palette: Palette,
  digits: number,
  scale: ChartScale,
  field: Field,
): void {
  for (const price of niceSteps(scale.low, scale.high, LINES)) {
    const y = Math.round(scale.y(price)) + 0.5
    pen.strokeStyle = palette.line
    pen.globalAlpha = 0.6
    pen.lineWidth = 1
    pen.beginPath()
    pen.moveTo(field.left, y)
    pen.lineTo(field.right, y)
    pen.stroke()
    pen.globalAlpha = 1
    const look = { font: font.numbers(17, 500), colour: palette.inkFaint, align: 'right' } as const
    write(pen, decimal(price, digits), { ...look, x: field.left - 12, y: y + 6 })
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const STEPS_MS = [1, 2, 3, 4, 6, 12, 24, 48, 120, 240].map(hours => hours * HOUR_MS)
/** Between two times. */
const LEAST_PX = 92

/** Round hours below, UTC; midnight is the day that begins. */
export function drawTimeAxis(
  pen: Pen,
  palette: Palette,
  candles: readonly Bar[],
  scale: ChartScale,
  field: Field,
): void {
  const look = {
    y: field.bottom + 26,
    font: font.numbers(17, 500),
    colour: palette.inkFaint,
    align: 'center',
  } as const
  const [frameMs = HOUR_MS] = candles.slice(1, 2).map(({ openMs }) => openMs - (candles[0]?.openMs ?? 0))
  const stepMs = STEPS_MS.find(each => (each / frameMs) * scale.barWidth >= LEAST_PX) ?? Math.max(...STEPS_MS)
  let free = field.left
  for (const { openMs } of candles) {
    const x = scale.x(openMs)
    if (openMs % stepMs !== 0 || x - LEAST_PX / 2 < free) continue
    write(pen, openMs % DAY_MS === 0 ? monthDayText(openMs) : minuteText(openMs).slice(-5), { ...look, x })
    free = x + LEAST_PX / 2
    pen.fillStyle = palette.inkFaint
    pen.fillRect(Math.round(x), field.bottom, 1, 6)
  }
}
