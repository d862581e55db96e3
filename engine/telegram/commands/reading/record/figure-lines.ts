/** The figures of a debrief, each with how sure it is. */
import { FEW_TRADES, type Debrief } from '../../../../contracts/debrief.ts'
import { count } from '../../../../domain/words/figures.ts'
import { percent, real, within } from '../../../../domain/words/measured.ts'

export function winLines({ all, bestR, worstR }: Pick<Debrief, 'all' | 'bestR' | 'worstR'>): string[] {
  const ends = `Best ${real(bestR)} R, worst ${real(worstR)} R`
  if (all.is === 'tooFew') return [ends, `Fewer than ${FEW_TRADES} trades: no more is said of them.`]
  return [
    `Win rate ${within(all.winRate, percent)}, n ${count(all.n)}; breaks even at ${percent(all.breakEven)}`,
    `Expectancy ${within(all.expectancyR, real)} R a trade`,
    `Profit factor ${within(all.profitFactor, real)}`,
    ends,
  ]
}

export function fallLines({
  curve,
  equity,
  chances,
}: Pick<Debrief, 'curve' | 'equity' | 'chances'>): string[] {
  const byChance = chances === null ? '' : `; by chance one in twenty is ${real(chances.p95)} R or more`
  return [
    `Deepest fall of results ${real(curve.depthR)} R${byChance}`,
    equity === null
      ? 'Fall of equity: not on record'
      : `Deepest fall of equity ${real(equity.depthPct)} %, now ${real(equity.nowPct)} % below its best`,
  ]
}
