import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../stores/desk-context.ts'
import { MarketDrawing, type Drawn } from './market-drawing.ts'
import * as css from './candle-chart.css.ts'

const DAYLIGHT = '(prefers-color-scheme: light)'

type Props = Readonly<{
  drawn: Drawn
  /** The chart in one sentence, for those who can't see it. */
  label: string
}>

/** Draws the candles, and again whenever they, the plan or the look change. */
export function CandleChart({ drawn, label }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useRef<MarketDrawing | null>(null)
  const look = useStore(useDesk().look)

  useEffect(() => {
    if (frame.current === null) return
    const made = new MarketDrawing(frame.current)
    drawing.current = made
    return () => {
      drawing.current = null
      made.remove()
    }
  }, [])
  useEffect(() => drawing.current?.show(drawn), [drawn])
  useEffect(() => {
    const wear = () => drawing.current?.wear()
    const system = window.matchMedia(DAYLIGHT)
    wear()
    system.addEventListener('change', wear)
    return () => system.removeEventListener('change', wear)
  }, [look])

  return <div ref={frame} className={css.canvas} role="img" aria-label={label} />
}
