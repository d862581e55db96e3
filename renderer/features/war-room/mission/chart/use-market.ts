import { useCallback, useEffect, useState } from 'react'
import type { MarketBars } from '../../../../../engine/contracts/market-bars.ts'
import type { Mission } from '../../../../../engine/contracts/mission.ts'
import type { WarRoomView } from '../../../../../engine/contracts/views.ts'
import { useDesk, useView } from '../../../../stores/desk-context.ts'
import { useArchive, type Read } from '../../../../stores/use-archive.ts'
import type { ViewState } from '../../../../stores/view-store.ts'
import { withTick, type Candle, type Tick } from '../../../../charts/candles/candles.ts'

/** As the archive makes them. */
const FRAME_MS = 5 * 60_000

type Place = Pick<Mission, 'terminal' | 'pair'>

/** Prices of a view are those of the terminal that is shown. */
const rowOf = (view: WarRoomView, { terminal, pair }: Place) =>
  view.shown === terminal ? view.prices[pair] : undefined

/** The pair's bars, read again when another one has closed. */
export function useMarketBars({ terminal, pair }: Place): Read<MarketBars> {
  const { bridge, views } = useDesk()
  const closed = useView(view => {
    const spark = rowOf(view, { terminal, pair })?.spark ?? []
    return `${Math.floor((view.marketMs ?? 0) / FRAME_MS)}: ${spark.join(' ')}`
  })
  const ask = useCallback(() => {
    const { view } = views.getState()
    const marketMs = view?.shown === terminal ? view.marketMs : null
    return bridge.ask<'marketBars'>({ kind: 'marketBars', terminal, pair, marketMs })
  }, [bridge, views, terminal, pair])
  return useArchive(ask, closed)
}

/** Candles of the prices that came while this was shown. */
export function useSeen({ terminal, pair }: Place): readonly Candle[] {
  const { views } = useDesk()
  const [seen, setSeen] = useState<readonly Candle[]>([])
  useEffect(() => {
    const look = ({ view }: ViewState): void => {
      const tick = view === null ? null : tickOf(view, { terminal, pair })
      if (tick !== null) setSeen(before => withTick(before, FRAME_MS, tick))
    }
    look(views.getState())
    return views.subscribe(look)
  }, [views, terminal, pair])
  return seen
}

function tickOf(view: WarRoomView, place: Place): Tick | null {
  const row = rowOf(view, place)
  if (row === undefined || row.stale || view.marketMs === null) return null
  return { atMs: view.marketMs - row.ageMs, price: Number(row.bid) }
}
