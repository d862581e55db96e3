import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BacktestReport } from '../../contracts/lab-report.ts'
import { bitten } from '../../testkit/command-line.ts'
import { aMinuteFile } from '../../testkit/minute-file.ts'
import { aModel } from '../../testkit/models.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const HISTDATA = 'DAT_ASCII_EURUSD_M1_2018.csv'
type Edit = (row: string, at: number) => string | readonly string[]

/** Four good weeks of EURUSD, and the same with each row changed, left out or told again. */
function damaged(edit: Edit): string {
  const file = aMinuteFile(temporaryFolder(), 4)
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n')
  writeFileSync(file, `${rows.flatMap((row, at) => edit(row, at)).join('\n')}\n`)
  return file
}

/** A row of HistData: its time, four prices and a volume. */
const cells = (row: string) => row.split(';')
const higher = (price: string, pips: number) => (Number(price) + pips / 10_000).toFixed(5)
const otherSource = (row: string): string => {
  const [time = '', ...rest] = cells(row)
  return [time, ...rest.slice(0, 4).map(price => higher(price, 5)), '0'].join(';')
}

/** The other pair of a run: what is wrong with one is no reason to stop. */
function goodGbpusd(): string {
  const file = path.join(temporaryFolder(), HISTDATA.replace('EURUSD', 'GBPUSD'))
  writeFileSync(file, readFileSync(aMinuteFile(temporaryFolder(), 3, 2), 'utf8'))
  return file
}

async function backtested(...argv: readonly string[]) {
  const { code, stdout, stderr } = await bitten(temporaryFolder(), 'backtest', '--json', '--data', ...argv)
  expect(stderr).toBe('')
  const told = JSON.parse(stdout) as { error?: { code: string; text: string } }
  return { code, error: told.error, report: told.error ? null : BacktestReport.parse(told) }
}

async function used(edit: Edit) {
  const { code, report } = await backtested(damaged(edit))
  const pair = report?.data.pairs[0]
  if (code !== 0 || !report || !pair) throw new Error(`ended with ${code}`)
  return { pair, candidates: report.candidates, notes: pair.notes.map(note => note.code) }
}

async function refused(edit: Edit) {
  const { code, report } = await backtested(damaged(edit), goodGbpusd())
  expect(code).toBe(0)
  expect(report?.data.pairs.map(({ pair, candidates }) => [pair, candidates > 20])).toEqual([
    ['GBPUSD', true],
  ])
  const [first] = report?.data.refused ?? []
  return [first?.pair, first?.code, first?.text] as const
}

describe('data that is marked and used', () => {
  it('with holes: a day and an hour of every tenth are counted as silences', async () => {
    const { pair } = await used((row, at) => (at >= 3_000 && at < 4_440 ? [] : at % 14_400 < 60 ? [] : row))
    expect(pair.gaps.n).toBeGreaterThanOrEqual(2)
    expect(pair.gaps.hours).toBeGreaterThanOrEqual(24)
  })

  it('with every minute told twice in the same way: taken once', async () => {
    const whole = await used(row => row)
    const twice = await used(row => [row, row])
    expect(twice.pair.bars).toBe(whole.pair.bars)
    expect(twice.pair.dropped['DUPLICATE']).toBe(whole.pair.bars)
    expect(twice.candidates.groups[0]).toEqual(whole.candidates.groups[0])
  })

  it('with bars whose high lies under their close: left out, counted and said', async () => {
    const { pair, notes } = await used((row, at) => {
      const [time, open = '', , low, , volume] = cells(row)
      return at % 10 === 0 ? [time, open, open, low, higher(open, 1), volume].join(';') : row
    })
    expect(pair.dropped['BAD_BAR']).toBe(2_880)
    expect(notes).toContain('BAD_BAR')
  })

  it('with prices that are no numbers: left out, counted and said', async () => {
    const { pair, notes, candidates } = await used((row, at) =>
      at % 20 === 0 ? row.replace(/;[\d.]+;/, ';NaN;') : row,
    )
    expect(pair.dropped['BAD_PRICE']).toBe(1_440)
    expect(notes).toContain('BAD_PRICE')
    expect(candidates.groups[0]?.net1.value).not.toBeNaN()
  })

  it('with a tenth of its quotes crossed, as some brokers tell them: left out, counted and said', async () => {
    const file = path.join(temporaryFolder(), 'EURUSD_ticks.csv')
    const rows = Array.from({ length: 60_000 }, (_, at) => {
      const [day = '', time = ''] = new Date(Date.UTC(2018, 0, 8) + at * 5_000).toISOString().slice(0, 23).split('T') // prettier-ignore
      const bid = 1.2 + 0.001 * Math.sin(at / 900)
      const ask = at % 10 === 0 ? bid - 0.0001 : bid + 0.0001
      return [day.replaceAll('-', '.'), time, bid.toFixed(5), ask.toFixed(5), '', '', 6].join('\t')
    })
    writeFileSync(
      file,
      `${['<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>', ...rows].join('\n')}\n`,
    )
    const { code, report } = await backtested(file, '--server-offset', '0')
    const pair = report?.data.pairs[0]
    expect([code, pair?.dropped['CROSSED'], pair?.spread.from]).toEqual([0, 6_000, 'ticks'])
    expect(pair?.notes.map(note => note.code)).toEqual(
      expect.arrayContaining(['CROSSED', 'TOO_LITTLE_HISTORY']),
    )
  })

  it('too short for what the model reads: proposals have the driftless odds, and none of the figures is missing', async () => {
    const file = aMinuteFile(temporaryFolder(), 1)
    const { code, report } = await backtested(file)
    expect(code).toBe(0)
    expect(report?.data.pairs[0]?.notes.map(note => note.code)).toContain('TOO_LITTLE_HISTORY')
    expect(report?.candidates.n).toBeGreaterThan(5)
    expect(report?.calibration).toEqual([])
  })
})

