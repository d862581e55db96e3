/** What is on a canvas: the words and prices that were written on it, and its colours. */
import type { Locator, Page } from '@playwright/test'

declare global {
  interface Window {
    /** Words and prices, oldest first. */
    written: string[]
  }
}

/** Before the page: notes what is written on any canvas. */
export function noteWriting(): void {
  window.written = []
  type Write = (this: CanvasRenderingContext2D, text: string, ...place: number[]) => void
  const pen = CanvasRenderingContext2D.prototype
  const write = Reflect.get(pen, 'fillText') as Write
  const noting: Write = function (text, ...place) {
    window.written.push(text)
    write.call(this, text, ...place)
  }
  Reflect.set(pen, 'fillText', noting)
}
/** Since it was forgotten last. */
export const written = (page: Page) => page.evaluate(() => window.written)
export const forgetWriting = (page: Page) => page.evaluate(() => void (window.written = []))

/** How many pixels of the first canvas in a frame are exactly of each colour. */
export const pixels = (canvasFrame: Locator, colours: Readonly<Record<string, string>>) =>
  canvasFrame.evaluate((frame, wanted) => {
    const canvas = frame.querySelector('canvas')
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    const counts = new Map<string, number>()
    for (let i = 0; i < data.length; i += 4) {
      const hex = `#${[data[i], data[i + 1], data[i + 2]].map(part => (part ?? 0).toString(16).padStart(2, '0')).join('')}`
      counts.set(hex, (counts.get(hex) ?? 0) + 1)
    }
    return Object.fromEntries(Object.entries(wanted).map(([name, hex]) => [name, counts.get(hex) ?? 0]))
  }, colours)
