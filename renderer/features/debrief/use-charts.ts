import { useEffect, useState } from 'react'
import type { debriefCharts } from './debrief-charts.tsx'

export type Charts = typeof debriefCharts

/**
 * The charts, loaded while the figures are worked out; null until they are there. React's own `lazy` begins with the figures, and then
 * keeps up what it shows meanwhile for 300 ms.
 */
export function useCharts(): Charts | null {
  const [draw, setCharts] = useState<Charts | null>(null)
  useEffect(() => {
    void import('./debrief-charts.tsx').then(
      charts => setCharts(() => charts.debriefCharts),
      (cause: unknown) =>
        setCharts(() => {
          throw cause
        }),
    )
  }, [])
  return draw
}
