import type { ClosedTrade, Mission, Refusal } from '../contracts/index.ts'
import type { Timeframe } from '../domain/market/timeframe.ts'
import type { SourceReport } from './tick-source.ts'

/** What a replay did, from the data that went in to the hash of the ledger that came out. */
export type ReplayReport = Readonly<{
  data: SourceReport
  ticks: number
  fromMs: number | null
  toMs: number | null
  /** Bars that closed, by pair and timeframe, and minutes that had a tick: those closed and the one still forming. */
  bars: readonly Readonly<{ pair: string; minutes: number; closed: Readonly<Record<Timeframe, number>> }>[]
  missions: readonly Mission[]
  refusals: readonly Readonly<{ mission: Mission; refusals: readonly Refusal[] }>[]
  /** How often each reason stood in the way. */
  refusedBy: Readonly<Record<string, number>>
  deniedBy: Readonly<Record<string, number>>
  orders: readonly Readonly<{
    order: string
    mission: string
    state: string
    position: string | null
    stop: number
    deals: string[]
  }>[]
  trades: readonly ClosedTrade[]
  summary: Readonly<{
    source: 'simulated'
    trades: number
    wins: number
    sumR: number
    netCents: number
    xp: number
  }>
  events: number
  hash: string
}>
