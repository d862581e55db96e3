/**
 * The files of resources/samples: an hour of a made-up EURUSD in every format that the importers read, so that nobody
 * needs to own market data to try them. `npx vitest run -u engine/adapters/importers/samples` writes them anew.
 */
import { createGenerator } from '../broker-sim/index.ts'
import { textFromPoints } from '../domain/market/price.ts'

export type SampleTick = Readonly<{ timeMs: number; bid: number; ask: number }>
export type SampleBar = Readonly<{
  openMs: number
  open: number
  high: number
  low: number
  close: number
  ticks: number
}>

const DAY_MS = Date.UTC(2014, 4, 5)
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const FROM_MS = DAY_MS + 7 * HOUR_MS
const UNTIL_MS = DAY_MS + 8 * HOUR_MS
/** A server on New York's trading day, in summer. */
const SERVER_AHEAD_MS = 3 * HOUR_MS
/** HistData's Eastern Standard Time. */
const EASTERN_AHEAD_MS = -5 * HOUR_MS

export function sampleTicks(): readonly SampleTick[] {
  const market = createGenerator({ seed: 1, startMs: FROM_MS, pairs: ['EURUSD'], untilMs: UNTIL_MS })
  const ticks: SampleTick[] = []
  for (let batch = market.next(); batch !== null; batch = market.next())
    for (let at = 0; at < batch.length; at++)
      ticks.push({ timeMs: batch.timeMs[at] ?? 0, bid: batch.bid[at] ?? 0, ask: batch.ask[at] ?? 0 })
  return ticks
}

export function barsOf(ticks: readonly SampleTick[]): readonly SampleBar[] {
  const bars: SampleBar[] = []
  for (const { timeMs, bid } of ticks) {
    const openMs = Math.floor(timeMs / MINUTE_MS) * MINUTE_MS
    const bar = bars.at(-1)
    if (bar?.openMs !== openMs) bars.push({ openMs, open: bid, high: bid, low: bid, close: bid, ticks: 1 })
    else bars.splice(-1, 1, { ...bar, ...grown(bar, bid) })
  }
  return bars
}

const grown = ({ high, low, ticks }: SampleBar, bid: number) => ({
  high: Math.max(high, bid),
  low: Math.min(low, bid),
  close: bid,
  ticks: ticks + 1,
})

const price = (points: number): string => textFromPoints(points, 5)
const file = (rows: readonly string[]): string => rows.map(row => `${row}\n`).join('')

export const leanText = (ticks: readonly SampleTick[]): string =>
  file(ticks.map(({ timeMs, bid, ask }) => `${timeMs - DAY_MS},${price(bid)},${price(ask)}`))

/** As MetaTrader writes them: a side that did not change is blank. */
export function mt5TicksText(ticks: readonly SampleTick[]): string {
  const rows = ticks.map(({ timeMs, bid, ask }, index) => {
    const before = ticks[index - 1]
    const [bidText, askText] = [before?.bid === bid ? '' : price(bid), before?.ask === ask ? '' : price(ask)]
    const flags = (bidText === '' ? 0 : 2) + (askText === '' ? 0 : 4)
    return `${mt5Stamp(timeMs)}\t${bidText}\t${askText}\t\t\t${flags}`
  })
  return file(['<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>', ...rows])
}

export const histdataText = (bars: readonly SampleBar[]): string =>
  file(
    bars.map(({ openMs, open, high, low, close }) => {
      const stamp = new Date(openMs + EASTERN_AHEAD_MS).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
      return `${stamp.replace('T', ' ')};${[open, high, low, close].map(one => `${price(one)}0`).join(';')};0`
    }),
  )

export const mt5BarsText = (bars: readonly SampleBar[]): string =>
  file([
    '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>',
    ...bars.map(({ openMs, open, high, low, close, ticks }) =>
      [mt5Stamp(openMs).slice(0, 19), ...[open, high, low, close].map(price), ticks, 0, 3].join('\t'),
    ),
  ])

function mt5Stamp(timeMs: number): string {
  const [day = '', time = ''] = new Date(timeMs + SERVER_AHEAD_MS).toISOString().slice(0, 23).split('T')
  return `${day.replaceAll('-', '.')}\t${time}`
}
