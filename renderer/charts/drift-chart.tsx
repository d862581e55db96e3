import { memo } from 'react'
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { theme } from '../theme/theme.css.ts'
import { fixed } from '../ui/format/numbers.ts'
import { axis, hint } from './chart-look.ts'
import * as css from './debrief-charts.css.ts'

type Props = Readonly<{
  points: readonly Readonly<{ n: number; sum: number }>[]
  limit: number
  isAlarm: boolean
  /** Name of a place on the axis. */
  placeText: (n: number) => string
  label: string
}>

const { colour } = theme

/** A sum of shortfalls on its way to the limit at which it alarms. */
export const DriftChart = memo(function DriftChart({ points, limit, isAlarm, placeText, label }: Props) {
  const line = isAlarm ? colour.fault : colour.gold
  return (
    <div className={css.frame} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={points} margin={{ top: 6, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis {...axis} dataKey="n" type="number" domain={['dataMin', 'dataMax']} minTickGap={40} />
          <YAxis {...axis} width={34} domain={[0, 'auto']} tickCount={4} />
          <ReferenceLine y={limit} ifOverflow="extendDomain" stroke={colour.fault} strokeDasharray="4 3" />
          <Tooltip {...hint} labelFormatter={value => placeText(Number(value))} formatter={value => [fixed(Number(value), 1), '']} />
          <Area dataKey="sum" type="linear" stroke={line} strokeWidth={1.5} fill={line} fillOpacity={0.12} isAnimationActive={false} />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}) // prettier-ignore
