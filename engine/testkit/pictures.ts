/** What messengers do to a picture. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { seeded } from '../domain/statistics/seeded.ts'

/** Made smaller, and pressed into a JPEG of that quality; null: a PNG. */
export async function resent(png: Uint8Array, scale: number, quality: number | null): Promise<Uint8Array> {
  const image = await loadImage(png)
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale))
  const pen = canvas.getContext('2d')
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return quality === null ? canvas.encode('png') : canvas.encode('jpeg', quality)
}

/** A PNG of one colour. */
export function anEmptyPicture(width: number, height: number): Promise<Uint8Array> {
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').fillRect(0, 0, width, height)
  return canvas.encode('png')
}

/** A PNG in which everything looks a little like the corner of a QR code: black and white dots of that size, by a fixed seed. */
export function aNoisyPicture(width: number, height: number, dot: number): Promise<Uint8Array> {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  const random = seeded(7)
  for (let y = 0; y < height; y += dot)
    for (let x = 0; x < width; x += dot) if (random() < 0.5) pen.fillRect(x, y, dot, dot)
  return canvas.encode('png')
}
