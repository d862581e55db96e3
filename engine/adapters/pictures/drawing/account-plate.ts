import type { AccountKind } from '../../../contracts/primitives.ts'
import { ACCOUNT_COLOURS, ACCOUNT_INK } from '../themes/palette.ts'
import { font } from './fonts.ts'
import type { Pen } from './picture.ts'
import { write } from './write.ts'

const WORDS: Readonly<Record<AccountKind, string>> = {
  simulated: 'SIMULATED · NO REAL MONEY',
  demo: 'DEMO · NO REAL MONEY',
  contest: 'CONTEST · NO REAL MONEY',
  live: 'LIVE · REAL MONEY',
}

const HEIGHT = 44
const PADDING = 20

/** What kind of money it was: a solid plate that ends at `right`, on every picture. */
export function drawAccountPlate(pen: Pen, account: AccountKind, right: number, top: number): void {
  const look = { font: font.heading(27, 700), colour: ACCOUNT_INK, spacing: 2 }
  pen.font = look.font
  pen.letterSpacing = `${look.spacing}px`
  const width = pen.measureText(WORDS[account]).width + 2 * PADDING
  pen.fillStyle = ACCOUNT_COLOURS[account]
  pen.fillRect(right - width, top, width, HEIGHT)
  write(pen, WORDS[account], { x: right - width + PADDING, y: top + 31, ...look })
}
