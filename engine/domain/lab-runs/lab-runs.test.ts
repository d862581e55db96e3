import { describe, expect, it } from 'vitest'
import { TerminalId } from '../../contracts/primitives.ts'
import type { LabRun } from '../../contracts/lab-runs.ts'
import type { WalkForwardReport } from '../../contracts/proving.ts'
import { aBacktestReport } from '../../testkit/backtest-report.ts'
import { aProvingReport, around } from '../../testkit/proving-report.ts'
import { compared } from './compare.ts'
import { runOf, type Answered } from './lab-report.ts'
import { storyOf } from './run-story.ts'

const answered: Answered = {
  key: { trial: 3, seed: 1 },
  atMs: 1,
  engine: '0.1.0+abc',
  dataHash: 'ab'.repeat(32),
  origin: null,
}
const aRun = (over: Partial<Answered> = {}, report: WalkForwardReport = aProvingReport()): LabRun =>
  runOf({ ...answered, ...over }, { kind: 'walkforward', report })
const withNet = (value: number, half: number): LabRun => {
  const run = aRun()
  return { ...run, issued: { ...run.issued, net1: around(value, half, 400) } }
}

describe('a run of the lab', () => {
  it('is told by its signals with the level of the last days, and by all candidates that had a probability', () => {
    const run = aRun()
    expect(run.issued).toMatchObject({ n: 412, net1: { value: -0.012 }, random1: { value: -0.13 } })
    expect(run.trust).toMatchObject({ n: 24_000, ece: 0.0098, eceByChance: 0.0065 })
    expect(run.trust?.slope.low).toBeCloseTo(0.91 - 1.96 * 0.12)
    expect([run.pairs, run.files[1]]).toEqual([['EURUSD', 'USDJPY'], 'HISTDATA_USDJPY.zip'])
  })

  it('without a signal says that nothing was worth doing, and gives no figure', () => {
    const report = aProvingReport({ results: [] })
    const run = aRun({}, report)
    expect(run.issued).toMatchObject({ n: 0, net1: { value: null, low: null } })
    const { verdict } = storyOf(run, { kind: 'walkforward', report })
    expect(verdict[0]).toBe('No signal was issued. That is an answer: nothing was worth doing.')
  })

  it('says plainly what is not shown, and what is no better than luck', () => {
    const report = aProvingReport()
    const { verdict, parts, data, tries } = storyOf(aRun(), { kind: 'walkforward', report })
    expect(verdict[0]).toMatch(
      /^412 signals came to −0\.012 R \[.*\] each after costs: no expectancy above nought is shown\.$/,
    )
    expect(verdict.join(' ')).toContain('no difference is shown')
    expect(verdict.join(' ')).toContain('Chance that this is no luck of so many looks: 1 %.')
    expect(verdict.join(' ')).toContain(
      'by chance alone, and seldom by more than 0.0103: as true as so many can show',
    )
    expect(parts.map(({ name, n }) => [name, n])).toEqual([['Signals', 412], ['Static model', 380], ['No value gate', 2_400]]) // prettier-ignore
    expect(data.at(-1)).toBe(
      'Left out: GBPUSD is on another clock than was thought. If it is a MetaTrader file, choose its clock under “Clock of MetaTrader files”; otherwise convert it',
    )
    expect(tries).toBe('Question 3 to this lab, after 410 looks of the study.')
  })

  it('whose probabilities are off by more than chance gives says so', () => {
    const report = aProvingReport()
    const calibration = report.calibration.map(figures => ({ ...figures, ece: 0.031 }))
    const told = { kind: 'walkforward', report: { ...report, calibration } } as const
    expect(storyOf(runOf(answered, told), told).verdict.join(' ')).toContain(
      'they are not as true as they say',
    )
  })

  it('of a backtest names the model and the calendar that it had, which those of the desk may not be', () => {
    const meant = (over: Parameters<typeof aBacktestReport>[0]) => {
      const told = { kind: 'backtest', report: aBacktestReport(over) } as const
      return storyOf(runOf(answered, told), told).parts[0]?.meaning
    }
    expect(meant({})).toBe(
      'Proposals that passed the gate and every guard, with the model venom-1 and no calendar. A desk with another model or calendar issues others.',
    )
    const known = { fromMs: 1, toMs: 2, events: 3 }
    expect(meant({ model: null, calendar: known })).toContain('no model and the calendar of its files')
  })

  it('knows minutes of the training ground from those of another terminal', () => {
    const of = (terminal: string) => aRun({ origin: { is: 'desk', terminal: TerminalId.parse(terminal) } })
    expect([of('training-ground'), of('terminal-1'), aRun()].map(({ simulated }) => simulated)).toEqual([
      'training',
      null,
      null,
    ])
  })

  it('of minutes that were made up says so before anything else', () => {
    const report = aProvingReport()
    const run = aRun({ origin: { is: 'generated', seed: 1, days: 90 } }, report)
    expect(storyOf(run, { kind: 'walkforward', report }).verdict[0]).toContain('say nothing about any market')
  })
})

describe('runs side by side', () => {
  const differs = (...runs: readonly LabRun[]) => compared(runs).rows[0]?.cells.map(cell => cell.differs)

  it('differ only where their intervals share no value', () => {
    expect(differs(withNet(0, 0.1), withNet(0.3, 0.1), withNet(-0.3, 0.1))).toEqual([null, 'above', 'below'])
    expect(differs(withNet(0, 0.1), withNet(0.2, 0.1))).toEqual([null, null])
    expect(differs(withNet(0, 0.1), withNet(0.19, 0.1))).toEqual([null, null])
  })

  it('differ nowhere where one has no interval', () => {
    const none = aRun()
    const unknown = { ...none, issued: { ...none.issued, net1: { value: 9, low: null, high: null, n: 3 } } }
    expect(differs(withNet(0, 0.1), unknown)).toEqual([null, null])
  })

  it('say what stands against comparing them', () => {
    const other = aRun({
      dataHash: 'cd'.repeat(32),
      engine: '0.2.0',
      origin: { is: 'generated', seed: 1, days: 90 },
    })
    expect(compared([aRun(), other]).cautions).toEqual([
      'They are not of the same data: a difference may be one of the data alone.',
      'They were made by different builds.',
      'Some of it is of a simulated market.',
    ])
    expect(compared([aRun(), aRun()]).cautions[0]).toContain('their intervals share its luck')
  })
})
