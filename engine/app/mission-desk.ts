import type { EpochMs, Points } from '../contracts/index.ts'
import type { Mission } from '../contracts/mission.ts'
import type { Quality, Refusal } from '../contracts/vocabulary.ts'
import { MINUTE_MS } from '../domain/market/civil.ts'
import { pointsPerPip, pointsPerUnit } from '../domain/market/price.ts'
import { sessionAt } from '../domain/market/session-clock.ts'
import { flood } from '../domain/overlay/flood-guard.ts'
import { news } from '../domain/overlay/news.ts'
import { friction, lateBar, refusal } from '../domain/overlay/overlay.ts'
import type { Proposal, Setup } from '../domain/venom/setup.ts'
import { costInR, driftlessConfidence, expectedValue } from '../domain/venom/value.ts'
import type { MissionRecord } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { exposedOrders } from './exposure.ts'
import type { SymbolDesk } from './symbol-desk.ts'
import type { TerminalDesk } from './terminal-desk.ts'

/** A mission below this expected value is refused; the other bounds name its quality (rules of engagement). */
export const VALUE_GATE = 0.05
const QUALITY: readonly (readonly [number, Quality])[] = [[0.3, 'PLATINUM'], [0.2, 'GOLD'], [0.1, 'SILVER'], [VALUE_GATE, 'BRONZE']] // prettier-ignore
const LIFE_MS = { RAPID_ASSAULT: 25 * MINUTE_MS, PRECISION_STRIKE: 65 * MINUTE_MS } as const
/** On a training ground these may be missed: the mission is then a drill, and says so. */
const DRILL_MAY_MISS: readonly Refusal['code'][] = ['VALUE_BELOW_GATE', 'CALENDAR_MISSING']

/** Asks one setup at the close of a bar. A proposal becomes a mission, or a recorded refusal with all its figures. */
export function consider(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  setup: Setup,
  closeMs: number,
): void {
  const proposal = setup.propose(symbol.market, closeMs)
  if (!proposal) return
  const draft = draftMission(desk, terminal, symbol, setup, proposal, closeMs)
  const refusals = [
    ...valueRules(draft, symbol.trading?.commissionPerLot ?? null),
    ...news(terminal.calendar, draft.pair, terminal.marketMs),
    ...lateBar(symbol.market, terminal.marketMs, closeMs),
    ...friction(symbol.market, terminal.marketMs, proposal.stopPoints),
    ...flood(
      draft.pair,
      terminal.marketMs,
      desk.state.issued.get(terminal.id) ?? [],
      ...open(desk, terminal, draft),
    ),
  ]
  const blocking = refusals.filter(reason => !(draft.drill && DRILL_MAY_MISS.includes(reason.code)))
  const mission =
    refusals.length === 0 ? { ...draft, drill: false, quality: qualityOf(draft.expectedR) } : draft
  if (blocking.length > 0) {
    desk.record({ kind: 'missionRefused', atMs: draft.issuedMs, trace: draft.id, mission: draft, refusals })
    return
  }
  desk.record({ kind: 'missionIssued', atMs: mission.issuedMs, trace: mission.id, mission })
  terminal.nextExpiryMs = Math.min(terminal.nextExpiryMs, mission.expiresMs)
}

const qualityOf = (expectedR: number): Quality => QUALITY.find(([bound]) => expectedR > bound)?.[1] ?? 'DRILL'

