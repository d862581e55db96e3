/** What a world is made of before it lives: its trader's settings, its account, and what the week announces. */
import { brokerSymbol, type BrokerSetup } from '../../../engine/broker-sim/index.ts'
import type { Random } from '../../../engine/broker-sim/random.ts'
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
import type { Kinship } from './market.ts'
import { MARKETS } from './missions.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

type Announcement = Readonly<{ timeMs: number; currency: string; importance: 'high' | 'moderate' }>

export type WorldWish = Readonly<{
  seed: number
  startMs: number
  rank: RankName
  kind: AccountKind
  margin: 'hedging' | 'netting'
  riskPct: number
  /** The checklist for real money was passed on this computer. */
  liveUnlocked: boolean
  /** What the calendar tells of besides speeches. */
  announcements: readonly Announcement[]
  kinship: Kinship
  /** How a test breaks the build. */
  wrap(ledger: Ledger): Ledger
}>

export const settingsOf = ({ riskPct, liveUnlocked }: WorldWish): DeskSettings =>
  DeskSettings.parse({ riskPct, liveUnlocked })

/** Speeches of little weight, often enough that nobody takes the silence for a hole, and what is announced besides. */
export function weekOf({ startMs, announcements }: WorldWish): Calendar {
  const fromMs = EpochMs.parse(startMs - 2 * DAY_MS)
  const speeches = Array.from({ length: 5 * 24 }, (_, hour) => ({
    id: Ticket.parse(String(hour + 1)),
    timeMs: EpochMs.parse(fromMs + hour * (DAY_MS / 24)),
    exact: true,
    currency: 'EUR',
    importance: 'low' as const,
    name: 'A speech',
  }))
  const loud = announcements.map(({ timeMs, currency, importance }, at) => ({
    id: Ticket.parse(String(1_000 + at)),
    timeMs: EpochMs.parse(timeMs),
    exact: true,
    currency,
    importance,
    name: 'Payrolls',
  }))
  const events = [...speeches, ...loud].toSorted((a, b) => a.timeMs - b.timeMs)
  return { available: true, fromMs, toMs: EpochMs.parse(startMs + 3 * DAY_MS), events }
}

export const setupOf = ({ margin, seed }: WorldWish): BrokerSetup => ({
  symbols: MARKETS.map(({ pair, digits }) => brokerSymbol(pair, digits)),
  account: SimulatorStart.shape.account.parse({ margin }),
  temper: BrokerTemper.parse({ slippagePoints: 2 }),
  seed,
})

/** In every so manieth world something is announced, and in every so manieth markets go together. */
const ANNOUNCED_IN = 4
const KIN_IN = 4
/** The last of them is a currency of every market. */
const CURRENCIES = ['EUR', 'JPY', 'AUD', 'CAD', 'GBP', 'EUR', 'GBP', 'USD'] as const
/** The silence around it ends or begins in the first minutes of the run. */
const BORDERS = [
  { importance: 'high', minutes: -15 },
  { importance: 'high', minutes: 15 },
  { importance: 'moderate', minutes: 10 },
  { importance: 'moderate', minutes: 0 },
] as const
const WITHIN_MS = 90_000

export function circumstances(random: Random, startMs: number): Pick<WorldWish, 'announcements' | 'kinship'> {
  const kinship: Kinship = random.below(KIN_IN) === 0 ? { GBPUSD: 1, USDCAD: -1 } : {}
  if (random.below(ANNOUNCED_IN) > 0) return { announcements: [], kinship }
  const { importance, minutes } = BORDERS[random.below(BORDERS.length)] ?? BORDERS[0]
  const currency = CURRENCIES[random.below(CURRENCIES.length)] ?? CURRENCIES[0]
  const timeMs = startMs + minutes * MINUTE_MS + random.below(WITHIN_MS)
  return { announcements: [{ timeMs, currency, importance }], kinship }
}
