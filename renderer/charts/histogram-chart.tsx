import { memo } from 'react'
import { Bar, BarChart, Cell, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { theme } from '../theme/theme.css.ts'
import { axis, hint } from './chart-look.ts'
import * as css from './debrief-charts.css.ts'

/** Bars side by side; `middle` is where each one stands on the axis. */
type Props = Readonly<{
  bars: readonly Readonly<{ middle: number; n: number; text: string }>[]
  label: string
}>

const { colour } = theme

export const HistogramChart = memo(function HistogramChart({ bars, label }: Props) {
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={bars} margin={{ top: 6, right: 12, bottom: 0, left: 0 }} barCategoryGap={1} accessibilityLayer={false}>
          <XAxis {...axis} dataKey="middle" type="number" domain={[-3, 5]} ticks={[-3, -2, -1, 0, 1, 2, 3, 4, 5]} />
          <YAxis {...axis} width={34} allowDecimals={false} tickCount={4} />
          <ReferenceLine x={0} stroke={colour.lineStrong} />
          <Tooltip {...hint} labelFormatter={(_, [bar]) => String((bar?.payload as Props['bars'][number] | undefined)?.text ?? '')} formatter={value => [String(value), 'n']} />
          <Bar dataKey="n" isAnimationActive={false} barSize={8}>
            {bars.map(({ middle }) => (
              <Cell key={middle} fill={middle < 0 ? colour.short : colour.long} fillOpacity={0.8} />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}) // prettier-ignore
