import type { Debrief } from '../../../../contracts/debrief.ts'
import { count, counted, inR } from '../../../../domain/words/figures.ts'
import { chance, percent, real, TOO_FEW, within } from '../../../../domain/words/measured.ts'
import { spanOf } from '../../../../domain/words/times.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind } from '../parts/money-kind.ts'
import { leadsTo, reading } from '../parts/reading.ts'
import { KIND_WORDS } from '../parts/words.ts'
import { debriefFrom, nothingClosed } from './debrief-query.ts'
import { fallLines, winLines } from './figure-lines.ts'

export const stats = reading({
  name: 'stats',
  does: 'The figures behind the results: payoff, time held, streaks, Sharpe ratio, promises kept',
  takes: '[KIND]',
  group: 'record',
  show: call =>
    withKind(call, ({ kind }) =>
      withAnswer(call, debriefFrom(kind, null), debrief => ({
        html: lines(
          html`<b>Stats</b> · ${KIND_WORDS[kind]}`,
          ...(debrief.n === 0 ? [nothingClosed(kind, false)] : statLines(debrief)),
        ),
        buttons: [
          [leadsTo('By pair', `/performance ${kind}`), leadsTo('By exit', `/exits ${kind}`)],
          [leadsTo('Profit', `/profit ${kind}`), leadsTo('Daily', `/daily ${kind}`)],
        ],
      })),
    ),
})

function statLines(debrief: Debrief): (Html | string | null)[] {
  const { n, scope } = debrief
  return [
    counted(n, scope === 'drills' ? 'closed drill' : 'closed trade'),
    ...winLines(debrief),
    ...payoffLines(debrief),
    ...streakLines(debrief),
    html`\n<b>Falls</b>`,
    ...fallLines(debrief),
    html`\n<b>How sure</b>`,
    ...promiseLines(debrief),
  ]
}

function payoffLines({ all, exposure }: Debrief): (Html | string | null)[] {
  const held = exposure.medianHoldMs === null ? 'not known' : spanOf(exposure.medianHoldMs)
  const risked =
    exposure.meanRiskPct === null
      ? null
      : `At risk ${real(exposure.meanRiskPct)} % a trade, at most ${real(exposure.mostRiskPct)} %`
  return [
    all.is === 'tooFew'
      ? null
      : `Payoff ${within(all.payoff, real)}; mean win ${real(all.meanWinR)} R, mean loss ${real(all.meanLossR)} R`,
    `Half were held longer than ${held}; in the market ${percent(exposure.inMarket)} of its hours`,
    risked,
  ]
}

function streakLines({ streaks }: Debrief): string[] {
  if (streaks === null) return []
  const { losing, winning } = streaks
  return [
    `Losses in a row ${losing.longest}; by chance ${losing.median}, seldom over ${losing.p95}`,
    `Wins in a row ${winning.longest}; by chance ${winning.median}, seldom over ${winning.p95}`,
  ]
}

function promiseLines({ daily, drift, calibration }: Debrief): string[] {
  return [
    daily.is === 'tooFew'
      ? `Sharpe ratio: ${TOO_FEW}, ${counted(daily.days, 'day')}`
      : `Sharpe ratio ${within(daily.sharpe, real)} a year; above nothing ${chance(daily.probabilistic)} likely`,
    drift.is === 'tooFew'
      ? `Promises: ${TOO_FEW}, ${counted(drift.n, 'promise')}`
      : `Promised ${inR(drift.promisedR)}, got ${inR(drift.realisedR)}: ${drift.is === 'drifting' ? 'SHORT of it' : 'no alarm'}`,
    calibration.is === 'tooFew'
      ? `Calibration: ${TOO_FEW}, ${counted(calibration.n, 'outcome')}`
      : `Targets said ${percent(calibration.meanSaid)}, met ${within(calibration.happened, percent)}, n ${count(calibration.n)}`,
  ]
}
