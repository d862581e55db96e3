/** The desk's closed lists as a chat reads them. A new member of a list stops the build here. */
import type { ClosedTrade, Mission } from '../../contracts/mission.ts'
import type { AccountKind, Side } from '../../contracts/primitives.ts'
import type { GuardName, Quality, Rank, Regime, Session, ShieldClass } from '../../contracts/vocabulary.ts'
import { guardWords } from '../../domain/words/guard-words.ts'

/** An arrow and a word: colours are not seen by everybody. */
export const sideWords: Readonly<Record<Side, string>> = { buy: 'LONG ▲', sell: 'SHORT ▼' }

export const regimeWords: Readonly<Record<Regime, string>> = {
  TRENDING_BULL: 'trend up',
  TRENDING_BEAR: 'trend down',
  BREAKOUT: 'breakout',
  VOLATILE_RANGE: 'wild range',
  CALM_RANGE: 'calm range',
  NEWS_EVENT: 'news',
}

export const sessionWords: Readonly<Record<Session, string>> = {
  ASIAN: 'Asian session',
  LONDON: 'London session',
  OVERLAP: 'London and New York',
  NEW_YORK: 'New York session',
  ROLLOVER: 'rollover',
  CLOSED: 'market closed',
}

export const shieldWords: Readonly<Record<ShieldClass, string>> = {
  APPROVED: 'APPROVED',
  ACTIVE: 'ACTIVE',
  VOLATILITY_ZONE: 'VOLATILITY ZONE',
  UNVERIFIED: 'UNVERIFIED',
}

export const qualityWords: Readonly<Record<Quality, string>> = {
  PLATINUM: 'Platinum',
  GOLD: 'Gold',
  SILVER: 'Silver',
  BRONZE: 'Bronze',
  DRILL: 'Drill',
}

export const rankWords: Readonly<Record<Rank, string>> = {
  NIBBLER: 'Nibbler',
  SCOUT: 'Scout',
  WARRIOR: 'Warrior',
  FANG: 'Fang',
  COMMANDER: 'Commander',
}

export const closeWords: Readonly<Record<ClosedTrade['reason'], string>> = {
  stop: 'Stop reached',
  target: 'Target reached',
  time: 'Its time was up',
  command: 'Closed on your command',
  manual: 'Closed by hand at the terminal',
  stopOut: 'Closed by the broker: margin',
  other: 'Closed by the broker',
}

/** In the middle of a sentence. Simulated money is never called anything else. */
export const kindWords: Readonly<Record<AccountKind, string>> = {
  simulated: 'simulated',
  demo: 'demo',
  contest: 'contest',
  live: 'live',
}

/** By whom something was asked for. The desk's own rules name themselves. */
const ORIGINS: ReadonlyMap<string, string> = new Map([
  ['window', 'by you, in the window'],
  ['tray', 'by you, from the tray'],
  ['telegram', 'by you, from Telegram'],
  ['cli', 'by you, on the command line'],
  ['auto', 'by AUTO'],
  ['replay', 'by a replay'],
  ['desk', 'by the desk'],
  ['host', 'by the desk, while its engine was down'],
  ['update', 'by the update of the app'],
  ['account', 'by the desk: another account'],
  ['file', 'by the settings file'],
  ['timeExit', 'by the plan: its time is up'],
  ['prop.flatByWeekend', 'by the desk: the week ends'],
  ['outside', 'outside BITTEN'],
])
export const byWords = (origin: string): string => ORIGINS.get(origin) ?? `by ${origin}`

export const guardName = (guard: GuardName): string => guardWords[guard].toUpperCase()

/** Of guards whose end nobody can count down to; docs/denials.md. */
export const guardEnds: Readonly<Partial<Record<GuardName, string>>> = {
  TILT_WARNING: 'until a trade is won',
  DRAWDOWN_STOP: 'until the trading day after another drawdown limit is set that is not overrun',
  PAUSED: 'until /resume, or bitten resume',
  HALTED: 'until it is resumed, unless the terminal holds by its own limits',
  LINK_DOWN: 'until the terminal is linked again',
  RECONCILING: 'until the terminal has told all that the ledger asks',
}

export const pairSide = ({ pair, side }: Pick<Mission, 'pair' | 'side'>): string =>
  `${pair} ${sideWords[side]}`
