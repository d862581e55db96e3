import { memo } from 'react'
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { EquityCurve } from '../../engine/contracts/queries.ts'
import { signedAmountText } from '../ui/format/money.ts'
import { dateText } from '../ui/format/time.ts'
import { theme } from '../theme/theme.css.ts'
import { axis, dayAndMonth, hint } from './chart-look.ts'
import * as css from './equity-chart.css.ts'

type Props = Readonly<{
  points: EquityCurve['points']
  /** The curve in one sentence, for those who can't see it. */
  label: string
}>

const { colour } = theme
const FILL = 'equity-fill'

const whole = (cents: number): string => String(Math.round(cents / 100))
/** Cumulative net result of closed trades. */
export const EquityChart = memo(function EquityChart({ points, label }: Props) {
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={points}
          margin={{ top: 8, right: 14, bottom: 2, left: 4 }}
          accessibilityLayer={false}
        >
          <defs>
            <linearGradient id={FILL} x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" stopColor={colour.gold} stopOpacity={0.32} />
              <stop offset="1" stopColor={colour.gold} stopOpacity={0.02} />
            </linearGradient>
          </defs>
          {/* Zero is always in sight: above or below it is the question. */}
          <ReferenceLine y={0} ifOverflow="extendDomain" stroke={colour.lineStrong} strokeDasharray="3 3" />
          <XAxis
            {...axis}
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={dayAndMonth}
            minTickGap={48}
          />
          <YAxis
            {...axis}
            dataKey="netCents"
            width="auto"
            domain={['auto', 'auto']}
            tickFormatter={whole}
            tickCount={4}
          />
          <Tooltip
            {...hint}
            labelFormatter={value => dateText(Number(value))}
            formatter={value => [signedAmountText(Number(value)), '']}
          />
          <Area
            dataKey="netCents"
            type="stepAfter"
            stroke={colour.gold}
            strokeWidth={1.75}
            fill={`url(#${FILL})`}
            isAnimationActive={false}
            dot={points.length === 1}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
})
