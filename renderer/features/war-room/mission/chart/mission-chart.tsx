import { lazy, Suspense, useMemo } from 'react'
import { useStore } from 'zustand'
import type { KeptBars } from '../../../../../engine/contracts/market-bars.ts'
import type { Mission } from '../../../../../engine/contracts/mission.ts'
import { chartCopy } from '../../../../copy/chart.ts'
import { useDesk, useView } from '../../../../stores/desk-context.ts'
import { Button } from '../../../../ui/button.tsx'
import { NotRead } from '../../../../ui/not-read.tsx'
import { PanelMessage } from '../../../../ui/panel-message.tsx'
import { candlesOf, frameMsOf } from '../../../../charts/candles/candles.ts'
import { marksOf } from '../../../../charts/candles/marks.ts'
import { levelsOf, priceLines } from '../../../../charts/candles/price-lines.ts'
import { useMarketBars, useSeen } from './use-market.ts'
import { usePulse } from './use-pulse.ts'
import * as css from './mission-chart.css.ts'

/** The library that draws is large, and no room without a mission needs it. */
const CandleChart = lazy(async () => ({
  default: (await import('../../../../charts/candles/candle-chart.tsx')).CandleChart,
}))

/** The mission in its market. It can be folded away, and stays so for the next one. */
export function MissionChart({ mission }: Readonly<{ mission: Mission }>) {
  const { place } = useDesk()
  const isOpen = useStore(place, ({ isChartOpen }) => isChartOpen)
  return (
    <section className={css.chart} aria-label={chartCopy.title}>
      <button
        type="button"
        className={css.fold}
        aria-expanded={isOpen}
        onClick={() => place.foldChart(isOpen)}
      >
        {chartCopy.fold}
      </button>
      {isOpen && <Market mission={mission} />}
    </section>
  )
}

function Market({ mission }: Readonly<{ mission: Mission }>) {
  const { value, problem, read } = useMarketBars(mission)
  if (value?.is === 'bars') return <Bars mission={mission} kept={value} problem={problem} read={read} />
  return (
    <div className={css.frame}>
      {value === null || problem !== null ? (
        <NotRead words={chartCopy} problem={problem} read={read} />
      ) : (
        <PanelMessage tone="empty" text={chartCopy.none} next={chartCopy.noneNext} />
      )}
    </div>
  )
}

type BarsProps = Readonly<{ mission: Mission; kept: KeptBars; problem: string | null; read: () => void }>

function Bars({ mission, kept, problem, read }: BarsProps) {
  const seen = useSeen(mission)
  const pulse = usePulse(mission)
  const held = useView(view => view.positions.find(each => each.mission === mission.id) ?? null)
  const levels = useMemo(() => levelsOf(mission, held), [mission, held])
  const drawn = useMemo(() => {
    const candles = candlesOf(kept, seen)
    const last = candles.at(-1)
    return {
      candles,
      lines: priceLines(levels, last ? { price: last.close, isLive: pulse === 'live' } : null),
      marks: marksOf(mission, kept, { candles, frameMs: frameMsOf(kept) }),
      digits: Math.max(kept.digits, mission.digits),
    }
  }, [mission, levels, kept, seen, pulse])
  return (
    <figure className={css.figure}>
      {pulse !== 'live' && <p className={css.old}>{chartCopy[pulse]}</p>}
      {problem !== null && (
        <p className={css.old}>
          {chartCopy.old(problem)}{' '}
          <Button look="small" onClick={read}>
            {chartCopy.retry}
          </Button>
        </p>
      )}
      <div className={css.frame}>
        <Suspense
          fallback={<PanelMessage tone="loading" text={chartCopy.loading} next={chartCopy.loadingNext} />}
        >
          <CandleChart drawn={drawn} label={chartCopy.described(mission, levels, kept.untilMs)} />
        </Suspense>
      </div>
      <figcaption className={css.foot}>
        <span>
          {chartCopy.until(kept.untilMs)}
          {pulse === 'live' && chartCopy.forming}
        </span>
        <span>{chartCopy.library}</span>
      </figcaption>
    </figure>
  )
}
