/** Years of closed trades with their missions, excursions and marks of equity, as a ledger would give them back. */
import { EngineEvent, type StoredEvent } from '../contracts/events.ts'
import { Pair } from '../contracts/pairs.ts'
import { Cents, EpochMs, Points, type AccountKind } from '../contracts/primitives.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { sessionAt, tradingDayMs } from '../domain/market/session-clock.ts'
import { seeded } from '../domain/statistics/seeded.ts'
import { aTradeClosed, aUlid } from './events.ts'
import { aMission } from './views.ts'

export type HistoryPlan = Readonly<{
  trades: number
  account: AccountKind
  seed: number
  /** Trades of a day of the week; there are none at week-ends. */
  aDay: number
  /** True probability of the target beside the one that missions say. */
  p: number
  said: number
  drill: boolean
  /** Whether there are missions, excursions and marks of equity at all: old ledgers have none. */
  isOld: boolean
}>

const USUAL: HistoryPlan = {
  trades: 200,
  account: 'demo',
  seed: 1,
  aDay: 4,
  p: 0.42,
  said: 0.42,
  drill: false,
  isOld: false,
}
/** A Monday. */
const START = Date.UTC(2014, 4, 5)
const SETUPS = ['Z5-FADE', 'RANGE-FADE', 'HOUR-SQUEEZE'] as const
const REGIMES = ['CALM_RANGE', 'VOLATILE_RANGE', 'BREAKOUT', 'TRENDING_BULL'] as const
const SHIELDS = ['APPROVED', 'ACTIVE', 'VOLATILITY_ZONE'] as const
const PAIRS = Pair.options

/** Trades at 1 to 2 that cost 0.05 R: made randomly, and always the same. */
export function* tradeHistory(change: Partial<HistoryPlan> = {}): Generator<StoredEvent> {
  const plan = { ...USUAL, ...change }
  const random = seeded(plan.seed)
  let seq = 0
  let equityCents = 1_000_000
  const stored = (event: EngineEvent): StoredEvent => ({
    seq: ++seq,
    wallMs: EpochMs.parse(0),
    event,
    hash: '',
  })
  yield stored(EngineEvent.parse({ kind: 'terminalLinked', atMs: START, terminal: 'terminal-1', session: 'one', broker: 'B', server: 'S', account: plan.account, loginHash: 'one' })) // prettier-ignore
  for (let k = 0; k < plan.trades; k++) {
    const openMs = momentOf(k, plan.aDay, random)
    const story = aStory(k, openMs, plan, random)
    if (!plan.isOld)
      yield stored({ kind: 'missionIssued', atMs: story.mission.issuedMs, mission: story.mission })
    yield stored({ kind: 'tradeClosed', atMs: story.trade.closeMs, trade: story.trade })
    equityCents += story.trade.netCents
    if (plan.isOld) continue
    yield stored(excursion(story, random))
    const dayMs = tradingDayMs(openMs)
    if (k % plan.aDay === plan.aDay - 1)
      yield stored(EngineEvent.parse({ kind: 'equityMarked', atMs: story.trade.closeMs, terminal: 'terminal-1', account: plan.account, loginHash: 'one@S', why: 'day', dayMs, balanceCents: equityCents, equityCents })) // prettier-ignore
  }
}

/** From nine in the morning on, Mondays to Fridays. */
function momentOf(k: number, aDay: number, random: () => number): number {
  const day = Math.floor(k / aDay)
  const week = Math.floor(day / 5)
  const ofDay = 7 * HOUR_MS + ((k % aDay) * 10 * HOUR_MS) / aDay
  return START + (week * 7 + (day % 5)) * DAY_MS + ofDay + Math.floor(random() * 30) * MINUTE_MS
}

type Story = Readonly<{
  mission: ReturnType<typeof aMission>
  trade: ReturnType<typeof aTradeClosed>['trade']
}>

const pick = <T>(of: readonly [T, ...T[]] | readonly T[], random: () => number): T =>
  of[Math.floor(random() * of.length)] as T

function aStory(
  k: number,
  openMs: number,
  { seed, account, p, said, drill, isOld }: HistoryPlan,
  random: () => number,
): Story {
  const [id, side] = [aUlid(seed * 1_000_000 + k + 1), random() < 0.5 ? 'buy' : 'sell'] as const
  const pair = pick(PAIRS, random)
  const hold = 30 + Math.floor(random() * 180)
  const draw = random()
  const byHand = random() < 0.06
  const time = random() < 0.08
  const hit = draw < p
  const r = (byHand ? draw - 0.5 : time ? 1.4 * draw - 0.6 : hit ? 2 : -1) - 0.05 - 0.03 * random()
  const sayP = Math.min(0.9, Math.max(0.05, said + (random() - 0.5) * 0.2))
  const direction = side === 'buy' ? 1 : -1
  const [open, close] = [110_234, 110_234 + direction * Math.round(100 * r)]
  const { trade } = aTradeClosed({
    netCents: Math.round(r * 10_000),
    r,
    closeMs: openMs + hold * MINUTE_MS,
    account,
  })
  const mission = aMission({
    id, kind: account, pair, symbol: pair, side, setup: pick(SETUPS, random), regime: pick(REGIMES, random), session: sessionAt(openMs),
    drill, quality: drill ? 'DRILL' : 'SILVER', confidence: { p: sayP, n: 900, calibrated: true, source: 'majors' },
    timeOut: { p: 0, r: 0 }, expectedR: 3 * sayP - 1 - 0.065, issuedMs: EpochMs.parse(openMs - MINUTE_MS), barMs: EpochMs.parse(openMs - MINUTE_MS),
    shield: { score: 7, class: pick(SHIELDS, random), sizeFactor: 0.75, lines: [] },
  }) // prettier-ignore
  return {
    mission,
    trade: {
      ...trade, mission: isOld ? null : id, order: id, pair, side, openMs: EpochMs.parse(openMs), riskCents: Cents.parse(10_000),
      open: trade.open, close: Points.parse(trade.open + close - open), stop: Points.parse(trade.open - direction * 100),
      reason: byHand ? 'command' : time ? 'time' : hit ? 'target' : 'stop', lots: 0.1 + Math.floor(random() * 9) / 10,
    }, // prettier-ignore
  }
}

const excursion = ({ trade }: Story, random: () => number): EngineEvent => ({
  kind: 'excursionMeasured',
  atMs: trade.closeMs,
  order: trade.order,
  terminal: trade.terminal,
  account: trade.kind,
  maeR: trade.r < 0 ? Math.max(-trade.r, 0.2) : random() * 0.8,
  mfeR: trade.r > 0 ? trade.r + random() * 0.3 : random() * 1.6,
  by: 'ticks',
})
