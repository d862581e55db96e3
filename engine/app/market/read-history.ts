import type { EpochMs } from '../../contracts/index.ts'
import { minuteOf } from '../../domain/words/times.ts'
import type { Desk } from '../desk.ts'
import { followOn } from '../missions/candidate-desk.ts'
import { hauntAgain } from '../missions/ghost-desk.ts'
import { followPositions } from '../positions/excursion-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'
import { HISTORY_BARS, HISTORY_MS } from './history.ts'
import type { SymbolDesk } from './symbol-desk.ts'

/** Once a session, a symbol's own history fills the gap since its last bar before its ticks are let in. */
export function readHistory(desk: Desk, terminal: TerminalDesk, symbol: SymbolDesk): void {
  if (symbol.askedIn === terminal.session) return
  followPositions(desk, terminal, symbol)
  if (symbol.askedIn === null) {
    followOn(desk, terminal, symbol)
    hauntAgain(desk, terminal, symbol)
  }
  symbol.askedIn = terminal.session
  const fromMs = Math.max(0, symbol.market.bars.horizonMs, terminal.marketMs - HISTORY_MS) as EpochMs
  const id = desk.nextId()
  symbol.warming = id
  desk.send(terminal.id, {
    type: 'history',
    body: { id, index: symbol.spec.index, tf: 1, fromMs, max: HISTORY_BARS },
  })
}

/**
 * The terminal's clock has stepped back. The bars of the later time would keep out those of the right one, so they are read anew:
 * this session has asked for what came after them only, and that is nothing.
 */
export function readAgain(desk: Desk, terminal: TerminalDesk): void {
  const { lateMs, anew } = terminal.dropAhead()
  if (lateMs === 0) return
  for (const symbol of anew) readHistory(desk, terminal, symbol)
  const code = 'CLOCK_BACK'
  desk.record({
    kind: 'linkFaulted',
    atMs: desk.timeAt(terminal.id),
    terminal: terminal.id,
    code,
    text: `The market's time went back from ${minuteOf(lateMs)} to ${minuteOf(terminal.marketMs)} UTC: its history is read again.`,
    count: terminal.countFault(code),
  })
}
