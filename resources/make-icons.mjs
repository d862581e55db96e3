/**
 * Draws the app's icon and the tray's states: `node resources/make-icons.mjs`. A shield like the rank badge, in a shape of
 * its own for each state, so that they differ without colour too.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePng } from './png.mjs'

/** @typedef {readonly [x: number, y: number]} Corner */
/** @typedef {readonly [red: number, green: number, blue: number]} Colour */
/** @typedef {(x: number, y: number) => Colour | null} Layer */

/** @type {Colour} */
const GOLD = [212, 175, 55]
/** @type {Colour} */
const AMBER = [247, 185, 22]
/** @type {Colour} */
const GREY = [150, 165, 148]
/** @type {Colour} */
const FIELD = [8, 21, 9]

/** Shapes live on a square of 48 units, as in the window's badge. A point is inside or not. @type {Corner[]} */
const SHIELD = [[24, 2], [43, 9], [43, 24], [40, 33], [34, 40], [24, 46], [14, 40], [8, 33], [5, 24], [5, 9]] // prettier-ignore
/** @type {Corner[]} */
const INNER = SHIELD.map(([x, y]) => [24 + (x - 24) * 0.8, 23 + (y - 23) * 0.8])
/** @type {Corner[]} */
const CHEVRON = [[12, 29], [24, 20], [36, 29], [36, 36], [24, 27], [12, 36]] // prettier-ignore
/** @type {Corner[]} */
const UPPER_CHEVRON = CHEVRON.map(([x, y]) => [x, y - 10])
/** @type {Corner[][]} */
const BARS = [
  [[16, 14], [22, 14], [22, 34], [16, 34]],
  [[26, 14], [32, 14], [32, 34], [26, 34]],
] // prettier-ignore
/** @type {Corner[]} */
const SLASH = [[8, 40], [38, 4], [42, 8], [12, 44]] // prettier-ignore

/** @type {(corners: readonly Corner[], x: number, y: number) => boolean} */
const isInside = (corners, x, y) => {
  let inside = false
  let previous = corners.at(-1)
  for (const corner of corners) {
    const [x0, y0] = previous ?? corner
    const [x1, y1] = corner
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside
    previous = corner
  }
  return inside
}

/** @type {(corners: readonly Corner[], colour: Colour) => Layer} */
const fill = (corners, colour) => (x, y) => (isInside(corners, x, y) ? colour : null)
/** @type {(corners: readonly Corner[], colour: Colour, other: Colour) => Layer} */
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

/**
 * @param {readonly Layer[]} layers
 * @param {number} size
 */
function draw(layers, size) {
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      pixels.set(pixelOf(layers, size, column, row), (row * size + column) * 4)
  return encodePng(size, size, pixels)
}

/**
 * @param {readonly Layer[]} layers
 * @param {number} size
 * @param {number} column
 * @param {number} row
 */
function pixelOf(layers, size, column, row) {
  const sum = { red: 0, green: 0, blue: 0 }
  let covered = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const colour = topColour(layers, x, y)
    if (colour === null) continue
    covered += 1
    const [red, green, blue] = colour
    sum.red += red
    sum.green += green
    sum.blue += blue
  }
  if (covered === 0) return [0, 0, 0, 0]
  const mean = [sum.red, sum.green, sum.blue].map(value => Math.round(value / covered))
  return [...mean, Math.round((covered / SAMPLES ** 2) * 255)]
}

/** @type {(layers: readonly Layer[], x: number, y: number) => Colour | null} */
const topColour = (layers, x, y) =>
  layers.map(layer => layer(x, y)).findLast(colour => colour !== null) ?? null

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
