import type { CardLook } from '../../contracts/card.ts'
import type { EquityFacts } from '../../contracts/pictures.ts'
import type { Field } from './chart/price-scale.ts'
import { drawCurve } from './chart/draw-curve.ts'
import { drawAccountPlate } from './drawing/account-plate.ts'
import { drawCells } from './drawing/cells.ts'
import { font } from './drawing/fonts.ts'
import { LEFT, RIGHT } from './drawing/head.ts'
import { picture, type Pen } from './drawing/picture.ts'
import { drawSheet } from './drawing/sheet.ts'
import { write } from './drawing/write.ts'
import { PALETTES, type Palette } from './themes/palette.ts'
import { daysText, inR, money, signed } from './words.ts'

const SIDES = { left: 176, right: RIGHT - 12 }
const R_FIELD = { ...SIDES, top: 214, bottom: 420 }
const MONEY_FIELD = { ...SIDES, top: 462, bottom: 598 }
/** Where there is no money to draw. */
const WHOLE_FIELD = { ...R_FIELD, bottom: MONEY_FIELD.bottom }

/** Running sums of closed trades, in R and in money, with how far they lie below their best: PNG, 1200 × 675. */
export function equityChart(facts: EquityFacts, { theme }: Pick<CardLook, 'theme'>): Promise<Uint8Array> {
  const palette = PALETTES[theme]
  return picture(pen => {
    drawSheet(pen, theme, palette)
    write(pen, 'RESULTS', { x: LEFT, y: 88, font: font.heading(46, 800), colour: palette.ink, spacing: 2 })
    drawAccountPlate(pen, facts.account, RIGHT, 48)
    drawCells(pen, palette, equityCells(facts), { x: LEFT, y: 118, width: RIGHT - LEFT, columns: 4 })
    drawSums(pen, palette, facts)
    drawFoot(pen, palette, facts)
  })
}

/** A fall has no sign, as in every text of it. */
export const equityCells = ({ n, scope, sumR, netCents, currency, depthR }: EquityFacts) => [
  { name: scope === 'drills' ? 'CLOSED DRILLS' : 'CLOSED TRADES', value: n.toLocaleString('en-US') },
  { name: 'NET, R', value: inR(sumR) },
  {
    name: `NET, ${currency ?? 'ACCOUNT CURRENCY'}`,
    value: netCents === null ? 'several accounts' : money(netCents),
  },
  { name: 'DEEPEST FALL, R', value: `${depthR.toFixed(2)} R` },
]

function drawSums(pen: Pen, palette: Palette, { points, n: most, netCents, currency }: EquityFacts): void {
  const hasMoney = netCents !== null
  const inRs = points.map(({ n, r }) => ({ n, value: r }))
  panel(pen, palette, 'R', hasMoney ? R_FIELD : WHOLE_FIELD)
  drawCurve(
    pen,
    palette,
    { points: inRs, most, text: value => signed(value, 1) },
    hasMoney ? R_FIELD : WHOLE_FIELD,
  )
  if (!hasMoney) return
  const amounts = points.map(({ n, netCents: cents }) => ({ n, value: cents / 100 }))
  panel(pen, palette, currency ?? 'MONEY', MONEY_FIELD)
  drawCurve(pen, palette, { points: amounts, most, text: value => signed(value, 0) }, MONEY_FIELD)
}

/** What its values are in, above it. */
const panel = (pen: Pen, palette: Palette, name: string, { left, top }: Field): void =>
  void write(pen, name, {
    x: left,
    y: top - 10,
    font: font.heading(20, 700),
    colour: palette.accent,
    spacing: 1,
  })

function drawFoot(pen: Pen, palette: Palette, { fromMs, toMs }: EquityFacts): void {
  const look = { y: 638, font: font.numbers(16, 500), colour: palette.inkFaint }
  write(pen, `${daysText(fromMs, toMs)}, trade by trade, after all costs`, {
    ...look,
    x: LEFT,
  })
  write(pen, 'Shaded: below the best so far', { ...look, x: RIGHT, align: 'right' })
}
