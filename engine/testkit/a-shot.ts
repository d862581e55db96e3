/** Builders for tests of the gate: a sound shot at EURUSD in the training ground, and changes to any part of it. */
import type { Cents, EpochMs, Mission, Points, TerminalId, Ulid } from '../contracts/index.ts'
import { DeskSettings } from '../contracts/settings.ts'
import type { SymbolSpec } from '../contracts/wire/index.ts'
import { limitsUnder } from '../domain/fire/limits.ts'
import type { ShotInputs } from '../domain/fire/shot.ts'
import type { KnownCalendar } from '../domain/overlay/known-calendar.ts'
import { aShield } from './a-shield.ts'

export const aSpec = (over: Partial<SymbolSpec> = {}): SymbolSpec => ({
  index: 0,
  name: 'EURUSD',
  pair: 'EURUSD',
  digits: 5,
  tickSize: 0.00001,
  tickValue: 1,
  contract: 100_000,
  lotMin: 0.01,
  lotMax: 100,
  lotStep: 0.01,
  stopLevel: 0,
  freezeLevel: 0,
  commissionPerLot: 7,
  ...over,
})

export const aMission = (over: Partial<Mission> = {}): Mission => ({
  id: '01ARYZ6S410000000000000000' as Ulid,
  terminal: 'desk' as TerminalId,
  kind: 'simulated',
  pair: 'EURUSD',
  symbol: 'EURUSD',
  digits: 5,
  setup: 'Z5-FADE',
  signal: 'RAPID_ASSAULT',
  quality: 'DRILL',
  drill: true,
  side: 'buy',
  entry: 110_000 as Points,
  stop: 109_900 as Points,
  target: 110_200 as Points,
  stopPoints: 100 as Points,
  rewardRatio: 2,
  confidence: { p: 0.33, n: 0, calibrated: false, source: 'test' },
  expectedR: 0,
  costR: 0.09,
  spread: 5 as Points,
  regime: null,
  session: 'LONDON',
  timeOut: { p: 0, r: 0 },
  sniper: false,
  invalidation: '',
  invalidBeyond: 109_950 as Points,
  timeExitMs: 86_401_000 as EpochMs,
  evidence: '',
  structure: [],
  shield: aShield(),
  timer: [],
  warnings: [],
  figures: [],
  barMinutes: 5,
  barMs: 0 as EpochMs,
  issuedMs: 1_000 as EpochMs,
  expiresMs: 1_501_000 as EpochMs,
  ...over,
})

/** A mission that AUTO takes: calibrated, PLATINUM, with a good shield. */
export const aProvenMission = (over: Partial<Mission> = {}): Mission =>
  aMission({
    drill: false,
    quality: 'PLATINUM',
    confidence: { p: 0.5, n: 400, calibrated: true, source: 'test' },
    ...over,
  })

/** A calendar of all time, without announcements. */
export const QUIET: KnownCalendar = {
  source: 'terminal',
  fromMs: Number.NEGATIVE_INFINITY,
  toMs: Number.POSITIVE_INFINITY,
  events: [],
}

export const SETTINGS = DeskSettings.parse({})
export const A_LINK: ShotInputs['link'] = { up: true, armed: true, reason: '', denies: null, maxLots: null, noWaiting: null } // prettier-ignore
export const A_QUOTE = { bid: 109_995, ask: 110_000, ageMs: 0, staleAfterMs: 10_000 } as NonNullable<
  ShotInputs['quote']
>
export const AN_ACCOUNT = {
  currency: 'USD',
  balanceCents: 1_000_000 as Cents,
  tradeAllowed: true,
  isDayKnown: true,
}
export const A_BOOK: ShotInputs['book'] = {
  openTrades: 0,
  openRiskCents: 0,
  unknownRisk: null,
  symbolTaken: false,
  nettingTaken: false,
  otherTerminal: false,
  shotsToday: 0,
  autoShotsToday: 0,
  firesLastMinute: 0,
  sinceFireOfSymbolMs: null,
}

/** What a sound shot is judged by. It is let through. */
export const aShot = (over: Partial<ShotInputs> = {}): ShotInputs => ({
  at: 'market',
  marketMs: 2_000 as EpochMs,
  link: A_LINK,
  kind: 'simulated',
  origin: 'window',
  consented: false,
  selector: 'SELECT',
  paused: false,
  mission: aMission(),
  missionState: 'pending',
  orderWaits: false,
  calendar: QUIET,
  noCalendar: 'block',
  freshness: { rangePoints: 60, spreadRatio: 1, volumeRatio: 1 },
  open: [],
  account: AN_ACCOUNT,
  spec: aSpec(),
  offered: ['EURUSD'],
  quote: A_QUOTE,
  book: A_BOOK,
  guards: [],
  limits: limitsUnder(0, 'simulated', SETTINGS),
  settings: SETTINGS,
  newsMinutes: null,
  ...over,
})
