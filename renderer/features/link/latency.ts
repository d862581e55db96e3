/** One figure over the last ten minutes, ready to be drawn: where the link was away there is a gap, and no line over it. */

export const SPAN_MS = 600_000
/** Beats come every second; after so many without one nothing joins the two sides. */
const GAP_MS = 3_500

export type Sample = Readonly<{ atMs: number; ms: number }>
export type Latency = Readonly<{
  /** Runs of samples without a gap between them, oldest first. */
  runs: readonly (readonly Sample[])[]
  n: number
  /** Null without a sample. */
  p50: number | null
  p95: number | null
  lowest: number
  highest: number
}>

type Told<K extends string> = Readonly<{ atMs: number } & Record<K, number | null>>

/** Those that were told. */
export const samplesOf = <K extends string>(all: readonly Told<K>[], key: K): Sample[] =>
  all.flatMap(each => {
    const ms: number | null = each[key]
    return ms === null ? [] : [{ atMs: each.atMs, ms }]
  })

export function latencyOf(samples: readonly Sample[]): Latency {
  const sorted = samples.map(({ ms }) => ms).toSorted((one, other) => one - other)
  return {
    runs: runsOf(samples),
    n: samples.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    lowest: sorted[0] ?? 0,
    highest: sorted.at(-1) ?? 0,
  }
}

/** The smallest value that so many of them do not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

function runsOf(samples: readonly Sample[]): Sample[][] {
  const runs: Sample[][] = []
  let lastMs = Number.NEGATIVE_INFINITY
  for (const sample of samples) {
    if (sample.atMs - lastMs > GAP_MS) runs.push([])
    runs.at(-1)?.push(sample)
    lastMs = sample.atMs
  }
  return runs
}

/** The axis from nought, or from below it where clocks differ, to a round figure above the highest. */
export function axisOf({ lowest, highest }: Pick<Latency, 'lowest' | 'highest'>) {
  const top = roundUp(Math.max(highest, 1))
  const bottom = lowest < 0 ? -roundUp(-lowest) : 0
  return { top, bottom }
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find(each => each * power >= value) ?? 10
  return step * power
}

type Field = Readonly<{ width: number; height: number }>
type Axis = ReturnType<typeof axisOf>

const xOf = (atMs: number, nowMs: number, { width }: Field): string =>
  ((width * (atMs - (nowMs - SPAN_MS))) / SPAN_MS).toFixed(1)

const yOf = (ms: number, { top, bottom }: Axis, { height }: Field): string =>
  ((height * (top - ms)) / (top - bottom)).toFixed(1)

/** A stem from nought: a sample that stands for itself. */
export const stemOf = ({ atMs, ms }: Sample, nowMs: number, axis: Axis, field: Field): string =>
  `M${xOf(atMs, nowMs, field)} ${yOf(0, axis, field)}V${yOf(ms, axis, field)}`

/** A path on the field, time from left to right. A run of one sample is a short stroke, so that it is seen. */
export function pathOf(run: readonly Sample[], nowMs: number, axis: Axis, field: Field): string {
  const corners = run.map(({ atMs, ms }) => `${xOf(atMs, nowMs, field)} ${yOf(ms, axis, field)}`)
  return corners.length === 1 ? `M${corners[0]}h1.5` : `M${corners.join('L')}`
}
