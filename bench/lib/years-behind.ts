import type { EngineEvent, EpochMs, TerminalId } from '../../engine/contracts/index.ts'
import { aTradeClosed, aUlid } from '../../engine/testkit/events.ts'
import { ONE_OF_EACH } from '../../engine/testkit/one-of-each.ts'

const HALF_HOUR_MS = 1_800_000
/** Of a COMMANDER. */
const XP = 60_000

type Years = Readonly<{
  terminal: TerminalId
  loginHash: string
  trades: number
  open: number
  untilMs: number
}>

/** What years of trading a simulated account leave: closed trades, won and lost in turns, some that are open, and guards. */
export function* yearsBehind({ terminal, loginHash, trades, open, untilMs }: Years): Generator<EngineEvent> {
  const account = 'simulated'
  const ofAccount = { account, terminal, loginHash } as const
  yield { kind: 'xpAwarded', atMs: untilMs as EpochMs, account, order: null, reason: 'PLAN_KEPT', xp: XP }
  for (let trade = 0; trade < trades + open; trade++) {
    const order = aUlid(10_000 + trade)
    const atMs = (untilMs - Math.max(1, trades - trade) * HALF_HOUR_MS) as EpochMs
    yield { ...ONE_OF_EACH.orderRecorded, order, terminal, account, atMs }
    if (trade >= trades) continue
    yield { kind: 'orderBecame', atMs, order, state: 'closed', why: 'bench' }
    const closed = aTradeClosed({ netCents: trade % 2 === 0 ? 50 : -50, closeMs: atMs })
    yield { ...closed, atMs, trade: { ...closed.trade, order, terminal, kind: account } }
  }
  const raised = { ...ONE_OF_EACH.guardRaised, ...ofAccount, atMs: untilMs as EpochMs }
  yield { ...raised, guard: 'TILT_WARNING', text: 'Three losses in a row.', value: 3, limit: 3 }
}
