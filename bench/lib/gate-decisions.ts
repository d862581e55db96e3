import { judgeMission } from '../../engine/app/orders/shot-desk.ts'
import { DESK, DeskHarness } from '../../engine/testkit/desk-harness.ts'
import { yearsBehind } from './years-behind.ts'

const TRADES = 5_000
const OPEN = 5
const WARM_UP = 3_000
const DECISIONS = 10_000

/**
 * How long the gate takes for one shot, ms each: with thousands of closed trades, some open ones and a guard on the account, and
 * everything that it is judged by gathered from the desk.
 */
export function gateDecisions(): number[] {
  const harness = new DeskHarness()
  const mission = harness.mission()
  const { desk } = harness.engine
  const terminal = desk.terminals.get(DESK)
  const record = desk.state.missions.get(mission.id)
  if (!terminal || !record) throw new Error('the desk has no mission to judge')
  const { loginHash } = terminal.hello
  const years = { terminal: DESK, loginHash, trades: TRADES, open: OPEN, untilMs: harness.nowMs() }
  for (const event of yearsBehind(years)) desk.record(event)
  const decisions: number[] = []
  for (let shot = 0; shot < WARM_UP + DECISIONS; shot++) {
    const before = performance.now()
    judgeMission(desk, terminal, record, 'window')
    if (shot >= WARM_UP) decisions.push(performance.now() - before)
  }
  return decisions
}
