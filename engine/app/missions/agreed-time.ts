import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/**
 * The market's time as far as beats and ticks agree on it, each carried on by the computer's clock; 0: one of them has not come yet.
 * A mission that was ended by a clock that ran ahead would not come back. Simulated time runs faster than the computer's, and its
 * beats and ticks come from one clock.
 */
export function agreedMs(terminal: TerminalDesk, wallMs: number): number {
  const { hello, marketMs, beatMs, tickMs, beatWallMs, ticksWallMs } = terminal
  if (hello.kind === 'simulated') return marketMs
  if (beatMs === 0 || tickMs === 0) return 0
  const byBeat = beatMs + Math.max(0, wallMs - beatWallMs)
  const byTick = tickMs + Math.max(0, wallMs - ticksWallMs)
  return Math.min(marketMs, byBeat, byTick)
}
