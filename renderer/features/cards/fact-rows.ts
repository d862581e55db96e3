import type { CardFacts, SitrepFacts, TradeFacts } from '../../../engine/contracts/card.ts'
import { cardAccountWords, cardsCopy } from '../../copy/cards.ts'
import { sideWords } from '../../copy/words.ts'
import { signedAmountText } from '../../ui/format/money.ts'
import { countText, lotsText, percentText, rText, signed } from '../../ui/format/numbers.ts'
import { clockText, dateText } from '../../ui/format/time.ts'

export type FactRow = Readonly<{ name: string; value: string }>
type Row = readonly [name: string, value: string | undefined]

const words = cardsCopy.facts
const said = <T>(value: T | undefined, text: (value: T) => string): string | undefined =>
  value === undefined ? undefined : text(value)
const moment = (atMs: number): string => `${dateText(atMs)} ${clockText(atMs)}`

/** The facts that a card tells, in its order; what was left away is not there. */
export function factRows(facts: CardFacts): readonly FactRow[] {
  const rows: readonly Row[] = [
    [words.account, cardAccountWords[facts.account]],
    [words.callSign, facts.callSign],
    ...(facts.card === 'sitrep' ? weekRows(facts) : tradeRows(facts)),
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

function tradeRows(facts: TradeFacts): readonly Row[] {
  const { order, pair, side, setup, r, pips, netCents, lots, open, close, openMs, closeMs } = facts
  return [
    [words.pair, pair],
    [words.side, said(side, one => sideWords[one])],
    [words.setup, setup],
    [words.r, said(r, rText)],
    [words.pips, said(pips, value => signed(value, 1))],
    [words.money, said(netCents, signedAmountText)],
    [words.lots, said(lots, lotsText)],
    [words.entry, open],
    [words.exit, close],
    [words.opened, said(openMs, moment)],
    [words.closed, said(closeMs, moment)],
    [words.probability, probability(facts)],
    [words.order, order],
  ]
}

function probability({ p, n = 0, calibrated }: TradeFacts): string | undefined {
  if (p === undefined) return undefined
  const text = `${percentText(p, 1)}, n ${countText(n)}`
  return calibrated === true ? text : `${text}, ${cardsCopy.uncalibrated}`
}

function weekRows(facts: SitrepFacts): readonly Row[] {
  const { fromMs, toMs, trades, wins, winRateLow, winRateHigh, sumR, bestR, worstR, netCents } = facts
  const between =
    winRateLow === undefined || winRateHigh === undefined
      ? undefined
      : `${percentText(winRateLow, 1)} – ${percentText(winRateHigh, 1)}`
  return [
    [words.from, said(fromMs, moment)],
    [words.until, moment(toMs)],
    [words.trades, countText(trades)],
    [words.won, countText(wins)],
    [words.interval, between],
    [words.sum, said(sumR, rText)],
    [words.best, said(bestR, rText)],
    [words.worst, said(worstR, rText)],
    [words.money, said(netCents, signedAmountText)],
    [words.planKept, cardsCopy.ofDebriefed(countText(facts.planKept), countText(facts.debriefed))],
  ]
}
