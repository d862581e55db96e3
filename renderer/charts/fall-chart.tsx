import { memo } from 'react'
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { theme } from '../theme/theme.css.ts'
import { dateText } from '../ui/format/time.ts'
import { axis, dayAndMonth, hint } from './chart-look.ts'
import * as css from './debrief-charts.css.ts'

/** A curve and, hanging beneath it, how far it stood below its best. */
type Props = Readonly<{
  points: readonly Readonly<{ atMs: number; value: number; depth: number }>[]
  /** In one sentence, for those who can't see it. */
  label: string
  valueText: (value: number) => string
  depthText: (depth: number) => string
  tickText: (value: number) => string
  /** A level that is always in sight: nothing won and nothing lost. */
  base: number | null
}>

const { colour } = theme
const SYNC = 'falls'
const WIDTH = 56
const time = { dataKey: 'atMs', type: 'number', domain: ['dataMin', 'dataMax'], minTickGap: 56 } as const

export const FallChart = memo(function FallChart(props: Props) {
  const { points, label, valueText, depthText, tickText, base } = props
  const shown = { labelFormatter: (value: unknown) => dateText(Number(value)) }
  return (
    <div className={css.pair} role="img" aria-label={label}>
      <div className={css.upper}>
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart data={points} syncId={SYNC} margin={{ top: 8, right: 14, bottom: 0, left: 4 }} accessibilityLayer={false}>
            <defs>
              <linearGradient id="fall-above" x1="0" y1="0" x2="0" y2="1">
                <stop offset="0" stopColor={colour.gold} stopOpacity={0.3} />
                <stop offset="1" stopColor={colour.gold} stopOpacity={0.02} />
              </linearGradient>
            </defs>
            {base !== null && (
              <ReferenceLine y={base} ifOverflow="extendDomain" stroke={colour.lineStrong} strokeDasharray="3 3" />
            )}
            <XAxis {...axis} {...time} hide />
            <YAxis {...axis} width={WIDTH} domain={['auto', 'auto']} tickCount={5} tickFormatter={tickText} />
            <Tooltip {...hint} {...shown} formatter={value => [valueText(Number(value)), '']} />
            <Area dataKey="value" type="stepAfter" stroke={colour.gold} strokeWidth={1.75} fill="url(#fall-above)" isAnimationActive={false} baseValue={base ?? 'dataMin'} dot={points.length === 1} />
          </AreaChart>
        </ResponsiveContainer>
      </div>
      <div className={css.under}>
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart data={points} syncId={SYNC} margin={{ top: 2, right: 14, bottom: 2, left: 4 }} accessibilityLayer={false}>
            <XAxis {...axis} {...time} tickFormatter={dayAndMonth} />
            <YAxis {...axis} width={WIDTH} reversed domain={[0, 'auto']} tickCount={3} tickFormatter={depthText} />
            <Tooltip {...hint} {...shown} formatter={value => [depthText(Number(value)), '']} />
            <Area dataKey="depth" type="stepAfter" stroke={colour.short} strokeWidth={1.25} fill={colour.short} fillOpacity={0.2} isAnimationActive={false} />
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}) // prettier-ignore
