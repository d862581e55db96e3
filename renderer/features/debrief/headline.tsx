import type { Debrief, KnownTradeFigures } from '../../../engine/contracts/debrief.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { useView } from '../../stores/desk-context.ts'
import { Figure } from '../../ui/figure.tsx'
import { signedAmountText } from '../../ui/format/money.ts'
import { countText, fixed, lotsText, percentText, rText, signed } from '../../ui/format/numbers.ts'
import { spanText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { FewRow, IntervalRow } from './interval-row.tsx'
import { aroundNothing, fromNothing } from './scale.ts'
import * as css from './headline.css.ts'

/** What came of it, each figure with how sure it is; then how it went and what to be ready for. */
export function Headline({ debrief }: Readonly<{ debrief: Debrief }>) {
  return (
    <Panel title={debriefCopy.figures} source="ledger" aside={debriefCopy.figuresNote} className={css.panel}>
      <dl className={css.rows}>
        {debrief.all.is === 'known' ? <ResultRows all={debrief.all} /> : <FewResultRows n={debrief.all.n} />}
        <SharpeRow daily={debrief.daily} />
      </dl>
      <OtherFigures debrief={debrief} />
    </Panel>
  )
}

const orNone = (value: number | null, text: (value: number) => string): string =>
  value === null ? debriefCopy.none : text(value)
const two = (value: number) => fixed(value, 2)

function ResultRows({ all }: Readonly<{ all: KnownTradeFigures }>) {
  const { winRate, breakEven, expectancyR, profitFactor, payoff, meanWinR, meanLossR, n } = all
  return (
    <>
      <IntervalRow
        name={debriefCopy.winRate}
        figure={winRate}
        scale={{ from: 0, to: 1, mark: breakEven }}
        text={percentText}
        note={`n ${countText(n)} · ${debriefCopy.breaksEven(orNone(breakEven, percentText))}`}
      />
      <IntervalRow
        name={debriefCopy.expectancy}
        figure={expectancyR}
        scale={aroundNothing(expectancyR, 0.5)}
        text={value => `${signed(value, 2)} R`}
        note={debriefCopy.aTrade}
      />
      <IntervalRow
        name={debriefCopy.profitFactor}
        figure={profitFactor}
        scale={fromNothing(profitFactor, 2, 1)}
        text={two}
        note={debriefCopy.wonOverLost}
      />
      <IntervalRow
        name={debriefCopy.payoff}
        figure={payoff}
        scale={fromNothing(payoff, 3, null)}
        text={two}
        note={debriefCopy.meanSizes(orNone(meanWinR, rText), orNone(meanLossR, rText))}
      />
    </>
  )
}

function FewResultRows({ n }: Readonly<{ n: number }>) {
  const { winRate, expectancy, profitFactor, payoff } = debriefCopy
  return [winRate, expectancy, profitFactor, payoff].map(name => (
    <FewRow key={name} name={name} note={debriefCopy.few(n)} />
  ))
}

function SharpeRow({ daily }: Readonly<Pick<Debrief, 'daily'>>) {
  if (daily.is === 'tooFew') return <FewRow name={debriefCopy.sharpe} note={debriefCopy.noDays(daily.days)} />
  return (
    <IntervalRow
      name={debriefCopy.sharpe}
      figure={daily.sharpe}
      scale={aroundNothing(daily.sharpe, 2)}
      text={two}
      note={debriefCopy.sharpeNote(countText(daily.days), daily.basis)}
    />
  )
}

function OtherFigures({ debrief }: Readonly<{ debrief: Debrief }>) {
  const { all, bestR, worstR, daily, chances, streaks, exposure } = debrief
  const currency = useView(({ account }) => account?.currency ?? '')
  const tone = all.netCents > 0 ? 'long' : all.netCents < 0 ? 'short' : 'plain'
  return (
    <dl className={css.others}>
      <Figure name={debriefCopy.net} is={tone} note={`${currency}, ${rText(all.sumR)}`} isStacked>
        {signedAmountText(all.netCents)}
      </Figure>
      <Figure name={debriefCopy.extremes} note={orNone(worstR, rText)} isStacked>
        {orNone(bestR, rText)}
      </Figure>
      <Figure
        name={debriefCopy.ready}
        note={chances ? debriefCopy.readyNote(rText(chances.seenR).slice(1)) : debriefCopy.tooFew}
        isStacked
      >
        {chances ? `${fixed(chances.p95, 1)} R` : debriefCopy.none}
      </Figure>
      <Figure name={debriefCopy.above} note={debriefCopy.aboveNote} isStacked>
        {daily.is === 'known' ? orNone(daily.probabilistic, percentText) : debriefCopy.none}
      </Figure>
      <Figure
        name={debriefCopy.deflated}
        note={
          daily.is === 'known' ? debriefCopy.deflatedNote(daily.trials, daily.trialsFrom) : debriefCopy.tooFew
        }
        isStacked
      >
        {daily.is === 'known' ? orNone(daily.deflated, percentText) : debriefCopy.none}
      </Figure>
      <Figure
        name={debriefCopy.streak}
        note={
          streaks ? debriefCopy.streakNote(streaks.losing.median, streaks.losing.p95) : debriefCopy.tooFew
        }
        isStacked
      >
        {streaks ? streaks.losing.longest : debriefCopy.none}
      </Figure>
      <Figure
        name={debriefCopy.exposure}
        note={debriefCopy.exposureNote(orNone(exposure.meanHoldMs, spanText), exposure.mostOpen)}
        isStacked
      >
        {orNone(exposure.inMarket, percentText)}
      </Figure>
      <Figure
        name={debriefCopy.risk}
        note={
          exposure.mostRiskPct === null
            ? debriefCopy.riskUnknown
            : debriefCopy.riskNote(`${two(exposure.mostRiskPct)} %`, orNone(exposure.meanLots, lotsText))
        }
        isStacked
      >
        {orNone(exposure.meanRiskPct, value => `${two(value)} %`)}
      </Figure>
      <Figure name={debriefCopy.sortino} isStacked note={debriefCopy.sortinoNote}>
        {daily.is === 'known' ? orNone(daily.sortino, two) : debriefCopy.none}
      </Figure>
    </dl>
  )
}
