import type { Mission } from '../../../contracts/mission.ts'
import type { ChartFacts, OpenLevels } from '../../../contracts/pictures.ts'
import { font } from '../drawing/fonts.ts'
import type { Pen } from '../drawing/picture.ts'
import { write } from '../drawing/write.ts'
import type { Palette } from '../themes/palette.ts'
import type { ChartScale } from './chart-scale.ts'
import { drawPriceLines, type Level } from './draw-levels.ts'
import type { Field } from './price-scale.ts'

type Told = Pick<ChartFacts, 'digits' | 'plan' | 'last' | 'open'>

/** A broker may have gone to other digits since the mission was issued. */
const factorOf = (plan: Pick<Mission, 'digits'>, digits: number): number => 10 ** (digits - plan.digits)

/** Every price that has a line, in the chart's own points. */
export const linePrices = (facts: Told): number[] => levelsOf(facts).map(({ price }) => price)

/** LAST is the close of the newest minute. */
export function drawPrices(pen: Pen, palette: Palette, facts: Told, scale: ChartScale, field: Field): void {
  const levels = levelsOf(facts).map(({ name, price, look }) => ({ name, price, ...LOOKS[look](palette) }))
  drawPriceLines(pen, levels, facts.digits, scale, field)
}

type Look = 'last' | 'target' | 'entry' | 'stop' | 'cancels'
type Line = Readonly<{ name: string; price: number; look: Look }>

const LOOKS: Readonly<Record<Look, (palette: Palette) => Pick<Level, 'colour' | 'dash'>>> = {
  last: ({ ink }) => ({ colour: ink, dash: [2, 5] }),
  target: ({ won }) => ({ colour: won, dash: [10, 7] }),
  entry: ({ accent }) => ({ colour: accent, dash: [] }),
  stop: ({ lost }) => ({ colour: lost, dash: [10, 7] }),
  cancels: ({ inkFaint }) => ({ colour: inkFaint, dash: [4, 4] }),
}

const levelsOf = (facts: Told): Line[] => [
  { name: 'LAST', price: facts.last.price, look: 'last' },
  ...(facts.plan === null ? [] : linesOfPlan(facts.plan, facts.digits)),
  ...facts.open.flatMap(each => linesOfOpen(each, facts.digits)),
]

function linesOfPlan(plan: Mission, digits: number): Line[] {
  const factor = factorOf(plan, digits)
  const { entry, stop, target, invalidBeyond } = plan
  return [
    { name: 'TARGET', price: target * factor, look: 'target' },
    { name: 'ENTRY', price: entry * factor, look: 'entry' },
    { name: 'STOP', price: stop * factor, look: 'stop' },
    ...(invalidBeyond === null
      ? []
      : [{ name: 'CANCELS BEYOND', price: invalidBeyond * factor, look: 'cancels' } as const]),
  ]
}

function linesOfOpen({ side, lots, open, stop, target }: OpenLevels, digits: number): Line[] {
  const at = (text: string): number => Math.round(Number(text) * 10 ** digits)
  return [
    { name: `${side === 'buy' ? 'LONG' : 'SHORT'} ${lots}`, price: at(open), look: 'entry' },
    ...(stop === null ? [] : [{ name: 'STOP', price: at(stop), look: 'stop' } as const]),
    ...(target === null ? [] : [{ name: 'TARGET', price: at(target), look: 'target' } as const]),
  ]
}

/** What has no height is a line. */
const LINE_PX = 3

type Area = Readonly<{ label: string; x: number; y: number; width: number; height: number }>

/** What the setup saw, as long as it was seen and as far as it lies in the field: a zone as an area, a level as a line. */
function areasOf({ plan, digits }: Told, scale: ChartScale, field: Field): Area[] {
  if (plan === null) return []
  const factor = factorOf(plan, digits)
  const inField = (price: number) => Math.min(field.bottom, Math.max(field.top, scale.y(price * factor)))
  return plan.structure.flatMap(({ label, fromMs, toMs, low, high }) => {
    const [x, right] = [scale.edgeWithin(fromMs), scale.edgeWithin(toMs)]
    // It was seen before the first candle.
    if (right <= field.left) return []
    const y = inField(high)
    return [
      {
        label,
        x,
        y,
        width: Math.max(scale.barWidth, right - x),
        height: Math.max(LINE_PX, inField(low) - y),
      },
    ]
  })
}

export function drawStructure(
  pen: Pen,
  palette: Palette,
  facts: Told,
  scale: ChartScale,
  field: Field,
): void {
  pen.fillStyle = palette.accent
  for (const { x, y, width, height } of areasOf(facts, scale, field)) {
    pen.globalAlpha = height > LINE_PX ? 0.16 : 0.7
    pen.fillRect(x, y, width, height)
  }
  pen.globalAlpha = 1
}

/** Over candles and lines, on an edge of the ground that keeps them readable. */
export function nameStructure(
  pen: Pen,
  palette: Palette,
  facts: Told,
  scale: ChartScale,
  field: Field,
): void {
  pen.strokeStyle = palette.field[1]
  pen.lineWidth = 5
  for (const { label, x, y, height } of areasOf(facts, scale, field)) {
    const look = { y: y + height + (height > 30 ? -8 : 18), font: font.heading(17, 600) }
    const name = label.toUpperCase()
    pen.font = look.font
    pen.letterSpacing = '1px'
    pen.textAlign = 'left'
    const nameX = Math.min(x + 6, field.right - pen.measureText(name).width - 6)
    pen.strokeText(name, nameX, look.y)
    write(pen, name, { ...look, x: nameX, colour: palette.accent, spacing: 1 })
  }
}

/** When it was issued and when its time is up, where the field reaches that far. */
export function drawMoments(
  pen: Pen,
  palette: Palette,
  { plan }: Told,
  scale: ChartScale,
  field: Field,
): void {
  if (plan === null) return
  moment(pen, palette, 'ISSUED', scale.edge(plan.issuedMs), { ...field, bottom: field.bottom - NAME_PX })
  if (plan.timeExitMs !== null) moment(pen, palette, 'TIME EXIT', scale.edge(plan.timeExitMs), field)
}

/** Names of two moments that are close lie below one another. */
const NAME_PX = 20

function moment(pen: Pen, { inkDim }: Palette, name: string, x: number | null, field: Field): void {
  if (x === null) return
  pen.strokeStyle = inkDim
  pen.lineWidth = 1.5
  pen.setLineDash([3, 5])
  pen.beginPath()
  pen.moveTo(x, field.top + 26)
  pen.lineTo(x, field.bottom)
  pen.stroke()
  pen.setLineDash([])
  write(pen, name, {
    x: x - 6,
    y: field.bottom - 8,
    font: font.heading(16, 600),
    colour: inkDim,
    align: 'right',
  })
}
