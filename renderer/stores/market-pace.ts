import type { ViewState } from './view-store.ts'

/**
 * How much market time passes at a terminal in a millisecond of ours, as far as a window may assume by itself: 1 at a broker,
 * the speed of the training ground, and 0 when nothing is heard, when time stands still, or goes as fast as it can.
 */
export function paceOf({ view, trouble, silent }: ViewState, terminal: string): number {
  const link = view?.links.find(each => each.terminal === terminal)
  if (link === undefined || link.state === 'down' || trouble !== null || silent) return 0
  if (link.simulation === null) return 1
  return link.simulation.paused ? 0 : link.simulation.speed
}
