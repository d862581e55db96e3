import { memo } from 'react'
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { EquityCurve } from '../../engine/contracts/queries.ts'
import { signedAmountText } from '../ui/format/money.ts'
import { dateText } from '../ui/format/time.ts'
import { tokens } from '../theme/tokens.ts'
import * as css from './equity-chart.css.ts'

type Props = Readonly<{
  points: EquityCurve['points']
  /** The curve in one sentence, for those who can't see it. */
  label: string
}>

const { colour } = tokens
const tick = { fill: colour.inkFaint, fontSize: 11, fontFamily: tokens.font.numbers }
const dayAndMonth = (ms: number): string => new Date(ms).toISOString().slice(5, 10)
const whole = (cents: number): string => String(Math.round(cents / 100))

/** Cumulative net result of closed trades. */
export const EquityChart = memo(function EquityChart({ points, label }: Props) {
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={points}
          margin={{ top: 8, right: 10, bottom: 2, left: 0 }}
          accessibilityLayer={false}
        >
          <ReferenceLine y={0} stroke={colour.lineStrong} strokeDasharray="3 3" />
          <XAxis
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={dayAndMonth}
            tick={tick}
            stroke={colour.line}
            minTickGap={48}
          />
          <YAxis
            dataKey="netCents"
            width={44}
            tickFormatter={whole}
            tick={tick}
            stroke={colour.line}
            tickCount={4}
          />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={value => dateText(Number(value))}
            formatter={value => [signedAmountText(Number(value)), '']}
            separator=""
            contentStyle={{
              background: colour.raised,
              border: `1px solid ${colour.goldDim}`,
              borderRadius: 3,
            }}
            labelStyle={{ color: colour.inkDim }}
            itemStyle={{ color: colour.ink, fontFamily: tokens.font.numbers }}
          />
          <Area
            dataKey="netCents"
            type="stepAfter"
            stroke={colour.gold}
            strokeWidth={1.75}
            fill={colour.goldWash}
            isAnimationActive={false}
            dot={points.length === 1}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
})
