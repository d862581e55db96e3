import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, readTicks, refusalOf } from '../../testkit/tick-files.ts'
import { zipOf } from '../../testkit/zip-of.ts'

const DAY_MS = Date.UTC(2014, 4, 1)
const HOUR_MS = 3_600_000

describe('a tick source', () => {
  it('joins the days of a pair in time order and merges pairs, zipped or not, whatever the files are called', async () => {
    const folder = aFolder({
      'b-eurusd-20140502.csv': '10,1.38700,1.38710\n',
      'c.zip': zipOf({ '20140501_eurusd_tick_quote.csv': '5,1.38600,1.38610\r\n7,1.38601,1.38611' }),
      'usdjpy/20140501_quote.zip': zipOf({ 'ticks.csv': '6,102.250,102.253\n' }),
    })

    const { ticks, source } = await readTicks({
      files: [path.join(folder, '*.*'), path.join(folder, 'u*', '*')],
    })

    expect(source.pairs).toEqual(['EURUSD', 'USDJPY'])
    expect(source.digits).toEqual([5, 3])
    expect(ticks).toEqual([
      ['EURUSD', DAY_MS + 5, 138_600, 138_610],
      ['USDJPY', DAY_MS + 6, 102_250, 102_253],
      ['EURUSD', DAY_MS + 7, 138_601, 138_611],
      ['EURUSD', DAY_MS + 24 * HOUR_MS + 10, 138_700, 138_710],
    ])
  })

  it('leaves out crossed quotes, repeats and steps back in time, and names file and row of the first five', async () => {
    const rows = [
      '10,1.2,1.3',
      '11,1.3,1.2',
      '10,1.2,1.3',
      '9,1.2,1.3',
      '10,1.2,1.3',
      ...Array.from({ length: 7 }, () => '8,1.2,1.3'),
    ]
    const folder = aFolder({ 'eurusd-20140501.csv': rows.join('\n') })

    const { report, told } = await readTicks({ files: [path.join(folder, '*')] })

    const file = path.join(folder, 'eurusd-20140501.csv')
    expect(report.ticks).toBe(1)
    expect(report.dropped).toEqual({ CROSSED: 1, DUPLICATE: 2, OUT_OF_ORDER: 8 })
    expect(report.samples).toHaveLength(1 + 2 + 5)
    expect(report.samples[0]).toEqual({
      code: 'CROSSED',
      where: `${file}:2`,
      text: 'the bid is above the ask: "11,1.3,1.2"',
    })
    expect(told).toEqual(report.samples)
  })

  it('lists silences in market hours, and no week-end', async () => {
    const friday = Date.UTC(2014, 4, 2)
    const at = (hours: number) => String(hours * HOUR_MS)
    const folder = aFolder({
      'eurusd-20140502.csv': [at(10), at(12.5), at(12.6), at(20.9)].map(time => `${time},1.2,1.3`).join('\n'),
      'eurusd-20140504.csv': `${at(21.2)},1.2,1.3\n`,
    })

    const { report } = await readTicks({ files: [path.join(folder, '*')] })

    expect(report.gaps).toEqual([
      { pair: 'EURUSD', fromMs: friday + 10 * HOUR_MS, toMs: friday + 12.5 * HOUR_MS },
      { pair: 'EURUSD', fromMs: friday + 12.6 * HOUR_MS, toMs: friday + 20.9 * HOUR_MS },
    ])
  })

  it('keeps more digits when the data has them, and no zeros at the end', async () => {
    const folder = aFolder({
      'eurusd-20140501.csv': '1,1.386765,1.3868\n',
      'gbpusd-20140501.csv': '1,1.6876500,1.6877\n',
    })

    const { source, ticks } = await readTicks({ files: [path.join(folder, '*')] })

    expect(source.digits).toEqual([6, 5])
    expect(ticks).toEqual([
      ['EURUSD', DAY_MS + 1, 1_386_765, 1_386_800],
      ['GBPUSD', DAY_MS + 1, 168_765, 168_770],
    ])
  })

  it('reads the same again from the beginning, and tells its faults once', async () => {
    const folder = aFolder({ 'eurusd-20140501.csv': '1,1.2,1.3\n2,1.3,1.2\n' })
    const { source, told, report } = await readTicks({ files: [path.join(folder, '*')] })

    let ticks = 0
    for await (const { length } of source.batches()) ticks += length

    expect(ticks).toBe(1)
    expect(source.report()).toEqual(report)
    expect(told).toHaveLength(1)
  })

  it('plays bars as ticks with the spread of a model', async () => {
    const folder = aFolder({ 'EURUSD_M1.csv': '20180102 000000;1.2;1.4;1.1;1.3;0\n' })

    const { ticks } = await readTicks({ files: [path.join(folder, '*')], spread: (_, digits) => digits })

    expect(ticks.map(([, , bid, ask]) => [bid, ask])).toEqual([
      [120_000, 120_005],
      [110_000, 110_005],
      [140_000, 140_005],
      [130_000, 130_005],
    ])
    expect(ticks[0]?.[1]).toBe(Date.UTC(2018, 0, 2, 5))
  })

  it('says where a damaged zip broke off, after the ticks before it', async () => {
    const rows = Array.from({ length: 30_000 }, (_, ms) => `${ms},1.2${ms % 10},1.3${(ms * 7) % 10}`)
    const zip = zipOf({ '20140501_eurusd.csv': rows.join('\n') })
    zip.fill(0xff, zip.length - 3_000, zip.length - 2_000)
    const folder = aFolder({ 'a.zip': zip })

    const { report } = await readTicks({ files: [path.join(folder, 'a.zip')] })

    expect(report.ticks).toBeGreaterThan(0)
    expect(report.dropped['DAMAGED_FILE']).toBe(1)
    expect(report.samples.find(({ code }) => code === 'DAMAGED_FILE')).toMatchObject({
      where: expect.stringMatching(/a\.zip:20140501_eurusd\.csv:\d+$/) as unknown,
      text: expect.stringMatching(/^the rest of the file cannot be read: .+\. Fetch it again$/) as unknown,
    })
  })
})