describe('data of one pair that is refused while the other goes on', () => {
  it('on a clock that is seven hours off: its week-ends tell', async () => {
    const later = (row: string) => {
      const [, day = '', hour = '', rest = ''] = /^(\d{8}) (\d\d)(.*)$/.exec(row) ?? []
      const ms = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)), Number(hour) + 7) // prettier-ignore
      const at = new Date(ms).toISOString()
      return `${at.slice(0, 10).replaceAll('-', '')} ${at.slice(11, 13)}${rest}`
    }
    const [pair, code, text] = await refused(later)
    expect([pair, code]).toEqual(['EURUSD', 'WRONG_CLOCK'])
    expect(text).toMatch(/weeks end and begin 7 h too late$/)
    const alone = await backtested(damaged(later))
    expect(alone.error?.text).toMatch(/ 7 h too late\. Say its clock with --server-offset, or convert it$/)
  })

  it('with two brokers in turn, minute by minute', async () => {
    const [pair, code, text] = await refused((row, at) => (at % 2 === 0 ? otherSource(row) : row))
    expect([pair, code]).toEqual(['EURUSD', 'MIXED_SOURCES'])
    expect(text).toMatch(/two sources are mixed$/)
  })

  it('with two brokers at once, each minute told twice', async () => {
    const [pair, code, text] = await refused(row => [row, otherSource(row)])
    expect([pair, code]).toEqual(['EURUSD', 'MIXED_SOURCES'])
    expect(text).toMatch(/minutes twice, and [\d,]+ of them with another close/)
  })

  it('with more bars that cannot be than a reader should overlook', async () => {
    const [pair, code] = await refused((row, at) => {
      const [time, open = '', , low, close, volume] = cells(row)
      return at < 9_000 ? row : [time, open, higher(open, -5), low, close, volume].join(';')
    })
    expect([pair, code]).toEqual(['EURUSD', 'TOO_MUCH_LEFT_OUT'])
  })
})

describe('what is given beside the data', () => {
  const csv = (...rows: readonly string[]) => {
    const file = path.join(temporaryFolder(), 'calendar.csv')
    writeFileSync(file, ['utc,currency,importance,name', ...rows, ''].join('\n'))
    return file
  }

  it('calendars that overlap are one, and what both have is there once', async () => {
    const first = csv('2018-01-08 13:30,USD,high,Jobs', '2018-01-10 13:30,USD,high,Prices')
    const second = csv('2018-01-10 13:30,USD,high,Prices', '2018-01-12 10:00,EUR,medium,Trade')
    const { code, report } = await backtested(
      damaged(row => row),
      '--calendar',
      first,
      second,
    )
    expect([code, report?.calendar?.events]).toEqual([0, 3])
  })

  it('a model for other features is refused with their names', async () => {
    const model = path.join(temporaryFolder(), 'model.json')
    const own = aModel()
    writeFileSync(model, JSON.stringify({ ...own, features: [...own.features.slice(1), 'D_moon'] }))
    const { code, error } = await backtested(
      damaged(row => row),
      '--model',
      model,
    )
    expect(code).toBe(1)
    expect(error?.text).toMatch(
      /is for other features: it reads D_moon, which this engine does not; it does not know D_r5/,
    )
  })
})
