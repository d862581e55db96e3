/**
 * Draws the app's icon and the tray's states: `node resources/make-icons.mjs`. A shield like the rank badge, in a shape of
 * its own for each state, so that they differ without colour too.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePng } from './png.mjs'

const GOLD = [212, 175, 55]
const AMBER = [247, 185, 22]
const GREY = [150, 165, 148]
const FIELD = [8, 21, 9]

/** Shapes live on a square of 48 units, as in the window's badge. A point is inside or not. */
const SHIELD = [[24, 2], [43, 9], [43, 24], [40, 33], [34, 40], [24, 46], [14, 40], [8, 33], [5, 24], [5, 9]] // prettier-ignore
const INNER = SHIELD.map(([x, y]) => [24 + (x - 24) * 0.8, 23 + (y - 23) * 0.8])
const CHEVRON = [[12, 29], [24, 20], [36, 29], [36, 36], [24, 27], [12, 36]] // prettier-ignore
const UPPER_CHEVRON = CHEVRON.map(([x, y]) => [x, y - 10])
const BARS = [
  [[16, 14], [22, 14], [22, 34], [16, 34]],
  [[26, 14], [32, 14], [32, 34], [26, 34]],
] // prettier-ignore
const SLASH = [[8, 40], [38, 4], [42, 8], [12, 44]] // prettier-ignore

const isInside = (corners, x, y) => {
  let inside = false
  for (const [index, [x1, y1]] of corners.entries()) {
    const [x0, y0] = corners.at(index - 1)
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside
  }
  return inside
}

const fill = (corners, colour) => (x, y) => (isInside(corners, x, y) ? colour : null)
const stripes = (corners, colour, other) => (x, y) =>
  isInside(corners, x, y) ? ((x + y) % 12 < 7 ? colour : other) : null

/** Later layers lie above earlier ones. */
const PICTURES = {
  'tray/down.png': [fill(SHIELD, GREY), fill(INNER, FIELD), fill(SLASH, GREY)],
  'tray/idle.png': [fill(SHIELD, GOLD), fill(INNER, FIELD)],
  'tray/paused.png': [fill(SHIELD, GOLD), fill(INNER, FIELD), ...BARS.map(bar => fill(bar, GOLD))],
  'tray/training.png': [stripes(SHIELD, AMBER, FIELD), fill(CHEVRON, FIELD)],
  'tray/armed.png': [fill(SHIELD, GOLD), fill(CHEVRON, FIELD), fill(UPPER_CHEVRON, FIELD)],
}
const TRAY_SIZE = 32
const ICON_SIZE = 512
const ICON = [fill(SHIELD, GOLD), fill(INNER, FIELD), fill(CHEVRON, GOLD), fill(UPPER_CHEVRON, GOLD)]

/** Each pixel is the mean of 8 × 8 samples, so that edges are smooth. */
const SAMPLES = 8

function draw(layers, size) {
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      pixels.set(pixelOf(layers, size, column, row), (row * size + column) * 4)
  return encodePng(size, size, pixels)
}

function pixelOf(layers, size, column, row) {
  const sum = [0, 0, 0]
  let covered = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const colour = layers.reduce((below, layer) => layer(x, y) ?? below, null)
    if (colour === null) continue
    covered += 1
    colour.forEach((value, channel) => (sum[channel] += value))
  }
  if (covered === 0) return [0, 0, 0, 0]
  return [...sum.map(value => Math.round(value / covered)), Math.round((covered / SAMPLES ** 2) * 255)]
}

/** Every picture by its name in this folder. */
export const drawAll = () => ({
  'icon.png': draw(ICON, ICON_SIZE),
  ...Object.fromEntries(Object.entries(PICTURES).map(([name, layers]) => [name, draw(layers, TRAY_SIZE)])),
})

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(import.meta.dirname, 'tray'), { recursive: true })
  for (const [name, png] of Object.entries(drawAll()))
    writeFileSync(path.join(import.meta.dirname, name), png)
}
