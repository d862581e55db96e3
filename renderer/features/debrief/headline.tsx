import type { Debrief, KnownTradeFigures } from '../../../engine/contracts/debrief.ts'
import { debriefCopy } from '../../copy/debrief.ts'
import { useView } from '../../stores/desk-context.ts'
import { Figure } from '../../ui/figure.tsx'
import { signedAmountText } from '../../ui/format/money.ts'
import { countText, fixed, percentText, rText, signed } from '../../ui/format/numbers.ts'
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
/** Nothing of this kind is ever certain. */
const chanceText = (chance: number): string =>
  chance > 0.99 ? debriefCopy.surely : chance < 0.01 ? debriefCopy.hardly : percentText(chance)

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
  const { all, bestR, worstR, daily, exposure } = debrief
  const currency = useView(({ account }) => account?.currency ?? '')
  const tone = all.netCents > 0 ? 'long' : all.netCents < 0 ? 'short' : 'plain'
  return (
    <dl className={css.others}>
      <Figure name={debriefCopy.net} is={tone} note={`${currency}, ${rText(all.sumR)}`} isStacked>
        {signedAmountText(all.netCents)}
      </Figure>
      <Figure name={debriefCopy.extremes} note={debriefCopy.worst(orNone(worstR, rText))} isStacked>
        {orNone(bestR, rText)}
      </Figure>
      <Falls debrief={debrief} />
      <Chances daily={daily} />
      <Exposure exposure={exposure} />
    </dl>
  )
}

function Falls({ debrief: { curve, chances, streaks } }: Readonly<{ debrief: Debrief }>) {
  const { ready, readyNote, streak, streakNote, tooFew, none } = debriefCopy
  return (
    <>
      <Figure name={debriefCopy.deepest} note={debriefCopy.deepestNote} isStacked>
        {`${fixed(curve.depthR, 1)} R`}
      </Figure>
      <Figure name={ready} note={chances ? readyNote(`${fixed(chances.seenR, 1)} R`) : tooFew} isStacked>
        {chances ? `${fixed(chances.p95, 1)} R` : none}
      </Figure>
      <Figure
        name={streak}
        note={streaks ? streakNote(streaks.losing.median, streaks.losing.p95) : tooFew}
        isStacked
      >
        {streaks ? streaks.losing.longest : none}
      </Figure>
    </>
  )
}

/** How likely the Sharpe ratio is more than nothing, and more than the luck of so many tries. */
function Chances({ daily }: Readonly<Pick<Debrief, 'daily'>>) {
  const isKnown = daily.is === 'known'
  return (
    <>
      <Figure name={debriefCopy.above} note={debriefCopy.aboveNote} isStacked>
        {isKnown ? orNone(daily.probabilistic, chanceText) : debriefCopy.none}
      </Figure>
      <Figure
        name={debriefCopy.deflated}
        note={isKnown ? debriefCopy.deflatedNote(daily.trials, daily.trialsFrom) : debriefCopy.tooFew}
        isStacked
      >
        {isKnown ? orNone(daily.deflated, chanceText) : debriefCopy.none}
      </Figure>
      <Figure name={debriefCopy.sortino} note={debriefCopy.sortinoNote} isStacked>
        {isKnown ? orNone(daily.sortino, two) : debriefCopy.none}
      </Figure>
    </>
  )
}

function Exposure({ exposure }: Readonly<Pick<Debrief, 'exposure'>>) {
  const { inMarket, meanHoldMs, mostOpen, meanRiskPct, mostRiskPct, meanLots } = exposure
  const { riskNote, riskUnknown } = debriefCopy
  const percent = (value: number) => `${two(value)} %`
  return (
    <>
      <Figure
        name={debriefCopy.exposure}
        note={debriefCopy.exposureNote(orNone(meanHoldMs, spanText), mostOpen)}
        isStacked
      >
        {orNone(inMarket, percentText)}
      </Figure>
      <Figure
        name={debriefCopy.risk}
        note={mostRiskPct === null ? riskUnknown : riskNote(percent(mostRiskPct), orNone(meanLots, two))}
        isStacked
      >
        {orNone(meanRiskPct, percent)}
      </Figure>
    </>
  )
}
