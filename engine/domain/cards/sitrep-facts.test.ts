import { describe, expect, it } from 'vitest'
import { SitrepFacts } from '../../contracts/card.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { Report } from '../../contracts/reports.ts'
import { CallSign } from '../../contracts/squad.ts'
import { ReportBook } from '../reports/report-book.ts'
import { sitrepFacts } from './sitrep-facts.ts'

const quiet = new ReportBook().report('sitrep', 'demo', null)
const fromMs = EpochMs.parse(Date.UTC(2026, 0, 3, 8))
const untilMs = EpochMs.parse(Date.UTC(2026, 0, 10, 8))

function aWeek(facts: Partial<Report['facts']> = {}): Report {
  return { ...quiet, fromMs, untilMs, facts: { ...quiet.facts, ...facts } }
}

describe('the facts of a SITREP’s picture', () => {
  it('are those of its report, with the interval of the win rate', () => {
    const told = sitrepFacts(
      aWeek({
        trades: 10, won: 6, lost: 4, r: 3.456, debriefs: 5, kept: 4,
        best: { pair: 'EURUSD', r: 2.004 }, worst: { pair: 'USDJPY', r: -1.016 },
      }),
      CallSign.parse('Viper'),
    ) // prettier-ignore

    expect(told).toEqual({
      card: 'sitrep', account: 'demo', callSign: 'Viper', fromMs, toMs: untilMs, trades: 10, wins: 6, winRateLow: 0.313,
      winRateHigh: 0.832, sumR: 3.46, netCents: 0, bestR: 2, worstR: -1.02, debriefed: 5, planKept: 4,
    }) // prettier-ignore
    expect(SitrepFacts.parse(told)).toEqual(told)
  })

  it('of a week without a trade have no sum, no rate and no money', () => {
    expect(Object.keys(sitrepFacts(aWeek(), null) ?? {})).toEqual([
      'card', 'account', 'fromMs', 'toMs', 'trades', 'wins', 'debriefed', 'planKept',
    ]) // prettier-ignore
  })

  it('of the first week have no beginning', () => {
    expect(sitrepFacts({ ...aWeek(), fromMs: null }, null)).not.toHaveProperty('fromMs')
  })

  it('are none while the week still runs', () => {
    expect(sitrepFacts(quiet, null)).toBeNull()
  })
})
