/** Orders that wait at the broker, on the desk bench: the market asks 1.10010, they wait at 1.09900. */
import type { TerminalLine } from '../../ea/host/driver/lines.ts'
import type { Verdict } from '../../engine/contracts/wire/index.ts'
import { idOf, NOON, verdicts, type DeskBench } from './desk-bench.ts'

/** How long a mission lasts. */
export const LASTS_MS = 1_500_000
export const UNTIL_MS = NOON + LASTS_MS

export type ServerOrder = Readonly<{
  ticket: number
  type: number
  state: number
  lots: number
  left: number
  price: number
  stop: number
  target: number
  magic: number
  untilS: number
}>

/** A buy of 0.10 lots of EURUSD that waits at 1.09900 with 20 pips of stop and 40 of target. */
export const placeBody = (n: number, over: Readonly<Record<string, unknown>> = {}) => ({
  id: idOf(n),
  symbol: 'EURUSD',
  side: 'buy',
  lots: '0.10',
  price: '1.09900',
  stop: '1.09700',
  target: '1.10300',
  untilMs: UNTIL_MS,
  maxSpread: 30,
  ttlMs: 5_000,
  magic: 777_001,
  comment: `BITTEN ${idOf(n).slice(-12)}`,
  ...over,
})

function rows(bench: DeskBench, part: 'orders' | 'history'): readonly ServerOrder[] {
  const state = bench.terminal.run(`state ${part}`)[0]?.['state'] as Record<string, readonly ServerOrder[]>
  return state[part] ?? []
}

export const orders = (bench: DeskBench): readonly ServerOrder[] => rows(bench, 'orders')
export const ended = (bench: DeskBench): readonly ServerOrder[] => rows(bench, 'history')

export const place = (
  bench: DeskBench,
  n: number,
  over: Readonly<Record<string, unknown>> = {},
): TerminalLine[] => bench.say('place', placeBody(n, over))

/** Cancels the order of command `of` under the id of command `n`. */
export const cancel = (bench: DeskBench, n: number, of: number): TerminalLine[] =>
  bench.say('cancel', { id: idOf(n), order: idOf(of) })

export const sync = (bench: DeskBench, ...commands: readonly number[]): TerminalLine[] =>
  bench.say('sync', { id: idOf(900), commands: commands.map(idOf), dealsSinceMs: 0 })

/** The price comes to the orders that wait, as a buy sees it. */
export const touch = (bench: DeskBench): TerminalLine[] => bench.quote(1.0989, 1.099)

/** What was said about one command, in its order. */
export const wordsAbout = (lines: readonly TerminalLine[], n: number): readonly Verdict['is'][] =>
  verdicts(lines)
    .filter(({ id }) => id === idOf(n))
    .map(({ is }) => is)

export const lastAbout = (lines: readonly TerminalLine[], n: number): Verdict | undefined =>
  verdicts(lines).findLast(({ id }) => id === idOf(n))

/** What was said of a place half a second after it came. */
export const placed = (
  bench: DeskBench,
  n: number,
  over: Readonly<Record<string, unknown>> = {},
): Verdict | undefined => lastAbout([...place(bench, n, over), ...bench.advance(500)], n)

export const placeIt = (bench: DeskBench): void => {
  place(bench, 1)
  bench.advance(1_000)
}
export const fillIt = (bench: DeskBench): void => {
  touch(bench)
  bench.advance(1_000)
}
