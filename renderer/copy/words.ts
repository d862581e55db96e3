/** The desk's closed lists in a person's words. A new member of a list stops the build here. */
import type { AccountKind, Side } from '../../engine/contracts/primitives.ts'
import type { Pair } from '../../engine/contracts/pairs.ts'
import type { ClosedTrade, Informs, ShieldPart, TimerShare } from '../../engine/contracts/mission.ts'
import type {
  Freshness,
  MissionState,
  OrderState,
  Quality,
  Rank,
  Regime,
  Selector,
  Session,
  ShieldClass,
  SignalType,
} from '../../engine/contracts/vocabulary.ts'

export const sideWords: Readonly<Record<Side, string>> = { buy: 'Long', sell: 'Short' }
export const sideVerbs: Readonly<Record<Side, string>> = { buy: 'Buy', sell: 'Sell' }

/** In the board's order. */
export const pairNames: Readonly<Record<Pair, string>> = {
  EURUSD: 'Euro, US dollar',
  GBPUSD: 'Pound, US dollar',
  USDJPY: 'US dollar, yen',
  USDCHF: 'US dollar, Swiss franc',
  USDCAD: 'US dollar, Canadian dollar',
  AUDUSD: 'Australian dollar, US dollar',
  NZDUSD: 'New Zealand dollar, US dollar',
  EURGBP: 'Euro, pound',
  EURJPY: 'Euro, yen',
  GBPJPY: 'Pound, yen',
  AUDJPY: 'Australian dollar, yen',
  EURAUD: 'Euro, Australian dollar',
  GBPAUD: 'Pound, Australian dollar',
  GBPNZD: 'Pound, New Zealand dollar',
  GBPCHF: 'Pound, Swiss franc',
}

const isPair = (name: string): name is Pair => Object.hasOwn(pairNames, name)
export const pairs: readonly Pair[] = Object.keys(pairNames).filter(isPair)

export const regimeWords: Readonly<Record<Regime, { text: string; meaning: string }>> = {
  TRENDING_BULL: { text: 'Trend up', meaning: 'The last 24 hours went up on a straight path.' },
  TRENDING_BEAR: { text: 'Trend down', meaning: 'The last 24 hours went down on a straight path.' },
  BREAKOUT: { text: 'Breakout', meaning: 'Ranges are far above what is usual at this time of day.' },
  VOLATILE_RANGE: {
    text: 'Wild range',
    meaning: 'No direction, more movement than usual at this hour.',
  },
  CALM_RANGE: { text: 'Calm range', meaning: 'No direction, usual movement or less.' },
  NEWS_EVENT: { text: 'News', meaning: 'Inside the window of a high-impact event.' },
}

export const sessionWords: Readonly<Record<Session, string>> = {
  ASIAN: 'Asian session',
  LONDON: 'London session',
  OVERLAP: 'London and New York',
  NEW_YORK: 'New York session',
  ROLLOVER: 'Rollover',
  CLOSED: 'Market closed',
}

export const signalWords: Readonly<Record<SignalType, string>> = {
  RAPID_ASSAULT: 'Rapid assault',
  PRECISION_STRIKE: 'Precision strike',
}

export const qualityWords: Readonly<Record<Quality, string>> = {
  PLATINUM: 'Platinum',
  GOLD: 'Gold',
  SILVER: 'Silver',
  BRONZE: 'Bronze',
  DRILL: 'Drill',
}

export const shieldPartWords: Readonly<Record<ShieldPart, string>> = {
  NEWS: 'News',
  VOLATILITY: 'Volatility',
  SPREAD: 'Spread',
  VOLUME: 'Tick volume',
  CORRELATION: 'Correlation',
  COVERAGE: 'Data',
  SESSION: 'Session',
  TRAP: 'Trap',
  TREND: 'Trend',
  REGIME: 'Regime',
  LEVELS: 'Levels',
}

export const shieldClassWords: Readonly<Record<ShieldClass, string>> = {
  APPROVED: 'Approved',
  ACTIVE: 'Active',
  VOLATILITY_ZONE: 'Volatility zone',
  UNVERIFIED: 'Unverified',
}

export const informsWords: Readonly<Record<Informs, string>> = {
  safety: 'Safety: always counts.',
  unproven: 'Measured, and not proven: counts a little.',
  none: 'Measured to say nothing: counts nothing.',
}

export const timerShareWords: Readonly<Record<TimerShare['name'], string>> = {
  integrity: 'Integrity',
  volatility: 'Volatility',
  session: 'Session',
  momentum: 'Momentum',
  news: 'News',
}

export const freshnessWords: Readonly<Record<Freshness, string>> = {
  FRESH: 'Fresh',
  VALID: 'Valid',
  AGING: 'Aging',
  EXPIRED: 'Expired',
}

export const missionStateWords: Readonly<Record<MissionState, string>> = {
  pending: 'Awaiting your shot',
  fired: 'Fired',
  filled: 'Filled',
  closed: 'Closed',
  expired: 'Expired',
  declined: 'Declined',
  refused: 'Refused',
}

export const orderStateWords: Readonly<Record<OrderState, string>> = {
  approved: 'Approved',
  recorded: 'Recorded',
  sent: 'Sent',
  working: 'Working',
  waiting: 'Waiting for its price',
  partlyFilled: 'Partly filled',
  filled: 'Filled',
  managed: 'Managed',
  closed: 'Closed',
  rejected: 'Rejected by the broker',
  denied: 'Denied',
  expired: 'Expired, never sent late',
  cancelled: 'Cancelled',
  unknown: 'Unknown: counted as open',
  neverHappened: 'Never happened',
  settled: 'Ended by hand, without a result',
}

export const rankWords: Readonly<Record<Rank, { name: string; callSign: string }>> = {
  NIBBLER: { name: 'Nibbler', callSign: 'Rookie' },
  SCOUT: { name: 'Scout', callSign: 'Pathfinder' },
  WARRIOR: { name: 'Warrior', callSign: 'Ironside' },
  FANG: { name: 'Fang', callSign: 'Viper' },
  COMMANDER: { name: 'Commander', callSign: 'Ghost' },
}

export const selectorWords: Readonly<Record<Selector, { text: string; meaning: string }>> = {
  SAFE: { text: 'Safe', meaning: 'Nothing fires. Orders that wait are taken back.' },
  SELECT: { text: 'Select', meaning: 'You fire each shot yourself.' },
  AUTO: { text: 'Auto', meaning: 'Missions within its bounds are fired by themselves.' },
}

export const closeReasonWords: Readonly<Record<ClosedTrade['reason'], string>> = {
  stop: 'Stop reached',
  target: 'Target reached',
  time: 'Its time was up',
  command: 'Closed on your command',
  manual: 'Closed by hand at the terminal',
  stopOut: 'Closed by the broker: margin',
  other: 'Closed by the broker',
}

export const kindWords: Readonly<Record<AccountKind, string>> = {
  simulated: 'Training',
  demo: 'Demo',
  contest: 'Contest',
  live: 'Live',
}
