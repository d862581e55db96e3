import { baseOf, quoteOf } from '../../../contracts/pairs.ts'
import type { SetupName } from '../setup.ts'
import type { FeatureName } from './feature-names.ts'
import type { Moment } from './moment.ts'

export type Feature = Readonly<{
  doc: string
  /** NaN: too few bars. */
  read: (moment: Moment) => number
}>

const clip = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value))

/** Move of the last `minutes` in the volatility expected of as long a time. */
const move = (minutes: number): Feature => ({
  doc: `(C − C ${minutes} minutes before) ÷ (sigma60 · √(${minutes}/60)), within ±4`,
  read: ({ market: { readings }, direction }) =>
    direction * clip(readings.ret(minutes) / (readings.sigma60 * Math.sqrt(minutes / 60)), 4),
})

/** +1 in a window of New York's day when the trade is long US dollars, −1 when short, else 0. */
const dollars = (fromMinute: number, toMinute: number, hours: string): Feature => ({
  doc: `+1 for a trade long US dollars, −1 for a short one, ${hours} in New York; else 0`,
  read: ({ market: { pair }, direction, newYorkMinute }) => {
    if (newYorkMinute < fromMinute || newYorkMinute >= toMinute) return 0
    if (baseOf(pair) === 'USD') return direction
    return quoteOf(pair) === 'USD' ? -direction : 0
  },
})

const setup = (name: SetupName): Feature => ({
  doc: `1 for ${name}, else 0`,
  read: moment => (moment.setup === name ? 1 : 0),
})

const session = (name: Moment['session'], hours: string): Feature => ({
  doc: `1 from ${hours} in New York, else 0; 08:00–12:00 is the one they are compared with`,
  read: moment => (moment.session === name ? 1 : 0),
})

/** A feature that counts in one session only. */
const within = (name: Moment['session'], of: Feature, ofName: string): Feature => ({
  doc: `${ofName} in the session ${name}, else 0`,
  read: moment => {
    const value = of.read(moment)
    return moment.session === name || Number.isNaN(value) ? value : 0
  },
})

const dayMove = move(1_440)
const hourStretch: Feature = {
  doc: '(C − EMA20) ÷ ATR14 on H1, within ±5',
  read: ({ market: { readings }, direction, close }) =>
    direction * clip((close - readings.h1.ema20) / readings.h1.atr14, 5),
}
const fromDayOpen: Feature = {
  doc: '(C − open of the day that began at 17:00 New York) ÷ sigma240, within ±4',
  read: ({ market: { readings }, direction, close }) =>
    direction * clip((close - readings.day.dayOpen) / readings.sigma240, 4),
}

/** Every feature with its formula (venom-study §5). C is the close of the last M1 bar; sigma60 and sigma240 of the volatility model. */
export const FEATURES: Readonly<Record<FeatureName, Feature>> = {
  D_r5: move(5),
  D_r15: move(15),
  D_r60: move(60),
  D_r240: move(240),
  D_r1440: dayMove,
  D_z5_36: {
    doc: 'z score of the last M5 close among its last 36, within ±4',
    read: ({ market: { readings }, direction }) => direction * clip(readings.m5.z36, 4),
  },
  D_z15_48: {
    doc: 'z score of the last M15 close among its last 48, within ±4',
    read: ({ market: { readings }, direction }) => direction * clip(readings.m15.z48, 4),
  },
  D_e20_15: {
    doc: '(C − EMA20) ÷ ATR14 on M15, within ±5',
    read: ({ market: { readings }, direction, close }) =>
      direction * clip((close - readings.m15.ema20) / readings.m15.atr14, 5),
  },
  D_e20_60: hourStretch,
  D_e2050_60: {
    doc: '(EMA20 − EMA50) ÷ ATR14 on H1, within ±5',
    read: ({ market: { readings }, direction }) =>
      direction * clip((readings.h1.ema20 - readings.h1.ema50) / readings.h1.atr14, 5),
  },
  D_e2050_240: {
    doc: '(EMA20 − EMA50) ÷ ATR14 on H4, within ±5',
    read: ({ market: { readings }, direction }) =>
      direction * clip((readings.h4.ema20 - readings.h4.ema50) / readings.h4.atr14, 5),
  },
  D_dayopen: fromDayOpen,
  D_daypos: {
    doc: '2 · (C − low of the day) ÷ (high − low of the day) − 1; 0 while they are the same',
    read: ({ market: { readings }, direction, close }) => {
      const { dayHigh, dayLow } = readings.day
      return dayHigh === dayLow ? 0 : direction * ((2 * (close - dayLow)) / (dayHigh - dayLow) - 1)
    },
  },
  D_pdh: {
    doc: '(C − high of the day before) ÷ sigma240, within ±4',
    read: ({ market: { readings }, direction, close }) =>
      direction * clip((close - readings.day.previousDayHigh) / readings.sigma240, 4),
  },
  D_big30: {
    doc: 'the (C − O) ÷ EWMA60(H − L) of greatest size among the last 30 M1 bars, within ±8',
    read: ({ market: { readings }, direction }) => direction * clip(readings.m1.bigBody30, 8),
  },
  D_wick15: {
    doc: '(H + L − 2C) ÷ (H − L) of the last M15 bar',
    read: ({ market: { readings }, direction }) => direction * readings.m15.wick,
  },
  D_wick60: {
    doc: '(H + L − 2C) ÷ (H − L) of the last H1 bar',
    read: ({ market: { readings }, direction }) => direction * readings.h1.wick,
  },
  D_usd_0608: dollars(345, 480, '05:45–08:00'),
  D_usd_1215: dollars(690, 900, '11:30–15:00'),
  N_volr: {
    doc: 'ATR14 of M15 ÷ the volatility expected of the next quarter hour',
    read: ({ market: { readings, volatility, bars }, closeMs }) => {
      const { M15 } = bars.series
      return M15.length === 0 ? Number.NaN : readings.m15.atr14 / volatility.sigma(M15.close(0), closeMs, 15)
    },
  },
  N_er24h: {
    doc: 'efficiency ratio of the last 24 H1 bars, 0 to 1',
    read: ({ market: { readings } }) => readings.h1.efficiency24,
  },
  N_bwp: {
    doc: 'rank of the H1 band width among its last 500, 0 to 1',
    read: ({ market: { readings } }) => readings.h1.widthRank,
  },
  N_s240bp: {
    doc: 'ln of sigma240 in hundredths of a percent of the price',
    read: ({ market: { readings }, close }) => Math.log((1e4 * readings.sigma240) / close),
  },
  N_cost: {
    doc: 'round-trip cost ÷ sigma240, spread included',
    read: ({ market: { readings }, costPoints }) => costPoints / readings.sigma240,
  },
  S_sqz15: setup('SQZ-FADE'),
  S_range: setup('RANGE-FADE'),
  S_z5: setup('Z5-FADE'),
  S_big1: setup('BIGBAR-FADE'),
  S_ecbcont: setup('MIDDAY-CONT'),
  S_sqz60: setup('H1-SQZ-CONT'),
  sess_asia: session('asia', '19:00–02:00'),
  sess_ldn: session('ldn', '02:00–08:00'),
  sess_pm: session('pm', '12:00–19:00'),
  'D_dayopen*asia': within('asia', fromDayOpen, 'D_dayopen'),
  'D_e20_60*ny': within('ny', hourStretch, 'D_e20_60'),
  'D_r1440*ny': within('ny', dayMove, 'D_r1440'),
  'D_r1440*asia': within('asia', dayMove, 'D_r1440'),
}
