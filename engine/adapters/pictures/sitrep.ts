import type { CardLook, SignedPicture, SitrepFacts } from '../../contracts/card.ts'
import type { Signer } from '../../ports/signer.ts'
import { seal } from './code/seal.ts'
import { drawCells, type Cell } from './drawing/cells.ts'
import { font } from './drawing/fonts.ts'
import { drawHead, LEFT } from './drawing/head.ts'
import { picture, type Pen } from './drawing/picture.ts'
import { drawSeal, SEAL_LEFT } from './drawing/seal-block.ts'
import { drawSheet } from './drawing/sheet.ts'
import { write } from './drawing/write.ts'
import { PALETTES, type Palette } from './themes/palette.ts'
import { dayText, inR, money, percent, signed } from './words.ts'

const ROOM = SEAL_LEFT - LEFT - 32

/** A week of one kind of account: 1200 × 675, signed in its code. `facts` are what is to be shown. */
export async function sitrepPicture(
  facts: SitrepFacts,
  { theme }: Pick<CardLook, 'theme'>,
  signer: Signer,
): Promise<SignedPicture<SitrepFacts>> {
  const palette = PALETTES[theme]
  const { publicKey } = signer
  const png = await picture(pen => {
    drawSheet(pen, theme, palette)
    drawHead(pen, palette, { title: 'SITREP', callSign: facts.callSign, account: facts.account, room: ROOM })
    drawWeek(pen, palette, facts)
    drawSum(pen, palette, facts)
    drawCells(pen, palette, cellsOf(facts), { x: LEFT, y: 424, width: ROOM, columns: 3 })
    drawSeal(pen, palette, { seal: seal(facts, signer), publicKey, order: null })
  })
  return { png, facts, publicKey }
}

function drawWeek(pen: Pen, palette: Palette, { fromMs, toMs }: SitrepFacts): void {
  const begin = fromMs === undefined ? 'Up' : dayText(fromMs)
  const text = `${begin} to ${dayText(toMs)}`.toUpperCase()
  const look = { font: font.heading(36, 600), colour: palette.inkDim, spacing: 1 }
  write(pen, text, { x: LEFT, y: 242, room: ROOM, ...look })
}

/** What the week came to. A quiet week is said in words: it has no sum. */
function drawSum(pen: Pen, palette: Palette, { sumR }: SitrepFacts): void {
  const at = { y: 372, room: ROOM }
  if (sumR === undefined) {
    write(pen, 'NO TRADE', { ...at, x: LEFT, font: font.heading(96, 800), colour: palette.inkDim })
    return
  }
  const colour = sumR < 0 ? palette.lost : palette.won
  const number = { ...at, x: LEFT - 4, font: font.numbers(108, 800), spacing: -4 }
  const width = write(pen, signed(sumR, 2), { ...number, colour })
  write(pen, 'R', { ...at, x: LEFT + width + 14, font: font.heading(72, 800), colour })
}

function cellsOf(facts: SitrepFacts): readonly Cell[] {
  const { trades, wins, winRateLow, winRateHigh, bestR, worstR, netCents, debriefed, planKept } = facts
  const cells: readonly (Cell | null)[] = [
    { name: 'CLOSED TRADES', value: String(trades) },
    trades === 0 ? null : { name: 'WIN RATE', value: `${percent(wins / trades)}, n ${trades}` },
    winRateLow === undefined || winRateHigh === undefined
      ? null
      : { name: 'WIN RATE, 95 % INTERVAL', value: `${percent(winRateLow)} – ${percent(winRateHigh)}` },
    bestR === undefined ? null : { name: 'BEST', value: inR(bestR) },
    worstR === undefined ? null : { name: 'WORST', value: inR(worstR) },
    netCents === undefined ? null : { name: 'NET, ACCOUNT CURRENCY', value: money(netCents) },
    { name: 'PLAN KEPT, OF DEBRIEFED', value: `${planKept} of ${debriefed}` },
  ]
  return cells.filter(cell => cell !== null)
}