function draftMission(
  desk: Desk,
  terminal: TerminalDesk,
  { spec, trading, market, regime }: SymbolDesk,
  setup: Setup,
  proposal: Proposal,
  closeMs: number,
): Mission {
  const { side, stopPoints, rewardRatio } = proposal
  const entry = side === 'buy' ? market.ask : market.bid
  const towards = side === 'buy' ? 1 : -1
  const confidence = driftlessConfidence(market.spread, stopPoints, rewardRatio)
  const costR = costInR(stopPoints, commissionPoints(trading), pointsPerPip(spec.digits))
  const issuedMs = terminal.marketMs as EpochMs
  return {
    id: desk.nextId(),
    terminal: terminal.id,
    kind: terminal.hello.kind,
    pair: spec.pair,
    symbol: spec.name,
    digits: spec.digits,
    setup: setup.name,
    signal: setup.plan.signal,
    quality: 'DRILL',
    drill: desk.options.drills && terminal.hello.kind === 'simulated',
    side,
    entry: entry as Points,
    stop: (entry - towards * stopPoints) as Points,
    target: (entry + towards * Math.round(stopPoints * rewardRatio)) as Points,
    stopPoints: stopPoints as Points,
    rewardRatio,
    confidence,
    expectedR: expectedValue(confidence.p, rewardRatio, costR),
    costR,
    spread: market.spread as Points,
    regime: regime.regime,
    session: sessionAt(terminal.marketMs),
    invalidation: proposal.invalidation,
    figures: [...proposal.figures],
    barMs: closeMs as EpochMs,
    issuedMs,
    expiresMs: (issuedMs + LIFE_MS[setup.plan.signal]) as EpochMs,
  }
}

/** Commission of both sides as a distance of price. Unknown commission counts as none here and is refused below. */
function commissionPoints(spec: SymbolDesk['trading']): number {
  if (!spec) return 0
  return (((spec.commissionPerLot ?? 0) * spec.tickSize) / spec.tickValue) * pointsPerUnit(spec.digits)
}

function valueRules(mission: Mission, commissionPerLot: number | null): Refusal[] {
  const refusals: Refusal[] = []
  if (mission.expectedR <= VALUE_GATE) {
    const text = `Expected value is ${mission.expectedR.toFixed(3)} R after cost; the gate is ${VALUE_GATE} R.`
    refusals.push(refusal('VALUE_BELOW_GATE', text, mission.expectedR, VALUE_GATE))
  }
  if (commissionPerLot === null) {
    refusals.push(
      refusal('COST_UNKNOWN', 'The terminal has not said what commission this symbol costs.', null, null),
    )
  }
  return refusals
}

function open(desk: Desk, terminal: TerminalDesk, { pair }: Mission): [mission: boolean, position: boolean] {
  const mission = pending(desk, terminal).some(record => record.mission.pair === pair)
  const position = exposedOrders(desk, terminal).some(order => order.recorded.pair === pair)
  return [mission, position]
}

export const pending = (desk: Desk, terminal: TerminalDesk): MissionRecord[] =>
  [...desk.state.missions.values()].filter(
    record => record.state === 'pending' && record.mission.terminal === terminal.id,
  )

/** Ends every pending mission whose time has come, and remembers when the next one's will. */
export function expireMissions(desk: Desk, terminal: TerminalDesk): void {
  for (const { mission } of pending(desk, terminal)) {
    if (terminal.marketMs >= mission.expiresMs) end(desk, terminal, mission, 'Its time ran out.')
  }
  terminal.nextExpiryMs = Math.min(
    Number.POSITIVE_INFINITY,
    ...pending(desk, terminal).map(record => record.mission.expiresMs),
  )
}

/** What was judged for one account is never fired on another. */
export function abandonMissions(desk: Desk, terminal: TerminalDesk): void {
  for (const { mission } of pending(desk, terminal))
    end(desk, terminal, mission, 'The terminal is on another account now.')
}

/** A mission is cancelled by an M5 close more than half the stop beyond its entry, on the losing side. */
export function invalidateMissions(
  desk: Desk,
  terminal: TerminalDesk,
  symbol: SymbolDesk,
  close: number,
): void {
  for (const { mission } of pending(desk, terminal)) {
    if (mission.symbol !== symbol.spec.name) continue
    const against = mission.side === 'buy' ? mission.entry - close : close - mission.entry
    if (against > mission.stopPoints / 2)
      end(desk, terminal, mission, 'The price closed half the stop against it.')
  }
}

function end(desk: Desk, terminal: TerminalDesk, mission: Mission, reason: string): void {
  desk.record({
    kind: 'missionExpired',
    atMs: desk.timeAt(terminal.id),
    trace: mission.id,
    mission: mission.id,
    reason,
  })
}
