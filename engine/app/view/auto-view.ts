import type { Cents } from '../../contracts/primitives.ts'
import type { AutoView } from '../../contracts/views.ts'
import { whyNoAuto } from '../../domain/fire/auto-rules.ts'
import { bookFor } from '../book/book.ts'
import type { Desk } from '../desk.ts'
import { limitsOf } from '../book/limits-desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** What AUTO may do at a terminal: of the trader's settings and the rank's limits always the tighter. */
export function autoView(desk: Desk, terminal: TerminalDesk | undefined): AutoView {
  const { auto, riskPct } = desk.state.settings
  const { minQuality, minShield } = auto
  const limits = terminal && limitsOf(desk, terminal)
  const ofShot = limits?.riskPct ?? riskPct
  const account = terminal?.account ?? null
  return {
    shotsToday: terminal ? bookFor(desk, terminal, 'EURUSD', '').autoShotsToday : 0,
    shotsLimit: Math.min(auto.shotsADay, limits?.shotsADay ?? auto.shotsADay),
    slots: Math.min(auto.slots, limits?.openTrades ?? auto.slots),
    minQuality,
    minShield,
    riskPct: ofShot,
    // As the gate rounds it.
    riskCents: account && (Math.floor((account.balance * ofShot) / 100) as Cents),
    why: whyNot(desk, terminal),
  }
}

/** The first thing that keeps AUTO from its work. */
function whyNot(desk: Desk, terminal: TerminalDesk | undefined): string | null {
  const { selector, paused } = desk.state
  if (!terminal?.up) return 'No terminal is linked.'
  const forbidden = whyNoAuto(limitsOf(desk, terminal), terminal.hello.kind)
  if (forbidden !== null) return forbidden
  if (selector !== 'AUTO') return `The selector is on ${selector}.`
  if (paused) return 'New trades are paused.'
  return terminal.armed ? null : `Not armed: ${terminal.reason}`
}
