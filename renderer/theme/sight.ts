/** How colours look to an eye, as figures; only tests ask. */
type Linear = readonly [red: number, green: number, blue: number]

function linear(hex: string): Linear {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(one: string, other: string): number {
  const luminance = ([red, green, blue]: Linear) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const [low = 0, high = 0] = [one, other].map(hex => luminance(linear(hex))).toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** A translucent `rgba()` laid on a ground. */
export function laidOn(ground: string, wash: string): string {
  const [red = 0, green = 0, blue = 0, share = 0] = (wash.match(/[\d.]+/g) ?? []).map(Number)
  const channels = [red, green, blue].map((channel, at) => {
    const under = Number.parseInt(ground.slice(1 + 2 * at, 3 + 2 * at), 16)
    return Math.round(under + (channel - under) * share)
  })
  return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
}

type Matrix = readonly [Linear, Linear, Linear]

const through = (matrix: Matrix, [red, green, blue]: Linear): Linear => {
  const [x = 0, y = 0, z = 0] = matrix.map(([a, b, c]) => a * red + b * green + c * blue)
  return [x, y, z]
}

/**
 * Eyes without one of the three cones: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
 * Vision Deficiency", IEEE TVCG 15 (6), 2009, doi:10.1109/TVCG.2009.113, severity 1.0, on linear RGB.
 */
const EYES = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const satisfies Record<string, Matrix> // prettier-ignore
export type Eye = keyof typeof EYES
export const ALL_EYES: readonly Eye[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia']

/** Oklab, https://bottosson.github.io/posts/oklab/: steps of the same length look alike. */
const CONES: Matrix = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]] // prettier-ignore
const LAB: Matrix = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]] // prettier-ignore

function perceived(hex: string, eye: Eye): Linear {
  const within = (channel: number) => Math.min(1, Math.max(0, channel))
  const [red, green, blue] = through(EYES[eye], linear(hex))
  const [long, middle, short] = through(CONES, [within(red), within(green), within(blue)])
  return through(LAB, [Math.cbrt(long), Math.cbrt(middle), Math.cbrt(short)])
}

/** How far two colours stand apart for an eye: 100 is black against white, two can just be seen side by side. */
export function apart(one: string, other: string, eye: Eye): number {
  const [a, b] = [perceived(one, eye), perceived(other, eye)]
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
