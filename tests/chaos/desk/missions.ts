/** The ledger that a run begins with: a trader of some rank, and missions that wait to be fired. */
import {
  Mission,
  TerminalId,
  Ulid,
  type AccountKind,
  type EngineEvent,
  type EpochMs,
  type Pair,
  type Side,
} from '../../../engine/contracts/index.ts'
import type { RankName } from './checker/index.ts'

export const TERMINAL = TerminalId.parse('chaos-terminal')

/** Price in points where each market of a run begins. */
export const MARKETS = [
  { pair: 'EURUSD', mid: 110_000, digits: 5 },
  { pair: 'USDJPY', mid: 150_000, digits: 3 },
  { pair: 'AUDUSD', mid: 66_000, digits: 5 },
  { pair: 'USDCAD', mid: 136_000, digits: 5 },
  { pair: 'GBPUSD', mid: 127_000, digits: 5 },
] as const satisfies readonly { pair: Pair; mid: number; digits: number }[]

export const SPREAD = 6
const STOP_POINTS = 200
export const LIFE_MS = 25 * 60_000
/** In the middle of each rank: nothing that is earned or lost in a run changes it. */
const XP = { NIBBLER: 400, SCOUT: 3_000, WARRIOR: 10_000, FANG: 25_000, COMMANDER: 60_000 } as const

export type Wish = Readonly<{
  kind: AccountKind
  rank: RankName
  startMs: number
  loginHash: string
  server: string
}>

const missionId = (at: number): Ulid => Ulid.parse(`01${String(at + 1).padStart(24, '0')}`)

type Market = Readonly<{ pair: Pair; mid: number; digits: number }>

/** Two missions a market, the second against the first: nobody may fire both at once. */
export const missionsFor = (wish: Wish): Mission[] =>
  [...MARKETS, ...MARKETS].map((market, at) => {
    const isSecond = at >= MARKETS.length
    const isEven = (at % MARKETS.length) % 2 === 0
    return missionAt(wish, at, market, SPREAD, isEven === isSecond ? 'sell' : 'buy')
  })

/** At the price of one market: the first is bought. */
export const missionsAt = (wish: Wish, bid: number, spread: number): Mission[] =>
  (['buy', 'sell'] as const).map((side, at) =>
    missionAt(wish, at, { pair: 'EURUSD', mid: bid, digits: 5 }, spread, side),
  )

function missionAt({ kind, startMs }: Wish, at: number, market: Market, spread: number, side: Side): Mission {
  const { pair, mid, digits } = market
  const direction = side === 'buy' ? 1 : -1
  const entry = mid + (side === 'buy' ? spread : 0)
  return Mission.parse({
    id: missionId(at),
    terminal: TERMINAL,
    kind,
    pair,
    symbol: pair,
    digits,
    setup: 'CHAOS',
    signal: 'RAPID_ASSAULT',
    quality: 'GOLD',
    drill: false,
    side,
    entry,
    stop: entry - direction * STOP_POINTS,
    target: entry + direction * 2 * STOP_POINTS,
    stopPoints: STOP_POINTS,
    rewardRatio: 2,
    confidence: { p: 0.5, n: 100, calibrated: true, source: 'chaos' },
    expectedR: 0.3,
    costR: 0.05,
    spread,
    regime: null,
    session: 'LONDON',
    invalidation: 'a close beyond its stop',
    invalidBeyond: entry - direction * STOP_POINTS,
    shield: { score: 9, class: 'APPROVED', sizeFactor: 1, lines: [] },
    figures: [],
    barMs: startMs,
    issuedMs: startMs,
    expiresMs: startMs + LIFE_MS,
  })
}

export function earlierLife(wish: Wish, missions: readonly Mission[]): EngineEvent[] {
  const atMs = wish.startMs as EpochMs
  const { kind, rank, loginHash, server } = wish
  return [
    {
      kind: 'terminalLinked',
      atMs,
      terminal: TERMINAL,
      session: 'earlier',
      broker: 'Broker',
      server,
      account: kind,
      loginHash,
    },
    { kind: 'xpAwarded', atMs, account: kind, order: null, reason: 'PLAN_KEPT', xp: XP[rank] },
    ...missions.map((mission): EngineEvent => ({ kind: 'missionIssued', atMs, trace: mission.id, mission })),
  ]
}
