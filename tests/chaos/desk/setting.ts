/** What a world is made of before it lives: its trader's settings, its account, and what the week announces. */
import { brokerSymbol, type BrokerSetup } from '../../../engine/broker-sim/index.ts'
import {
  BrokerTemper,
  EpochMs,
  SimulatorStart,
  Ticket,
  type AccountKind,
} from '../../../engine/contracts/index.ts'
import { DeskSettings } from '../../../engine/contracts/settings.ts'
import type { Calendar } from '../../../engine/contracts/wire/index.ts'
import type { Ledger } from '../../../engine/ports/index.ts'
import type { RankName } from './checker/index.ts'
import { MARKETS } from './missions.ts'

const DAY_MS = 86_400_000

export type WorldWish = Readonly<{
  seed: number
  startMs: number
  rank: RankName
  kind: AccountKind
  margin: 'hedging' | 'netting'
  riskPct: number
  /** The checklist for real money was passed on this computer. */
  liveUnlocked: boolean
  /** How a test breaks the build. */
  wrap(ledger: Ledger): Ledger
}>

export const settingsOf = ({ riskPct, liveUnlocked }: WorldWish): DeskSettings =>
  DeskSettings.parse({ riskPct, liveUnlocked })

/** Announcements of little weight, often enough that nobody takes the silence for a hole. */
export function quietWeek(startMs: number): Calendar {
  const fromMs = EpochMs.parse(startMs - 2 * DAY_MS)
  const events = Array.from({ length: 5 * 24 }, (_, hour) => ({
    id: Ticket.parse(String(hour + 1)),
    timeMs: EpochMs.parse(fromMs + hour * (DAY_MS / 24)),
    exact: true,
    currency: 'EUR',
    importance: 'low' as const,
    name: 'A speech',
  }))
  return { available: true, fromMs, toMs: EpochMs.parse(startMs + 3 * DAY_MS), events }
}

export const setupOf = ({ margin, seed }: WorldWish): BrokerSetup => ({
  symbols: MARKETS.map(({ pair, digits }) => brokerSymbol(pair, digits)),
  account: SimulatorStart.shape.account.parse({ margin }),
  temper: BrokerTemper.parse({ slippagePoints: 2 }),
  seed,
})
