import type { LinkTraffic } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { number } from '../../theme/type.css.ts'
import { fixed } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import { axisOf, latencyOf, pathOf, samplesOf, stemOf, type Latency, type Sample } from './latency.ts'
import * as css from './latency.css.ts'

const copy = linkPageCopy.latency
const FIELD = { width: 600, height: 40 } as const

type Props = Readonly<{ traffic: Pick<LinkTraffic, 'beats' | 'answers'>; nowMs: number }>

/** How long everything takes on its way, each figure with an axis of its own. */
export function LatencyPanel({ traffic: { beats, answers }, nowMs }: Props) {
  const { ping, way, desk, answer } = copy.series
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      <div className={css.charts}>
        <Chart words={ping} samples={samplesOf(beats, 'pingMs')} nowMs={nowMs} />
        <Chart words={way} samples={samplesOf(beats, 'wayMs')} nowMs={nowMs} />
        <Chart words={desk} samples={samplesOf(beats, 'deskMs')} nowMs={nowMs} />
        <Chart words={answer} samples={samplesOf(answers, 'tookMs')} nowMs={nowMs} isSparse />
      </div>
    </Panel>
  )
}

type ChartProps = Readonly<{
  words: Readonly<{ name: string; note: string }>
  samples: readonly Sample[]
  nowMs: number
  /** Each sample stands for itself: nothing lies between two of them. */
  isSparse?: boolean
}>

function figuresOf({ p50, p95, n }: Latency): string | null {
  return p50 === null || p95 === null ? null : copy.figures(fixed(p50, 1), fixed(p95, 1), n)
}

function Chart({ words: { name, note }, samples, nowMs, isSparse = false }: ChartProps) {
  const latency = latencyOf(samples)
  const figures = figuresOf(latency)
  return (
    <figure className={css.chart}>
      <figcaption className={css.caption}>
        <span>
          {name} <span className={css.note}>{note}</span>
        </span>
        <span className={`${css.figures} ${number}`}>{figures ?? copy.empty}</span>
      </figcaption>
      {figures !== null && (
        <div className={css.plot} role="img" aria-label={copy.label(name, figures)}>
          <Ends latency={latency} />
          <Lines latency={latency} nowMs={nowMs} isSparse={isSparse} />
          <div className={css.times}>
            <span>{copy.from}</span>
            <span>{copy.to}</span>
          </div>
        </div>
      )}
    </figure>
  )
}

function Ends({ latency }: Readonly<{ latency: Latency }>) {
  const { top, bottom } = axisOf(latency)
  return (
    <div className={`${css.ends} ${number}`}>
      <span>{top} ms</span>
      <span>{bottom}</span>
    </div>
  )
}

type LinesProps = Readonly<{ latency: Latency; nowMs: number; isSparse: boolean }>

function Lines({ latency, nowMs, isSparse }: LinesProps) {
  const axis = axisOf(latency)
  const { p95, runs } = latency
  const { width, height } = FIELD
  const level = (height * (axis.top - (p95 ?? 0))) / (axis.top - axis.bottom)
  const paths = isSparse
    ? runs.flat().map(sample => ({ atMs: sample.atMs, d: stemOf(sample, nowMs, axis, FIELD) }))
    : runs.map(run => ({ atMs: run[0]?.atMs, d: pathOf(run, nowMs, axis, FIELD) }))
  return (
    <svg className={css.field} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
      <path className={css.slow} d={`M0 ${level.toFixed(1)}H${width}`} />
      {paths.map(({ atMs, d }) => (
        <path key={atMs} className={css.line} d={d} />
      ))}
    </svg>
  )
}
