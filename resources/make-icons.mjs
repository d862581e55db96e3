/**
 * Draws the app's icon and the tray's states: `node resources/make-icons.mjs`. A shield like the rank badge, in a shape of
 * its own for each state, so that they differ without colour too.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePng } from './png.mjs'

/** @typedef {readonly [red: number, green: number, blue: number]} Colour */
/** @typedef {readonly (readonly [x: number, y: number])[]} Corners on a square of 48 units, as the badge in the window */
/** @typedef {(x: number, y: number) => Colour | null} Layer */

/** @type {Colour} */
const GOLD = [212, 175, 55]
/** @type {Colour} */
const AMBER = [247, 185, 22]
/** @type {Colour} */
const GREY = [150, 165, 148]
/** @type {Colour} */
const FIELD = [8, 21, 9]

/** @type {Corners} */
const SHIELD = [[24, 2], [43, 9], [43, 24], [40, 33], [34, 40], [24, 46], [14, 40], [8, 33], [5, 24], [5, 9]] // prettier-ignore
/** @type {Corners} */
const INNER = SHIELD.map(([x, y]) => [24 + (x - 24) * 0.8, 23 + (y - 23) * 0.8])
/** @type {Corners} */
const CHEVRON = [[12, 29], [24, 20], [36, 29], [36, 36], [24, 27], [12, 36]] // prettier-ignore
/** @type {Corners} */
const UPPER_CHEVRON = CHEVRON.map(([x, y]) => [x, y - 10])
/** @type {Corners} */
const LEFT_BAR = [[16, 14], [22, 14], [22, 34], [16, 34]] // prettier-ignore
/** @type {Corners} */
const RIGHT_BAR = LEFT_BAR.map(([x, y]) => [x + 10, y])
/** @type {Corners} */
const SLASH = [[8, 40], [38, 4], [42, 8], [12, 44]] // prettier-ignore

/**
 * A ray to the right crosses the outline an odd number of times from inside.
 * @param {Corners} corners
 * @param {number} x
 * @param {number} y
 */
function isInside(corners, x, y) {
  let inside = false
  let [x0, y0] = corners.at(-1) ?? [0, 0]
  for (const [x1, y1] of corners) {
    if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside
    ;[x0, y0] = [x1, y1]
  }
  return inside
}

/** @type {(corners: Corners) => Corners} */
const small = corners => corners.map(([x, y]) => [24 + (x - 24) * 0.78, 23 + (y - 23) * 0.78])

/** @type {(corners: Corners, colour: Colour) => Layer} */
const fill = (corners, colour) => (x, y) => (isInside(corners, x, y) ? colour : null)

/** @type {(corners: Corners, colour: Colour, other: Colour) => Layer} */
const stripes = (corners, colour, other) => (x, y) =>
  isInside(corners, x, y) ? ((x + y) % 12 < 7 ? colour : other) : null

const TRAY_SIZE = 32
const ICON_SIZE = 256

/**
 * Later layers lie above earlier ones.
 * @type {readonly { name: string, size: number, layers: readonly Layer[] }[]}
 */
const PICTURES = [
  {
    name: 'tray/down.png',
    size: TRAY_SIZE,
    layers: [fill(SHIELD, GREY), fill(INNER, FIELD), fill(SLASH, GREY)],
  },
  { name: 'tray/idle.png', size: TRAY_SIZE, layers: [fill(SHIELD, GOLD), fill(INNER, FIELD)] },
  {
    name: 'tray/paused.png',
    size: TRAY_SIZE,
    layers: [fill(SHIELD, GOLD), fill(INNER, FIELD), fill(LEFT_BAR, GOLD), fill(RIGHT_BAR, GOLD)],
  },
  {
    name: 'tray/training.png',
    size: TRAY_SIZE,
    layers: [fill(SHIELD, AMBER), stripes(INNER, AMBER, FIELD)],
  },
  {
    name: 'tray/armed.png',
    size: TRAY_SIZE,
    layers: [fill(SHIELD, GOLD), fill(CHEVRON, FIELD), fill(UPPER_CHEVRON, FIELD)],
  },
  {
    name: 'icon.png',
    size: ICON_SIZE,
    layers: [
      fill(SHIELD, GOLD),
      fill(INNER, FIELD),
      fill(small(CHEVRON), GOLD),
      fill(small(UPPER_CHEVRON), GOLD),
    ],
  },
]

/** Each pixel is the mean of 4 × 4 samples, so that edges are smooth. */
const SAMPLES = 4

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
  let [red, green, blue, covered] = [0, 0, 0, 0]
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * 48
    const colour = topmost(layers, x, y)
    if (colour === null) continue
    covered += 1
    red += colour[0]
    green += colour[1]
    blue += colour[2]
  }
  if (covered === 0) return [0, 0, 0, 0]
  const mean = [red, green, blue].map(sum => Math.round(sum / covered))
  return [...mean, Math.round((covered / SAMPLES ** 2) * 255)]
}

/**
 * @param {readonly Layer[]} layers
 * @param {number} x
 * @param {number} y
 */
function topmost(layers, x, y) {
  for (const layer of layers.toReversed()) {
    const colour = layer(x, y)
    if (colour !== null) return colour
  }
  return null
}

/** Every picture by its name in this folder. */
export const drawAll = () => PICTURES.map(({ name, size, layers }) => ({ name, png: draw(layers, size) }))

if (process.argv[1] === import.meta.filename) {
  mkdirSync(path.join(import.meta.dirname, 'tray'), { recursive: true })
  for (const { name, png } of drawAll()) writeFileSync(path.join(import.meta.dirname, name), png)
}
