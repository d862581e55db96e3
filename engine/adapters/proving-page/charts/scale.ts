/** From figures to places on a drawing. */
export type Scale = Readonly<{ at: (value: number) => number; ticks: readonly number[] }>

/** A straight scale over at least `low`…`high`, widened to round ticks. */
export function roundScale(low: number, high: number, from: number, to: number, wished = 5): Scale {
  const span = high > low ? high - low : Math.abs(high) || 1
  const step = roundStep(span / wished)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: Math.max(1, last - first) + 1 }, (_, k) => tidy((first + k) * step))
  const [bottom, top] = [ticks[0] ?? low, ticks.at(-1) ?? high]
  return { at: value => from + ((value - bottom) / (top - bottom)) * (to - from), ticks }
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10)
}

const tidy = (value: number): number => Number(value.toPrecision(12))

/** A place as SVG writes it: a tenth of a unit is finer than any eye. */
export const place = (value: number): string => String(Math.round(value * 10) / 10)
