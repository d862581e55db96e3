import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPart } from '../../../testkit/file-parts.ts'
import { FaultTally } from '../checks/fault-tally.ts'
import { readRows } from '../rows/read-rows.ts'
import { emptyBar, emptyTick, type BarFormat, type BarRow, type TickFormat, type TickRow } from './format.ts'
import { histdataBars } from './histdata-bars.ts'
import { leanQuotes } from './lean-quotes.ts'
import { mt5Bars } from './mt5-bars.ts'
import { mt5Ticks } from './mt5-ticks.ts'
import { FORMATS, sniff } from './sniff.ts'

const DAY_MS = Date.UTC(2014, 4, 1)
const context = { digits: 5, printedDigits: 5, dayMs: DAY_MS, toUtc: (wallMs: number) => wallMs }

type Read<Row> = Readonly<{
  rows: readonly Row[]
  dropped: Readonly<Record<string, number>>
  where: readonly string[]
}>

async function readTicks(
  format: TickFormat,
  text: string | Uint8Array,
  piece?: number,
): Promise<Read<TickRow>> {
  const tally = new FaultTally(() => undefined)
  const rows: TickRow[] = []
  const reading = {
    part: aPart(text, piece),
    headerRows: format.headerRows,
    row: emptyTick(),
    tally,
    cut: () => [],
  }
  const take = (row: TickRow) => (rows.push({ ...row }), null)
  await readRows({ ...reading, parse: format.parser(context), take }).next()
  return { rows, dropped: tally.dropped, where: tally.samples.map(({ where }) => where) }
}

async function readBars(format: BarFormat, text: string | Uint8Array): Promise<Read<BarRow>> {
  const tally = new FaultTally(() => undefined)
  const rows: BarRow[] = []
  const reading = { part: aPart(text), headerRows: format.headerRows, row: emptyBar(), tally, cut: () => [] }
  const take = (row: BarRow) => (rows.push({ ...row }), null)
  await readRows({ ...reading, parse: format.parser(context), take }).next()
  return { rows, dropped: tally.dropped, where: tally.samples.map(({ where }) => where) }
}

const price = (points: number) => (points / 1e5).toFixed(5)
const points = fc.integer({ min: 1, max: 300_000 })
const tick = fc.record({ timeMs: fc.nat(86_399_999).map(ms => DAY_MS + ms), bid: points, ask: points })
const bar = fc
  .record({
    minute: fc.nat(500_000),
    prices: fc.array(points, { minLength: 4, maxLength: 4 }),
    ticks: fc.nat(9_999),
  })
  .map(({ minute, prices, ticks }) => {
    const [low = 0, open = 0, close = 0, high = 0] = prices.sort((a, b) => a - b)
    return { openMs: DAY_MS + minute * 60_000, open, high, low, close, ticks }
  })

const iso = (timeMs: number) => new Date(timeMs).toISOString()
const mt5Stamp = (timeMs: number) =>
  `${iso(timeMs).slice(0, 10).replaceAll('-', '.')}\t${iso(timeMs).slice(11, 23)}`
const TICK_HEADER = '<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>'
const BAR_HEADER = '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>'

describe('LEAN quotes', () => {
  it('are read as they were written, whatever the ticks and however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(tick),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (ticks, piece, windows) => {
          const lines = ticks.map(({ timeMs, bid, ask }) => `${timeMs - DAY_MS},${price(bid)},${price(ask)}`)
          const text = lines.join(windows ? '\r\n' : '\n')

          expect(await readTicks(leanQuotes, text, piece)).toEqual({ rows: ticks, dropped: {}, where: [] })
        },
      ),
    )
  })

  it('leave out each kind of bad row, and say which row it was', async () => {
    const text = [
      '1,1.1,1.2',
      '2,NaN,1.2',
      '3,1.1',
      '4,0,1.2',
      '5,-1.1,1.2',
      '86400000,1.1,1.2',
      'x',
      '8,1.1,1.2,1.3',
    ]

    const { rows, dropped, where } = await readTicks(leanQuotes, text.join('\n'))

    expect(rows).toHaveLength(1)
    expect(dropped).toEqual({ BAD_PRICE: 3, BAD_ROW: 3, BAD_TIME: 1 })
    expect(where).toEqual([2, 3, 4, 5, 6, 7, 8].map(row => `memory.csv:${row}`))
  })
})

