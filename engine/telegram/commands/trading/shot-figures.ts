import type { MissionView, PriceRow, WarRoomView } from '../../../contracts/views.ts'
import { pipsFromPoints, textFromPoints } from '../../../domain/market/price.ts'
import { certainty } from '../../../domain/words/certainty.ts'
import { inPips, inR, lotsWritten, money } from '../../../domain/words/figures.ts'
import { spanOf } from '../../../domain/words/times.ts'
import { html, lines, type Html } from '../../texts/html.ts'
import { amount, SIDE_WORDS } from '../reading/parts/words.ts'
import { accountLine, currencyAt } from './account-line.ts'

/** All that a trader should see before an order leaves: how much, at what price, what it risks, and how much of the mission is still true. */
export function shotFigures(
  view: WarRoomView,
  each: MissionView,
  { lots, riskCents, riskPct, rewardCents }: NonNullable<MissionView['shot']>,
  name: 'fire' | 'place',
): Html {
  const { mission, freshness, leftMs } = each
  const { pair, side, digits, stop, target, terminal, quality } = mission
  const price = (points: number) => textFromPoints(points, digits)
  const currency = currencyAt(view, terminal)
  return lines(
    html`<b>${name === 'fire' ? 'FIRE' : 'PLACE'} ${pair} ${SIDE_WORDS[side]}</b> · ${quality}`,
    accountLine(view, terminal),
    html`<b>${lotsWritten(lots)} lots</b>, risks ${amount(riskCents, currency)} (${riskPct.toFixed(2)} %) for ${money(rewardCents)}`,
    ...(name === 'fire'
      ? marketLines(view, each)
      : [`Waits at ${price(mission.entry)}, for ${spanOf(leftMs)} at most`]),
    `Stop ${price(stop)} · target ${price(target)} · 1:${(rewardCents / riskCents).toFixed(1)}`,
    `${certainty(mission)}, expected ${inR(mission.expectedR)} after cost`,
    freshness === null ? 'Freshness not known: there is no price.' : `${freshness.is}: ${freshness.text}`,
    name === 'fire' ? `${spanOf(leftMs)} left` : null,
  )
}

/** Prices in the view are those of the terminal that is shown. */
function marketLines(view: WarRoomView, { mission, driftPips }: MissionView): string[] {
  const { pair, digits, entry, spread, terminal, side } = mission
  const row = view.shown === terminal ? view.prices[pair] : undefined
  const drift = `Entry was ${textFromPoints(entry, digits)}, drift ${inPips(driftPips)}`
  if (row === undefined)
    return [
      drift,
      `Spread ${pipsFromPoints(spread, digits).toFixed(1)} pips when it was issued; another terminal’s prices are shown now`,
    ]
  return [`At ${side === 'buy' ? row.ask : row.bid} now. ${drift}`, spreadText(row)]
}

function spreadText({ spreadPips, normPips, stale }: PriceRow): string {
  const norm = normPips === null ? 'norm not known yet' : `norm ${normPips.toFixed(1)}`
  return `Spread ${spreadPips.toFixed(1)} pips (${norm})${stale ? ' · STALE PRICE' : ''}`
}
