/** Who is killed when: a run has one of these for its accident. */
import type { EventKind, SimulatorFault } from '../../../engine/contracts/index.ts'

export const JOURNEY = ['fire', 'modify', 'close', 'flatten'] as const
type Command = (typeof JOURNEY)[number]

export type Cell = Readonly<{
  name: string
  /** With this command. */
  during: Command
  who: 'host' | 'engine' | 'host sleeps' | 'host and engine' | SimulatorFault
  /** So many milliseconds after it by chance, or when the app has told of this. Of a terminal's own fault: at its step. */
  at: Readonly<{ mostMs: number }> | EventKind
}>

const MOMENT = { mostMs: 40 } as const
const cell = (who: Cell['who'], during: Command, at: Cell['at'], when: string): Cell => ({
  name: `${who}, ${during}, ${when}`,
  during,
  who,
  at,
})

export const CELLS: readonly Cell[] = [
  ...(['host', 'engine'] as const).flatMap(who => [
    ...JOURNEY.map(during => cell(who, during, { mostMs: 4 }, 'at once')),
    ...JOURNEY.map(during => cell(who, during, MOMENT, 'at any moment')),
    cell(who, 'fire', 'orderRecorded', 'recorded'),
    cell(who, 'fire', 'dealDone', 'filled'),
    cell(who, 'close', 'closeRequested', 'requested'),
    cell(who, 'close', 'tradeClosed', 'closed'),
  ]),
  cell('host sleeps', 'fire', MOMENT, 'at any moment'),
  cell('dieBeforeOrder', 'fire', { mostMs: 0 }, 'at its step'),
  cell('dieAfterOrder', 'fire', { mostMs: 0 }, 'at its step'),
  cell('dieBeforeOrder', 'close', { mostMs: 0 }, 'at its step'),
  cell('dieAfterOrder', 'close', { mostMs: 0 }, 'at its step'),
  cell('dropVerdict', 'fire', { mostMs: 0 }, 'at its step'),
]
