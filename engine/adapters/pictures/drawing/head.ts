import type { AccountKind } from '../../../contracts/primitives.ts'
import type { Palette } from '../themes/palette.ts'
import { drawAccountPlate } from './account-plate.ts'
import { font } from './fonts.ts'
import { WIDTH, type Pen } from './picture.ts'
import { write } from './write.ts'

export const LEFT = 52
export const RIGHT = WIDTH - 48

type Told = Readonly<{ title: string; callSign: string | undefined; account: AccountKind; room: number }>

/** The house, the title, whose it is, and what kind of money. */
export function drawHead(pen: Pen, palette: Palette, { title, callSign, account, room }: Told): void {
  const at = { x: LEFT, room }
  write(pen, 'BITTEN', { ...at, y: 74, font: font.heading(25, 700), colour: palette.accent, spacing: 9 })
  write(pen, title, { ...at, y: 134, font: font.heading(62, 800), colour: palette.ink, spacing: 1.5 })
  if (callSign !== undefined)
    write(pen, callSign, { ...at, y: 172, font: font.words(26, 600), colour: palette.accent })
  drawAccountPlate(pen, account, RIGHT, 48)
}
