import { CODE_SIZE, drawCode } from '../code/draw-code.ts'
import type { Seal } from '../code/seal.ts'
import type { PublicKey } from '../../../contracts/squad.ts'
import type { Palette } from '../themes/palette.ts'
import { font } from './fonts.ts'
import type { Pen } from './picture.ts'
import { write } from './write.ts'

export const SEAL_LEFT = 796
const TOP = 122

type Told = Readonly<{ seal: Seal; publicKey: PublicKey; order: string | null }>

/** The code, and beside it who signed and what that is worth. */
export function drawSeal(pen: Pen, palette: Palette, { seal, publicKey, order }: Told): void {
  drawCode(pen, palette, seal, SEAL_LEFT, TOP)
  const faint = { x: SEAL_LEFT, room: CODE_SIZE, colour: palette.inkFaint }
  const small = { ...faint, font: font.numbers(13, 500), colour: palette.inkDim }
  const name = { ...faint, font: font.heading(17, 600), spacing: 1.5 }
  const under = TOP + CODE_SIZE
  const last = under + (order === null ? 78 : 126)
  write(pen, 'SIGNED BY THE INSTALL WITH KEY', { ...name, y: under + 28 })
  write(pen, publicKey, { ...small, y: under + 48 })
  if (order !== null) {
    write(pen, 'ORDER', { ...name, y: under + 76 })
    write(pen, order, { ...small, y: under + 96 })
  }
  const plain = { ...faint, font: font.words(13, 500) }
  write(pen, 'It proves who says so, not that a broker did it.', { ...plain, y: last })
  write(pen, 'Check it offline: bitten verify', { ...plain, y: last + 20 })
}
