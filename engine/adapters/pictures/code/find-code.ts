import { setImmediate as nextTurn } from 'node:timers/promises'
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas'
import jsQR from 'jsqr'

/** Sizes to look at, as parts of the picture's own: a shrunken code is read better enlarged, a photograph's smaller. */
const SCALES = [1, 2, 0.5, 1.5]
const MOST_PIXELS = 4_000_000

/** The text of the QR code in a picture; null when none is found. Throws what the decoder of the picture complains about. */
export async function findCode(picture: Uint8Array): Promise<string | null> {
  const image = await loadImage(picture)
  for (const scale of SCALES) {
    const text = codeAt(image, scale)
    if (text !== null) return text
    // A look takes up to some seconds: a signal to end comes in between.
    await nextTurn()
  }
  return null
}

function codeAt(image: Image, scale: number): string | null {
  const width = Math.round(image.width * scale)
  const height = Math.round(image.height * scale)
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) return null
  const pen = createCanvas(width, height).getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, width, height)
  const { data } = pen.getImageData(0, 0, width, height)
  const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' })
  return found === null ? null : new TextDecoder().decode(Uint8Array.from(found.binaryData))
}