describe('MetaTrader 5 ticks', () => {
  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tick), async ticks => {
        const lines = ticks.map(
          ({ timeMs, bid, ask }) => `${mt5Stamp(timeMs)}\t${price(bid)}\t${price(ask)}\t\t\t6`,
        )

        const read = await readTicks(mt5Ticks, [TICK_HEADER, ...lines].join('\r\n'))

        expect(read).toEqual({ rows: ticks, dropped: {}, where: [] })
      }),
    )
  })

  it('carry the last price over a blank, and wait until both sides have one', async () => {
    const text = [
      TICK_HEADER,
      '2014.05.01\t00:00:00.100\t1.38676\t\t\t\t2',
      '2014.05.01\t00:00:00.200\t\t1.38686\t\t\t4',
      '2014.05.01\t00:00:00.300\t1.38677\t\t\t\t2',
      '2014.05.01\t00:00:00.400\t\t\t\t\t2',
    ]

    const { rows, dropped, where } = await readTicks(mt5Ticks, text.join('\n'))

    expect(rows).toEqual([
      { timeMs: DAY_MS + 200, bid: 138_676, ask: 138_686 },
      { timeMs: DAY_MS + 300, bid: 138_677, ask: 138_686 },
      { timeMs: DAY_MS + 400, bid: 138_677, ask: 138_686 },
    ])
    expect(dropped).toEqual({ INCOMPLETE: 1 })
    expect(where).toEqual(['memory.csv:2'])
  })

  it('refuse a day that the calendar has not, and an hour that the clock has not', async () => {
    const rows = ['2014.02.30\t00:00:00.000\t1.1\t1.2\t\t\t6', '2014.02.03\t24:00:00.000\t1.1\t1.2\t\t\t6']

    expect((await readTicks(mt5Ticks, [TICK_HEADER, ...rows].join('\n'))).dropped).toEqual({ BAD_TIME: 2 })
  })
})

describe('HistData bars', () => {
  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bar), async bars => {
        const lines = bars.map(({ openMs, open, high, low, close, ticks }) => {
          const stamp = iso(openMs).slice(0, 19).replace('T', ' ').replaceAll(/[-:]/g, '')
          return `${stamp};${[open, high, low, close].map(one => `${price(one)}0`).join(';')};${ticks}`
        })

        const read = await readBars(histdataBars, lines.join('\n'))

        expect(read).toEqual({ rows: bars.map(one => ({ ...one, spread: 0 })), dropped: {}, where: [] })
      }),
    )
  })

  it('leave out a bar whose extremes do not hold its prices', async () => {
    const read = await readBars(
      histdataBars,
      '20180102 000000;1.2;1.1;1.0;1.1;0\n20180102 000100;1.2;1.3;1.25;1.3;0',
    )

    expect(read.dropped).toEqual({ BAD_BAR: 2 })
  })
})

describe('MetaTrader 5 bars', () => {
  it('are read as they were written, spread in points of the digits asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bar), async bars => {
        const lines = bars.map(({ openMs, open, high, low, close, ticks }) =>
          [mt5Stamp(openMs).slice(0, 19), ...[open, high, low, close].map(price), ticks, 0, 7].join('\t'),
        )

        const read = await readBars(mt5Bars, [BAR_HEADER, ...lines].join('\r\n'))

        expect(read).toEqual({ rows: bars.map(one => ({ ...one, spread: 7 })), dropped: {}, where: [] })
      }),
    )
  })
})

describe('every format', () => {
  it('takes random bytes without throwing and without making up a price', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => {
        for (const format of FORMATS) {
          const { rows } =
            format.kind === 'ticks' ? await readTicks(format, bytes) : await readBars(format, bytes)
          for (const row of rows)
            for (const value of Object.values(row)) expect(value).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('is told by content', () => {
    expect(sniff(['292,1.38676,1.38686'])).toBe(leanQuotes)
    expect(sniff([TICK_HEADER])).toBe(mt5Ticks)
    expect(sniff([BAR_HEADER])).toBe(mt5Bars)
    expect(sniff(['20180101 170000;1.200370;1.201000;1.200370;1.201000;0'])).toBe(histdataBars)
    expect(sniff(['time,bid,ask', '292,1.38676,1.38686'])).toBe(leanQuotes)
    expect(sniff(['1,2'])).toBeNull()
    expect(sniff([])).toBeNull()
  })
})
