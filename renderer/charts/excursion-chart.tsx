import { memo } from 'react'
import {
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
import { rText } from '../ui/format/numbers.ts'
import { axis, hint } from './chart-look.ts'
import * as css from './debrief-charts.css.ts'

type Dot = Readonly<{ maeR: number; mfeR: number; r: number }>
type Props = Readonly<{
  dots: readonly Dot[]
  words: Readonly<{ against: string; ahead: string }>
  label: string
}>

const { colour } = theme

/** Each trade by how far it went against and for the trader; winners and losers differ in shape as well as in colour. */
export const ExcursionChart = memo(function ExcursionChart({ dots, words, label }: Props) {
  const [won, lost] = [dots.filter(({ r }) => r > 0), dots.filter(({ r }) => r <= 0)]
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart margin={{ top: 6, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis {...axis} dataKey="maeR" name={words.against} type="number" domain={[0, 'auto']} tickCount={5} />
          <YAxis {...axis} dataKey="mfeR" name={words.ahead} type="number" width={34} domain={[0, 'auto']} tickCount={4} />
          <ZAxis range={[16, 16]} />
          <ReferenceLine x={1} stroke={colour.lineStrong} strokeDasharray="3 3" />
          <Tooltip {...hint} formatter={(value, name) => [rText(Number(value)), String(name)]} />
          <Scatter data={won} fill={colour.long} fillOpacity={0.65} shape="circle" isAnimationActive={false} />
          <Scatter data={lost} fill={colour.short} fillOpacity={0.65} shape="cross" isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}) // prettier-ignore
