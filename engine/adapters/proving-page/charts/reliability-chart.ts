import type { CalibrationFigures } from '../../../contracts/proving.ts'
import { count, percent } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { place, roundScale, type Scale } from './scale.ts'

const SIZE = 460
const LEFT = 52
const BOTTOM = 44
const EDGE = 12
const RIGHT = 442
/** Half of the middle 95 % of a normal distribution, in standard deviations. */
const Z = 1.96

type Axes = Readonly<{ x: Scale; y: Scale }>

/**
 * What was said against what happened, a dot a bin with its Wilson interval. Dots on the dashed line mean what they say; in the
 * band lie 95 of 100 dots of probabilities that are exactly right.
 */
export function reliabilityChart(
  rolling: CalibrationFigures,
  fixed: CalibrationFigures | null,
  title: string,
): Markup {
  const bins = [...rolling.bins, ...(fixed?.bins ?? [])]
  const ends = bins.flatMap(({ said, happened }) => [said, happened.low ?? said, happened.high ?? said])
  if (ends.length === 0) return markup`<p class="none">No forecast fell into these windows.</p>`
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const x = roundScale(low, high, LEFT, RIGHT)
  const y = roundScale(low, high, SIZE - BOTTOM, EDGE)
  return markup`<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${title}" class="square">
    ${x.ticks.map(tick => tickLines(tick, { x, y }))}
    ${band(rolling, { x, y })}
    <line x1="${place(x.at(x.ticks[0] ?? 0))}" y1="${place(y.at(x.ticks[0] ?? 0))}" x2="${place(x.at(x.ticks.at(-1) ?? 1))}" y2="${place(y.at(x.ticks.at(-1) ?? 1))}" class="truth"/>
    ${fixed === null ? NOTHING : dots(fixed, { x, y }, 'static', 3)}
    ${dots(rolling, { x, y }, 'rolling', 5)}
    <text x="${(LEFT + SIZE) / 2}" y="${SIZE - 6}" class="axis middle">said: probability of the target</text>
    <text transform="translate(13 ${SIZE / 2 - 16}) rotate(-90)" class="axis middle">happened: share of targets</text>
  </svg>`
}

function tickLines(tick: number, { x, y }: Axes): Markup {
  const [across, up] = [place(x.at(tick)), place(y.at(tick))]
  return markup`<line x1="${across}" x2="${across}" y1="${EDGE}" y2="${SIZE - BOTTOM}" class="grid"/>
    <line x1="${LEFT}" x2="${RIGHT}" y1="${up}" y2="${up}" class="grid"/>
    <text x="${across}" y="${SIZE - BOTTOM + 16}" class="axis middle">${percent(tick, 0)}</text>
    <text x="${LEFT - 6}" y="${Number(up) + 4}" class="axis end">${percent(tick, 0)}</text>`
}

function band({ bins }: CalibrationFigures, { x, y }: Axes): Markup {
  const edge = (sign: number) =>
    bins.map(({ said, n }) => {
      const half = Z * Math.sqrt((said * (1 - said)) / n)
      return `${place(x.at(said))},${place(y.at(said + sign * half))}`
    })
  return markup`<polygon points="${[...edge(1), ...edge(-1).toReversed()].join(' ')}" class="band"/>`
}

function dots({ bins }: CalibrationFigures, { x, y }: Axes, kind: string, radius: number): readonly Markup[] {
  return bins.map(({ said, happened: { value, low, high }, n }) => {
    if (value === null || low === null || high === null) return NOTHING
    const across = place(x.at(said))
    const note = `${kind}: said ${percent(said)}, happened ${percent(value)}, n ${count(n)}`
    return markup`<line x1="${across}" x2="${across}" y1="${place(y.at(low))}" y2="${place(y.at(high))}" class="whisker ${kind}"/>
      <circle cx="${across}" cy="${place(y.at(value))}" r="${radius}" class="dot ${kind}"><title>${note}</title></circle>`
  })
}
