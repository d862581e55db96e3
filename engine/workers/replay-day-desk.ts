import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EventOf, StoredEvent } from '../contracts/events.ts'
import type { KeptPair, KeptTerminal, LabMarket } from '../contracts/lab-runs.ts'
import type { MarketBar } from '../contracts/market-bars.ts'
import type { ClosedTrade, Mission } from '../contracts/mission.ts'
import { PAIRS } from '../contracts/pairs.ts'
import { EpochMs, TerminalId } from '../contracts/primitives.ts'
import type { ReplayDayAnswer, ReplayDayQuery, ReplayMission, ReplayTrade } from '../contracts/replay-day.ts'
import { TRAINING_TERMINAL } from '../contracts/simulator.ts'
import type { Bar } from '../domain/market/bar-series.ts'
import { DAY_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { missionStory } from '../domain/missions-log/mission-story.ts'
import type { MissionSource } from '../domain/missions-log/missions-page.ts'
import { sessionSpans } from '../domain/pictures/market-chart.ts'
import type { KeptMinutes } from './kept-minutes.ts'

/** Three hours: the session before is seen. */
const BEFORE = 180
const PAGE = 200
/** Missions that are looked through for one day. A training ground that begins anew issues those of a day twice, in any order. */
const MOST_MISSIONS = 4_000

/** A trade that was opened earlier is not looked for. */
const LONGEST_HELD_MS = 7 * DAY_MS

/** Days that are kept, and one of them with what happened on it. */
export class ReplayDayDesk {
  readonly #minutes: KeptMinutes
  readonly #missions: MissionSource

  constructor(minutes: KeptMinutes, missions: MissionSource) {
    this.#minutes = minutes
    this.#missions = missions
  }

  /** Throws `StoreFault`. */
  async market(): Promise<LabMarket> {
    const terminals = new Map<string, KeptPair[]>()
    for (const { source, pair, minutes, fromMs, toMs } of this.#minutes.open()?.series() ?? []) {
      if (!TerminalId.safeParse(source).success) continue
      const pairs = terminals.get(source) ?? []
      terminals.set(source, [...pairs, { pair, minutes, fromMs, toMs }])
      await nextTurn()
    }
    return { terminals: [...terminals].map(keptOf) }
  }

  async day(query: Omit<ReplayDayQuery, 'kind'>): Promise<ReplayDayAnswer> {
    const { terminal, pair, dayMs, marketMs } = query
    if (terminal === TRAINING_TERMINAL && marketMs === null) return { is: 'noClock' }
    const reader = this.#minutes.open()
    const endMs = EpochMs.parse(Math.min(dayMs + DAY_MS, overBy(marketMs)))
    const bars = endMs <= dayMs ? [] : (reader?.between(terminal, pair, dayMs, endMs) ?? [])
    const digits = reader?.digits(terminal, pair) ?? null
    if (reader === null || digits === null || bars.length === 0) return { is: 'none' }
    const before = reader.latest(terminal, pair, dayMs, BEFORE)
    return {
      is: 'day',
      digits,
      bars: bars.map(told),
      before: before.map(told),
      sessions: sessionSpans([...before, ...bars], MINUTE_MS),
      ...(await this.#happened(query, endMs)),
    }
  }

  async #happened({ terminal, pair, dayMs }: Omit<ReplayDayQuery, 'kind'>, endMs: EpochMs) {
    const missions: ReplayMission[] = []
    const trades: ReplayTrade[] = []
    const isHere = ({ mission }: EventOf<'missionIssued'>): boolean =>
      !mission.test &&
      mission.terminal === terminal &&
      mission.pair === pair &&
      mission.issuedMs < endMs &&
      mission.issuedMs >= dayMs - LONGEST_HELD_MS
    let before = Number.MAX_SAFE_INTEGER
    for (let seen = 0; seen < MOST_MISSIONS; seen += PAGE) {
      const page = this.#missions.missionsBefore('missionIssued', before, PAGE)
      for (const stored of page) {
        const { event } = stored
        if (event.kind !== 'missionIssued' || !isHere(event)) continue
        if (event.mission.issuedMs >= dayMs) missions.push(planOf(event.mission))
        trades.push(...this.#tradesOf(stored, event.mission))
      }
      before = page.at(-1)?.seq ?? 0
      if (page.length < PAGE) return inOrder(missions, within(trades, dayMs, endMs), false)
      await nextTurn()
    }
    return inOrder(missions, within(trades, dayMs, endMs), true)
  }

  #tradesOf(stored: StoredEvent, mission: Mission): readonly ReplayTrade[] {
    const story = missionStory([stored, ...this.#missions.storyEvents(mission.id, stored.seq)])
    return (story?.trades ?? []).map(trade => tradeOf(trade, mission))
  }
}

const within = (trades: readonly ReplayTrade[], fromMs: number, untilMs: number): readonly ReplayTrade[] =>
  trades.filter(({ openMs, closeMs }) => openMs < untilMs && closeMs >= fromMs)

function planOf(mission: Mission): ReplayMission {
  const { id, setup, side, quality, drill, entry, stop, target, issuedMs, expiresMs } = mission
  return { id, setup, side, quality, drill, entry, stop, target, issuedMs, expiresMs }
}

function tradeOf(trade: ClosedTrade, { stop, target }: Mission): ReplayTrade {
  const { order, mission, side, open, close, openMs, closeMs, r, reason } = trade
  return { order, mission, side, open, close, openMs, closeMs, r, reason, stop, target }
}

/** In the order of the desk's list, most traded first. */
const keptOf = ([terminal, pairs]: [string, readonly KeptPair[]]): KeptTerminal => ({
  terminal: TerminalId.parse(terminal),
  pairs: pairs.toSorted((a, b) => PAIRS.indexOf(a.pair) - PAIRS.indexOf(b.pair)),
})

function inOrder(missions: readonly ReplayMission[], trades: readonly ReplayTrade[], isCut: boolean) {
  return {
    missions: missions.toSorted((a, b) => a.issuedMs - b.issuedMs),
    trades: trades.toSorted((a, b) => a.openMs - b.openMs),
    isCut,
  }
}

const told = ({ openMs, open, high, low, close }: Bar): MarketBar =>
  ({ openMs, open, high, low, close }) as MarketBar

/** A minute that has begun is not over. */
const overBy = (marketMs: EpochMs | null): number =>
  marketMs === null ? Number.MAX_SAFE_INTEGER : Math.floor(marketMs / MINUTE_MS) * MINUTE_MS
