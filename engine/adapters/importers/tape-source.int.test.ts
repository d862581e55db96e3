import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openTape, pairsInFiles, readTape, type TapeRead } from './index.ts'

const SAMPLES = path.resolve(import.meta.dirname, '../../../resources/samples')
const sample = (name: string) => path.join(SAMPLES, `eurusd-20140505-${name}`)

function aFile(name: string, rows: readonly string[]): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, rows.join('\n'))
  return file
}

async function read(...files: readonly string[]): Promise<TapeRead> {
  const answer = await readTape({ files, pair: 'EURUSD', serverTime: 3 })
  if (answer.is === 'refused') throw new Error(answer.text)
  return answer
}

const bar = (stamp: string, close = '1.2') => `20180102 ${stamp};1.2;1.3;1.1;${close};0`

describe('a tape', () => {
  it('is the same from ticks as from the bars that were made of them, spread included', async () => {
    const fromTicks = await read(sample('lean.csv'))
    const fromBars = await read(sample('mt5-m1.csv'))

    expect(fromTicks.tape.length).toBe(60)
    for (const column of ['openMs', 'open', 'high', 'low', 'close', 'ticks'] as const)
      expect([...fromTicks.tape[column]]).toEqual([...fromBars.tape[column]])
    expect([fromTicks.tape.spreadSource, fromBars.tape.spreadSource]).toEqual(['ticks', 'bars'])
  })

  it('has the spread of the first quote of each minute when it is made of ticks', async () => {
    const { tape } = await read(
      aFile('eurusd-20180102.csv', ['0,1.1,1.10005', '500,1.1,1.1009', '60000,1.1,1.1001']),
    )

    expect([...tape.spread]).toEqual([5, 10])
    expect([...tape.ticks]).toEqual([2, 1])
  })

  it('says that its data holds bids only', async () => {
    expect((await read(sample('histdata-m1.csv'))).tape.spreadSource).toBe('none')
  })

  it('joins files by time and lists them with their hashes', async () => {
    const later = aFile('EURUSD_2.csv', [bar('000200')])
    const earlier = aFile('EURUSD_1.csv', [bar('000100')])

    const { tape, report } = await read(later, earlier)

    expect([...tape.openMs]).toEqual([Date.UTC(2018, 0, 2, 5, 1), Date.UTC(2018, 0, 2, 5, 2)])
    expect(report.files.map(({ name }) => name)).toEqual(['EURUSD_1.csv', 'EURUSD_2.csv'])
    expect(report.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('counts minutes that are told twice, and those told otherwise', async () => {
    const one = aFile('EURUSD_1.csv', [bar('000100'), bar('000200'), bar('000300')])
    const other = aFile('EURUSD_2.csv', [bar('000200'), bar('000300', '1.25'), bar('000400')])

    const { tape, report } = await read(one, other)

    expect(tape.length).toBe(4)
    expect(report).toMatchObject({
      rows: 4,
      repeated: 2,
      contradicted: 1,
      dropped: { OUT_OF_ORDER: 1, DUPLICATE: 1 },
    })
  })

  it('leaves crossed quotes out and counts them', async () => {
    const { tape, report } = await read(aFile('eurusd-20180102.csv', ['0,1.1,1.1001', '5,1.1002,1.1001']))

    expect([...tape.ticks]).toEqual([1])
    expect(report.dropped).toEqual({ CROSSED: 1 })
  })

  it('grows past its first capacity', async () => {
    const stamps = Array.from({ length: 70_000 }, (_, minute) => `${minute * 60_000},1.1,1.1001`)
    const file = aFile('eurusd-20180102.csv', stamps.slice(0, 1_440))
    const many = Array.from({ length: 50 }, (_, day) => {
      const name = `eurusd-${new Date(Date.UTC(2018, 0, 3 + day)).toISOString().slice(0, 10).replaceAll('-', '')}.csv`
      return aFile(name, stamps.slice(0, 1_440))
    })

    const { tape } = await read(file, ...many)

    expect(tape.length).toBe(51 * 1_440)
    expect(tape.openMs.at(-1)).toBe(Date.UTC(2018, 0, 2) + (51 * 1_440 - 1) * 60_000)
  })

  it('is the same in stretches as in one piece, and so is what is said of it', async () => {
    const days = (year: number) =>
      Array.from({ length: 720 }, (_, at) => {
        const day = new Date(Date.UTC(year, 0, 1 + (at >> 1))).toISOString().slice(0, 10)
        return `${day.replaceAll('-', '')} 120${at % 2}00;1.2;1.3;1.1;1.2${at % 10};0`
      })
    const files = [2015, 2016, 2017, 2018].map(year => aFile(`EURUSD_${year}.csv`, days(year)))
    const late = aFile('EURUSD_again.csv', days(2016).slice(0, 50))
    const request = { files: [...files, late], pair: 'EURUSD', serverTime: null } as const
    const whole = await readTape(request)
    const opened = await openTape(request)
    if (whole.is === 'refused' || opened.is === 'refused') throw new Error('refused')

    const own: number[] = []
    let stretches = 0
    for await (const stretch of opened.stretches(null)) {
      own.push(...stretch.tape.close.subarray(0, stretch.own))
      stretches++
    }

    expect(stretches).toBe(4)
    expect(own).toEqual([...whole.tape.close])
    expect(await opened.report()).toEqual(whole.report)
    expect(whole.report).toMatchObject({ rows: 4 * 720, repeated: 50, contradicted: 0 })
  })

  it('refuses ticks and bars of one pair together', async () => {
    const answer = await readTape({
      files: [sample('lean.csv'), sample('mt5-m1.csv')],
      pair: 'EURUSD',
      serverTime: 3,
    })

    expect(answer).toMatchObject({ is: 'refused', code: 'TICKS_AND_BARS' })
  })
})

describe('the pairs in files', () => {
  it('are told by their names', async () => {
    const files = [aFile('usdjpy.csv', ['x']), aFile('EUR-USD.csv', ['x'])]

    expect(await pairsInFiles(files)).toEqual({ is: 'named', pairs: ['EURUSD', 'USDJPY'] })
  })

  it('are refused when a name tells none', async () => {
    expect(await pairsInFiles([aFile('prices.csv', ['x'])])).toMatchObject({
      is: 'refused',
      code: 'UNKNOWN_PAIR',
    })
  })
})
