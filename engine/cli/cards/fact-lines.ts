import type { CardFacts, SitrepFacts, TradeFacts } from '../../contracts/card.ts'
import type { AccountKind } from '../../contracts/primitives.ts'
import { count, inR, minuteOf, money } from '../text.ts'

const CARDS: Readonly<Record<CardFacts['card'], string>> = {
  kill: 'Kill card',
  debrief: 'Debrief',
  sitrep: 'SITREP',
}
const ACCOUNTS: Readonly<Record<AccountKind, string>> = {
  simulated: 'SIMULATED, no real money',
  demo: 'DEMO, no real money',
  contest: 'CONTEST, no real money',
  live: 'LIVE, real money',
}

/** The facts of a code, one a line: what is not there was left away. */
export function factLines(facts: CardFacts): readonly string[] {
  const { card, account, callSign } = facts
  const rows = [
    ['Card', CARDS[card]],
    ['Account', ACCOUNTS[account]],
    ['Call-sign', callSign],
    ...(facts.card === 'sitrep' ? weekRows(facts) : tradeRows(facts)),
  ] as const
  return rows.flatMap(([name = '', value]) => (value === undefined ? [] : [`${name.padEnd(16)}${value}`]))
}

type Row = readonly [name: string, value: string | undefined]

const said = <T>(value: T | undefined, text: (value: T) => string): string | undefined =>
  value === undefined ? undefined : text(value)
const minute = (atMs: number): string => `${minuteOf(atMs)} UTC`
const share = (value: number): string => `${(value * 100).toFixed(1)} %`

function tradeRows(facts: TradeFacts): readonly Row[] {
  const { order, pair, side, setup, r, pips, netCents, lots, open, close, openMs, closeMs } = facts
  const { p, n = 0, calibrated } = facts
  return [
    ['Order', order],
    ['Pair', pair],
    ['Side', said(side, word => (word === 'buy' ? 'long' : 'short'))],
    ['Setup', setup],
    ['Result', said(r, inR)],
    ['Pips', said(pips, value => value.toFixed(1).replace('-', '−'))],
    ['Net', said(netCents, cents => `${money(cents)} of the account's currency`)],
    ['Lots', said(lots, String)],
    ['Entry', open],
    ['Exit', close],
    ['Opened', said(openMs, minute)],
    ['Closed', said(closeMs, minute)],
    ['Probability', said(p, value => `${share(value)}, n ${count(n)}${calibrated ? '' : ', UNCALIBRATED'}`)],
  ]
}

function weekRows(facts: SitrepFacts): readonly Row[] {
  const { fromMs, toMs, trades, wins, winRateLow, winRateHigh, sumR, bestR, worstR, netCents } = facts
  const { debriefed, planKept } = facts
  return [
    ['From', said(fromMs, minute)],
    ['To', minute(toMs)],
    ['Closed trades', count(trades)],
    ['Won', count(wins)],
    ['95 % interval', said(winRateLow, low => `${share(low)} to ${share(winRateHigh ?? 1)}`)],
    ['Sum', said(sumR, inR)],
    ['Best', said(bestR, inR)],
    ['Worst', said(worstR, inR)],
    ['Net', said(netCents, cents => `${money(cents)} of the account's currency`)],
    ['Plan kept', `${planKept} of ${debriefed} debriefed`],
  ]
}