describe('server time', () => {
  const stamp = (wall: number) => {
    const iso = new Date(wall).toISOString()
    return `${iso.slice(0, 10).replaceAll('-', '.')}\t${iso.slice(11, 23)}`
  }
  const aServerFile = (...walls: readonly string[]) =>
    [
      '<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>',
      ...walls.map((wall, index) => `${stamp(Date.parse(`${wall}Z`))}\t1.2${index}\t1.3${index}\t\t\t6`),
    ].join('\n')

  it('is taken to end with New York when its week-ends do, and that is said', async () => {
    const folder = aFolder({
      'EURUSD.csv': aServerFile(
        '2018-03-09T23:58',
        '2018-03-12T00:01',
        '2018-03-16T23:59',
        '2018-03-19T00:00:30',
      ),
    })

    const { ticks, report } = await readTicks({ files: [path.join(folder, '*')] })

    expect(ticks[1]?.[1]).toBe(Date.parse('2018-03-11T21:01Z'))
    expect(report.samples).toMatchObject([
      { code: 'CLOCK', text: expect.stringContaining('seven hours') as unknown },
    ])
  })

  it('is taken as Eastern Europe in the weeks when that differs', async () => {
    const folder = aFolder({
      'EURUSD.csv': aServerFile('2018-03-16T22:58', '2018-03-18T23:01', '2018-03-19T08:00'),
    })

    const { ticks } = await readTicks({ files: [path.join(folder, '*')] })

    expect(ticks[2]?.[1]).toBe(Date.parse('2018-03-19T06:00Z'))
  })

  it('is what the caller says it is', async () => {
    const folder = aFolder({ 'EURUSD.csv': aServerFile('2018-05-02T12:00') })

    const { ticks } = await readTicks({ files: [path.join(folder, '*')], serverTime: 3 })

    expect(ticks[0]?.[1]).toBe(Date.parse('2018-05-02T09:00Z'))
  })

  it('is asked for when there is no week-end to infer it from, or none that fits', async () => {
    const folder = aFolder({
      'EURUSD-a.csv': aServerFile('2018-05-02T12:00', '2018-05-03T12:00'),
      'EURUSD-b.csv': aServerFile(
        '2018-05-04T23:58',
        '2018-05-07T00:00',
        '2018-05-11T23:58',
        '2018-05-14T02:00',
      ),
    })

    expect(await refusalOf({ files: [path.join(folder, '*a.csv')] })).toMatchObject({
      code: 'UNKNOWN_SERVER_TIME',
      text: expect.stringMatching(/EURUSD-a\.csv .*no week-end .*how many hours/) as unknown,
    })
    expect(await refusalOf({ files: [path.join(folder, '*b.csv')] })).toMatchObject({
      code: 'UNKNOWN_SERVER_TIME',
      text: expect.stringMatching(/no known one/) as unknown,
    })
  })

  it('of HistData is fixed Eastern Standard Time, unless the week-ends are on the clock of New York', async () => {
    const bar = (stamped: string) => `${stamped};1.2;1.2;1.2;1.2;0`
    const folder = aFolder({
      'EURUSD-fixed.csv': ['20180504 155900', '20180506 160000'].map(bar).join('\n'),
      'EURUSD-moving.csv': ['20180504 165900', '20180506 170000'].map(bar).join('\n'),
    })
    const firstOf = async (name: string) =>
      (await readTicks({ files: [path.join(folder, name)], spread: () => 1 })).ticks[0]?.[1]

    expect(await firstOf('EURUSD-fixed.csv')).toBe(Date.parse('2018-05-04T20:59Z'))
    expect(await firstOf('EURUSD-moving.csv')).toBe(Date.parse('2018-05-04T20:59Z'))
  })
})
