import type { CardLook, SignedPicture, TradeFacts } from '../../contracts/card.ts'
import type { Signer } from '../../ports/signer.ts'
import { seal } from './code/seal.ts'
import { drawCells, type Cell } from './drawing/cells.ts'
import { font } from './drawing/fonts.ts'
import { drawHead, LEFT } from './drawing/head.ts'
import { picture, type Pen } from './drawing/picture.ts'
import { drawReticle } from './drawing/reticle.ts'
import { drawSeal, SEAL_LEFT } from './drawing/seal-block.ts'
import { drawSheet } from './drawing/sheet.ts'
import { write } from './drawing/write.ts'
import { PALETTES, type Palette } from './themes/palette.ts'
import { lotsText, minuteText, money, percent, signed } from './words.ts'

const ROOM = SEAL_LEFT - LEFT - 32

/**
 * A kill card, or a debrief of a trade that won nothing: 1200 × 675, signed in its code. `facts` are what is to be shown, with what
 * the trader leaves away already gone.
 */
export async function tradeCardPicture(
  facts: TradeFacts,
  { theme }: Pick<CardLook, 'theme'>,
  signer: Signer,
): Promise<SignedPicture<TradeFacts>> {
  const palette = PALETTES[theme]
  const { publicKey } = signer
  const png = await picture(pen => {
    drawSheet(pen, theme, palette)
    if (facts.card === 'kill') drawReticle(pen, palette, 676, 334, 72)
    const title = facts.card === 'kill' ? 'KILL CONFIRMED' : 'DEBRIEF'
    drawHead(pen, palette, { title, callSign: facts.callSign, account: facts.account, room: ROOM })
    drawAim(pen, palette, facts)
    drawResult(pen, palette, facts)
    drawCells(pen, palette, cellsOf(facts), { x: LEFT, y: 424, width: ROOM, columns: 3 })
    drawSeal(pen, palette, { seal: seal(facts, signer), publicKey, order: facts.order })
  })
  return { png, facts, publicKey }
}

/** Pair, side and setup on one line. */
function drawAim(pen: Pen, palette: Palette, { pair, side, setup }: TradeFacts): void {
  let x = LEFT
  const line = { y: 244, font: font.heading(48, 700) }
  if (pair !== undefined) x += write(pen, pair, { ...line, x, colour: palette.ink, spacing: 2 }) + 24
  if (side !== undefined) x += drawSide(pen, palette, side, x) + 24
  const room = LEFT + ROOM - x
  const words = setup?.replaceAll('-', ' ').toUpperCase()
  if (words !== undefined)
    write(pen, words, { x, y: 241, room, font: font.heading(27, 600), colour: palette.inkDim, spacing: 1 })
}

/** An arrow and a word: neither stands for the side by its colour alone. */
function drawSide(pen: Pen, { accent }: Palette, side: 'buy' | 'sell', x: number): number {
  const [tip, base] = side === 'buy' ? [216, 242] : [242, 216]
  pen.fillStyle = accent
  pen.beginPath()
  pen.moveTo(x, base)
  pen.lineTo(x + 26, base)
  pen.lineTo(x + 13, tip)
  pen.fill()
  const word = side === 'buy' ? 'LONG' : 'SHORT'
  return 36 + write(pen, word, { x: x + 36, y: 242, font: font.heading(38, 700), colour: accent, spacing: 1 })
}

/** The first of what is shown that says how it ended, large, with its unit. */
function drawResult(pen: Pen, palette: Palette, facts: TradeFacts): void {
  const won = facts.card === 'kill'
  const colour = won ? palette.won : palette.lost
  const [value, unit] = resultOf(facts) ?? [won ? 'WON' : 'CLOSED', '']
  const at = { y: 372, room: ROOM, colour }
  const width = write(pen, value, { ...at, x: LEFT - 4, font: font.numbers(108, 800), spacing: -4 })
  write(pen, unit, { ...at, x: LEFT + width + 14, font: font.heading(72, 800) })
}

function resultOf({ r, pips, netCents }: TradeFacts): readonly [value: string, unit: string] | null {
  if (r !== undefined) return [signed(r, 2), 'R']
  if (pips !== undefined) return [signed(pips, 1), 'PIPS']
  return netCents === undefined ? null : [money(netCents), '']
}

function cellsOf(facts: TradeFacts): readonly Cell[] {
  const { pips, netCents, lots, open, close, openMs, closeMs, p, n, calibrated } = facts
  const cells: readonly (Cell | null)[] = [
    netCents === undefined ? null : { name: 'NET, ACCOUNT CURRENCY', value: money(netCents) },
    pips === undefined ? null : { name: 'PIPS', value: signed(pips, 1) },
    lots === undefined ? null : { name: 'LOTS', value: lotsText(lots) },
    open === undefined ? null : { name: 'ENTRY', value: open },
    close === undefined ? null : { name: 'EXIT', value: close },
    p === undefined
      ? null
      : {
          name: calibrated === true ? 'PROBABILITY OF TARGET' : 'PROBABILITY, UNCALIBRATED',
          value: `${percent(p)}, n ${(n ?? 0).toLocaleString('en-US')}`,
        },
    openMs === undefined ? null : { name: 'OPENED, UTC', value: minuteText(openMs) },
    closeMs === undefined ? null : { name: 'CLOSED, UTC', value: minuteText(closeMs) },
  ]
  return cells.filter(cell => cell !== null)
}
