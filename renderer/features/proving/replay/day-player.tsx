import { lazy, Suspense, useMemo } from 'react'
import type { ReplayDay } from '../../../../engine/contracts/replay-day.ts'
import { chartCopy } from '../../../copy/chart.ts'
import { replayCopy } from '../../../copy/replay.ts'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { drawnDay } from './drawn-day.ts'
import { HappenedLog } from './happened-log.tsx'
import { goneTo, happenedBy, nowOf, shownAt, toggled } from './replay-clock.ts'
import * as css from './replay.css.ts'
import { Transport } from './transport.tsx'
import { useReplayClock, useReplayKeys, type DayPlace } from './use-replay.ts'

/** The library that draws is large, and is read when a day is opened. */
const CandleChart = lazy(async () => ({
  default: (await import('../../../charts/candles/candle-chart.tsx')).CandleChart,
}))

export function DayPlayer({ day, place }: Readonly<{ day: ReplayDay; place: DayPlace }>) {
  const { clock, change } = useReplayClock(day)
  const keys = useMemo(
    () => ({
      ' ': () => change(now => toggled(now, day)),
      ArrowLeft: () => change(now => goneTo(now, now.shown - 1, day)),
      ArrowRight: () => change(now => goneTo(now, now.shown + 1, day)),
    }),
    [change, day],
  )
  useReplayKeys(keys)
  const { shown } = clock
  const drawn = useMemo(() => drawnDay(day, { shown }), [day, shown])
  const nowMs = nowOf(clock, day)
  const waiting = <PanelMessage tone="loading" text={replayCopy.drawing} next={replayCopy.drawingNext} />
  return (
    <div className={css.player}>
      <Panel
        title={replayCopy.title}
        source="ledger"
        aside={replayCopy.of(place.pair, place.dayMs)}
        bare
        className={css.chartPanel}
      >
        <div className={css.frame}>
          <Suspense fallback={waiting}>
            <CandleChart drawn={drawn} label={replayCopy.described(place.pair, nowMs, shown)} />
          </Suspense>
        </div>
        <Transport day={day} clock={clock} change={change} />
        <p className={css.foot}>
          <span>{replayCopy.keys}</span>
          <span>{chartCopy.library}</span>
        </p>
      </Panel>
      <HappenedLog
        happened={happenedBy(nowMs, day)}
        isCut={day.isCut}
        dayMs={place.dayMs}
        goTo={atMs => change(now => goneTo(now, shownAt(atMs, day), day))}
      />
    </div>
  )
}
