import { create, type QRCodeErrorCorrectionLevel } from 'qrcode'
import type { Palette } from '../themes/palette.ts'
import type { Pen } from '../drawing/picture.ts'
import type { Seal } from './seal.ts'

/** Room of a code of version 16 with its quiet margin, pixels: the longest facts and call-sign need no larger one. */
export const CODE_SIZE = 356
/** Modules of quiet around a code (ISO/IEC 18004). */
const QUIET = 4
/** A module of four pixels is still two after a messenger has halved the picture. */
const MODULE_PX = 4
const MOST_MODULES = CODE_SIZE / MODULE_PX - 2 * QUIET
const LEVELS: readonly QRCodeErrorCorrectionLevel[] = ['Q', 'M', 'L']

/** The code of a seal in a square of `CODE_SIZE`, with as much redundancy as there is room for. */
export function drawCode(pen: Pen, palette: Palette, seal: Seal, left: number, top: number): void {
  const { modules } = codeOf(seal)
  const module = Math.max(1, Math.floor(CODE_SIZE / (modules.size + 2 * QUIET)))
  pen.fillStyle = palette.paper
  pen.fillRect(left, top, CODE_SIZE, CODE_SIZE)
  pen.fillStyle = palette.codeInk
  const margin = Math.floor((CODE_SIZE - modules.size * module) / 2)
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column) === 1)
        pen.fillRect(left + margin + column * module, top + margin + row * module, module, module)
}

/** Letters and digits take five and a half bits each in a code, other text eight. */
function codeOf({ head, facts }: Seal) {
  const parts = [
    { data: head, mode: 'alphanumeric' as const },
    { data: new TextEncoder().encode(facts), mode: 'byte' as const },
  ]
  const codes = LEVELS.map(errorCorrectionLevel => create(parts, { errorCorrectionLevel }))
  const fitting = codes.find(({ modules }) => modules.size <= MOST_MODULES) ?? codes.at(-1)
  if (fitting === undefined) throw new Error('a code needs a level')
  return fitting
}
