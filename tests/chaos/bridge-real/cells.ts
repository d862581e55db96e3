/** Who is killed when: a run has one of these for its accident. */
import type { EventKind } from '../../../engine/contracts/index.ts'

export type Cell = Readonly<{
  name: string
  /** While the mission is fired, or while its position is closed. */
  during: 'fire' | 'flatten'
  /** The Expert Advisor's process ends itself by kill -9 at the nth such step, n by chance. */
  step?: Readonly<{ name: string; phase: 'before' | 'after'; nthMost: number }>
  /** Killed so many milliseconds after the command or that step, by chance; or when the app has told of this. */
  killed?: Readonly<{ who: 'app' | 'EA' | 'both'; at: Readonly<{ mostMs: number }> | EventKind }>
}>

const fire = (name: string, how: Pick<Cell, 'step' | 'killed'>): Cell => ({ name, during: 'fire', ...how })

export const CELLS: readonly Cell[] = [
  fire('EA before its journal is on disk', { step: { name: 'file.flush', phase: 'before', nthMost: 2 } }),
  fire('EA after its journal is on disk', { step: { name: 'file.flush', phase: 'after', nthMost: 3 } }),
  fire('EA before OrderSend', { step: { name: 'order.send', phase: 'before', nthMost: 1 } }),
  fire('EA after OrderSend', { step: { name: 'order.send', phase: 'after', nthMost: 1 } }),
  fire('EA with the answer on its way', { step: { name: 'order.answer', phase: 'before', nthMost: 1 } }),
  fire('EA before it sends', { step: { name: 'socket.send', phase: 'before', nthMost: 6 } }),
  fire('EA at any moment', { killed: { who: 'EA', at: { mostMs: 60 } } }),
  fire('app at once', { killed: { who: 'app', at: { mostMs: 5 } } }),
  fire('app at any moment', { killed: { who: 'app', at: { mostMs: 60 } } }),
  fire('app with the fill on its disk', { killed: { who: 'app', at: 'dealDone' } }),
  fire('both at any moment', { killed: { who: 'both', at: { mostMs: 60 } } }),
  fire('both, EA after OrderSend', {
    step: { name: 'order.send', phase: 'after', nthMost: 1 },
    killed: { who: 'app', at: { mostMs: 60 } },
  }),
  {
    name: 'EA after OrderSend of a close',
    during: 'flatten',
    step: { name: 'order.send', phase: 'after', nthMost: 1 },
  },
  { name: 'both while closing', during: 'flatten', killed: { who: 'both', at: { mostMs: 60 } } },
]
