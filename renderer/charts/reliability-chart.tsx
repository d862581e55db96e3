import { memo } from 'react'
import {
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  ZAxis,
} from 'recharts'
import { theme } from '../theme/theme.css.ts'
import { percentText } from '../ui/format/numbers.ts'
import { axis, hint } from './chart-look.ts'
import * as css from './debrief-charts.css.ts'

/** `reach`: how far the interval goes below and above what happened. */
type Dot = Readonly<{ said: number; happened: number; reach: readonly [number, number] }>
type Props = Readonly<{
  dots: readonly Dot[]
  words: Readonly<{ said: string; happened: string }>
  label: string
}>

const { colour } = theme
/** As much of both axes as the dots and their intervals need, in tenths; the same for both. */
function shareAxis(dots: readonly Dot[]) {
  const ends = dots.flatMap(({ said, happened, reach: [below, above] }) => [
    said,
    happened - below,
    happened + above,
  ])
  const from = Math.max(0, Math.floor(10 * Math.min(1, ...ends)) / 10)
  const to = Math.min(1, Math.ceil(10 * Math.max(0, ...ends)) / 10)
  const tickFormatter = (value: number) => percentText(value)
  return { from, to, look: { type: 'number', domain: [from, to], tickCount: 5, tickFormatter } as const }
}

/** What was said against what happened; on the diagonal both are the same. */
export const ReliabilityChart = memo(function ReliabilityChart({ dots, words, label }: Props) {
  const { from, to, look } = shareAxis(dots)
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart margin={{ top: 6, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis {...axis} {...look} dataKey="said" name={words.said} />
          <YAxis {...axis} {...look} dataKey="happened" name={words.happened} width={46} />
          <ZAxis range={[34, 34]} />
          <ReferenceLine segment={[{ x: from, y: from }, { x: to, y: to }]} stroke={colour.lineStrong} strokeDasharray="3 3" />
          <Tooltip {...hint} formatter={(value, name) => [percentText(Number(value)), String(name)]} />
          <Scatter data={dots} fill={colour.goldBright} line={{ stroke: colour.goldDim, strokeWidth: 1.25 }} isAnimationActive={false}>
            <ErrorBar dataKey="reach" direction="y" width={5} stroke={colour.gold} strokeWidth={1.25} isAnimationActive={false} />
          </Scatter>
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}) // prettier-ignore
