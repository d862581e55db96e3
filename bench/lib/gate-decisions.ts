import type { EpochMs } from '../../engine/contracts/index.ts'
import { judgeMission } from '../../engine/app/orders/shot-desk.ts'
import { DESK, DeskHarness } from '../../engine/testkit/desk-harness.ts'
import { aTradeClosed, aUlid } from '../../engine/testkit/events.ts'
import { ONE_OF_EACH } from '../../engine/testkit/one-of-each.ts'

const TRADES = 5_000
const OPEN = 5
const HALF_HOUR_MS = 1_800_000
const WARM_UP = 3_000
const DECISIONS = 10_000

/**
 * How long the gate takes for one shot, ms each: with thousands of closed trades and some open ones behind it on the account, and
 * everything that it is judged by gathered from the desk.
 */
export function gateDecisions(): number[] {
  const harness = new DeskHarness()
  const mission = harness.mission()
  const { desk } = harness.engine
  const terminal = desk.terminals.get(DESK)
  const record = desk.state.missions.get(mission.id)
  if (!terminal || !record) throw new Error('the desk has no mission to judge')
  for (let trade = 0; trade < TRADES + OPEN; trade++) {
    const order = aUlid(10_000 + trade)
    const atMs = (harness.nowMs() - (TRADES - trade) * HALF_HOUR_MS) as EpochMs
    desk.record({ ...ONE_OF_EACH.orderRecorded, order, terminal: DESK, account: 'simulated', atMs })
    if (trade >= TRADES) continue
    desk.record({ kind: 'orderBecame', atMs, order, state: 'closed', why: 'bench' })
    const closed = aTradeClosed({ netCents: trade % 2 === 0 ? 50 : -50, closeMs: atMs })
    desk.record({ ...closed, trade: { ...closed.trade, order } })
  }
  const decisions: number[] = []
  for (let shot = 0; shot < WARM_UP + DECISIONS; shot++) {
    const before = performance.now()
    judgeMission(desk, terminal, record, 'window')
    if (shot >= WARM_UP) decisions.push(performance.now() - before)
  }
  return decisions
}
