import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { BacktestLabJob } from '../../contracts/lab-port.ts'
import { BacktestReport } from '../../contracts/lab-report.ts'
import { bundleDesk } from '../../testkit/bundle-program.ts'
import { bitten } from '../../testkit/command-line.ts'
import { aMinuteFile } from '../../testkit/minute-file.ts'
import { aModel } from '../../testkit/models.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { STOPPED } from '../outcome.ts'
import { runLab } from '../run-lab.ts'

const SAMPLES = path.resolve(import.meta.dirname, '../../../resources/samples')
const sample = (name: string) => path.join(SAMPLES, `eurusd-20140505-${name}`)
const parse = (text: string) => JSON.parse(text) as unknown

const backtested = (...argv: readonly string[]) => bitten(temporaryFolder(), 'backtest', ...argv)

describe('bitten backtest', () => {
  it('gives the same bytes with one worker and with two, in the shape of the contract', async () => {
    const data = aMinuteFile(temporaryFolder(), 6)
    const argv = ['--data', data, '--json', '--model', 'none']

    const one = await backtested(...argv, '--threads', '1')
    const two = await backtested(...argv, '--threads', '2')

    expect(one).toMatchObject({ code: 0, stderr: '' })
    expect(two.stdout).toBe(one.stdout)
    const report = BacktestReport.parse(parse(one.stdout))
    expect(report.candidates.n).toBeGreaterThan(50)
    expect(report.data.pairs[0]).toMatchObject({ pair: 'EURUSD', bars: 6 * 7_200, spread: { from: 'model' } })
  })

  it('collects only from one day to another', async () => {
    const data = aMinuteFile(temporaryFolder(), 6)

    const { stdout } = await backtested(
      '--data',
      data,
      '--json',
      '--from',
      '2018-01-22',
      '--to',
      '2018-02-05',
    )

    const { candidates, fromMs, toMs } = BacktestReport.parse(parse(stdout))
    expect([fromMs, toMs]).toEqual([Date.UTC(2018, 0, 22), Date.UTC(2018, 1, 5)])
    expect(candidates.groups.filter(({ by }) => by === 'month').map(({ name }) => name)).toEqual([
      '2018-01',
      '2018-02',
    ])
  })

  it('keeps its answer when it is asked to, counts its looks, and knows a model by what its file holds', async () => {
    const folder = temporaryFolder()
    const model = path.join(folder, 'model.json')
    const argv = ['backtest', '--data', aMinuteFile(folder, 4), '--model', model, '--keep', '--json']
    const asked = async (name: string) => {
      writeFileSync(model, JSON.stringify(aModel({}, { name })))
      const { stdout } = await bitten(folder, ...argv)
      const report = BacktestReport.parse(parse(stdout))
      return [report.trials, report.model?.name]
    }
    expect(await asked('first')).toEqual([1, 'first'])
    expect(await asked('second')).toEqual([2, 'second'])
    expect(await asked('first')).toEqual([1, 'first'])
    expect(await bitten(folder, ...argv, '--trials', '9')).toMatchObject({ code: 2 })
  })

  it('refuses proposals around the announcements of a calendar file', async () => {
    const folder = temporaryFolder()
    const calendar = path.join(folder, 'calendar.csv')
    const days = Array.from({ length: 5 }, (_, day) => `2018-01-${22 + day}`)
    const rows = days.map(day => `${day} 13:30,USD,high,Something`)
    writeFileSync(calendar, ['utc,currency,importance,name', ...rows, ''].join('\n'))
    const data = aMinuteFile(folder, 3)

    const { stdout } = await backtested('--data', data, '--calendar', calendar, '--json')

    const report = BacktestReport.parse(parse(stdout))
    expect(report.calendar).toEqual({ fromMs: Date.UTC(2018, 0, 22), toMs: Date.UTC(2018, 0, 27), events: 5 })
    expect(report.refusals.find(({ code }) => code === 'CALENDAR_MISSING')?.n).toBeGreaterThan(10)
    expect(report.candidates.groups.some(({ name }) => name === 'NEWS_EVENT')).toBe(true)
  })

  it('charges the swaps of a file, and says so', async () => {
    const folder = temporaryFolder()
    const swaps = path.join(folder, 'swaps.json')
    writeFileSync(swaps, '{"EURUSD": {"long": -50, "short": -50}}')
    const argv = ['--data', aMinuteFile(folder, 4), '--json']
    const net = async (...more: readonly string[]) => {
      const { data, candidates } = BacktestReport.parse(parse((await backtested(...argv, ...more)).stdout))
      return { swap: data.pairs[0]?.swapPips, r: candidates.groups[0]?.net1.value ?? Number.NaN }
    }

    const charged = await net('--swaps', swaps)
    const free = await net()

    expect([charged.swap, free.swap]).toEqual([{ long: -50, short: -50 }, null])
    expect(charged.r).toBeLessThan(free.r - 0.1)
  })

  it.each([
    ['lean.csv', 'ticks'],
    ['mt5-ticks.csv', 'ticks'],
    ['mt5-m1.csv', 'bars'],
    ['histdata-m1.csv', 'model'],
  ])('takes the sample %s, with the spread of its %s, and says that it is too short', async (name, from) => {
    const { code, stdout } = await backtested('--data', sample(name), '--server-offset', '+3', '--json')

    expect(code).toBe(0)
    const { data, candidates } = BacktestReport.parse(parse(stdout))
    expect(data.pairs).toMatchObject([
      { bars: 60, spread: { from }, notes: [{ code: 'TOO_LITTLE_HISTORY' }] },
    ])
    expect(candidates.n).toBe(0)
  })

  it('says for a person what went in, what it cost and what came of it', async () => {
    const { code, stdout } = await backtested('--data', aMinuteFile(temporaryFolder(), 6), '--model', 'none')

    expect(code).toBe(0)
    expect(stdout).toMatch(/^Data {6}EURUSD 43,200 minutes, 2018-01-07 22:00 to 2018-02-16 22:00 UTC\n/)
    expect(stdout).toContain('Swap: not known for EURUSD, and 0 is charged.')
    expect(stdout).toMatch(/\nProposals [\d,]+/)
    expect(stdout).toMatch(/\n +(APPROVED|ACTIVE|VOLATILITY_ZONE|UNVERIFIED) +[\d,]+ {2}/)
    expect(stdout).toContain('Nothing was worth issuing')
    expect(stdout).toMatch(/\nRun {7}engine \d+\.\d+\.\d+, seed 1, data [0-9a-f]{12}\n$/)
  })

  it('goes on without a pair whose data is of no use, and says why', async () => {
    const folder = temporaryFolder()
    const good = aMinuteFile(folder, 3)
    const bad = path.join(folder, 'GBPUSD.csv')
    writeFileSync(bad, 'no data at all\n')

    const { code, stdout } = await backtested('--data', good, bad)

    expect(code).toBe(0)
    expect(stdout).toContain(`Left out: ${bad} is in no format that is known here`)
  })

  it.each([
    [['--data', 'nowhere.zip'], 1, /^bitten: There is no file nowhere\.zip\. Check the path\n$/],
    [
      ['--data', sample('lean.csv'), '--symbols', 'USDJPY'],
      1,
      /None of the files holds USDJPY\. They hold EURUSD\n$/,
    ],
    [['--data', sample('lean.csv'), '--model', 'nowhere.json'], 1, /^bitten: nowhere\.json can't be read/],
    [['--data', sample('lean.csv'), '--from', '2018-02-30'], 2, /Expected a day such as 2018-09-01/],
    [
      ['--data', sample('lean.csv'), '--from', '2018-03-01', '--to', '2018-02-01'],
      1,
      /later than that of --from\n$/,
    ],
    [['--data', sample('lean.csv'), '--data-folder', '/somewhere'], 1, /: add --keep\n$/],
    [
      ['--data', sample('lean.csv'), '--keep', '--model', 'gone.json'],
      1,
      /^bitten: There is no file gone\.json/,
    ],
    [['--data', sample('lean.csv'), '--calendar', 'nowhere.csv'], 1, /^bitten: nowhere\.csv cannot be read/],
    [['--data', sample('lean.csv'), '--swaps', sample('lean.csv')], 1, /is not JSON\. Expected {"EURUSD"/],
    [[], 2, /Required option '--data <files\.\.\.>' not specified/],
  ])('refuses %j in one sentence', async (argv, exitCode, sentence) => {
    const { code, stdout, stderr } = await backtested(...argv)

    expect([code, stdout]).toEqual([exitCode, ''])
    expect(stderr).toMatch(sentence)
  })

  it('refuses a file that breaks off, naming the row', async () => {
    const file = path.join(temporaryFolder(), 'eurusd.zip')
    writeFileSync(file, 'PK\u0003\u0004 and then nothing')

    const { code, stderr } = await backtested('--data', file)

    expect(code).toBe(1)
    expect(stderr).toMatch(/^bitten: .*eurusd\.zip is a damaged or cut-off zip/)
  })

  it('ends when it is stopped in the middle', async () => {
    const labWorker = path.join(path.dirname(await bundleDesk()), 'lab.worker.js')
    const files = [aMinuteFile(temporaryFolder(), 20)]
    const job = BacktestLabJob.parse({ job: 'backtest', version: 'test', files, threads: 2 })
    const stop = new AbortController()
    const told: string[] = []

    const ended = await runLab(
      job,
      { paths: { labWorker }, stop: stop.signal },
      {
        log: () => undefined,
        stage: (stage, done, of) => {
          told.push(`${stage} ${done}/${of}`)
          stop.abort()
        },
      },
    )

    expect(ended).toEqual(STOPPED)
    expect(told).toEqual(['Pairs followed 0/1'])
  })
})
