import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { loadFonts } from './fonts.ts'

/** What messengers show whole beside a link: 16 to 9, pixels. */
export const WIDTH = 1_200
export const HEIGHT = 675

export type Pen = SKRSContext2D

/** Draws one picture and gives it as PNG. */
export function picture(draw: (pen: Pen) => void): Promise<Uint8Array> {
  loadFonts()
  const canvas = createCanvas(WIDTH, HEIGHT)
  const pen = canvas.getContext('2d')
  // Letters are set the same on every computer, whatever its language.
  pen.lang = 'en'
  pen.direction = 'ltr'
  draw(pen)
  return canvas.encode('png')
}
