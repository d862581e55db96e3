/** What a run has come to: whether its accident took place, and what the checker says of its world. */
import { LIES, MANNERS, type Cell, type Fault } from './cells.ts'
import { judge, type Terms } from './checker/index.ts'
import { MARKETS } from './missions.ts'
import type { World } from './world.ts'

/** As long as an order is valid, and some more for the road. */
const TRAVEL_MS = 5_500
/** Without a price that can be one, the last one counts for some seconds. */
const BLINDING: readonly Fault[] = ['negative spread', 'price of 0 or NaN']

/** By which the log shows that the broker was as it was scripted: return codes of MetaTrader's trade server. */
const RETCODE_OF: Readonly<Record<(typeof MANNERS)[number], number>> = {
  requote: 10_004,
  reject: 10_006,
  noMoney: 10_019,
  marketClosed: 10_018,
  tradeDisabled: 10_017,
  timeoutLost: 10_012,
  timeoutExecuted: 10_012,
  partial: 10_010,
}

/** The accident took place, and not only its step. */
export function hasHappened({ log, adversary }: World, { fault }: Cell): boolean {
  if (LIES.some(lie => lie === fault)) return adversary.hasLied
  const manner = MANNERS.find(one => `broker: ${one}` === fault)
  if (!manner) return true
  if (manner === 'partial' && isFilledInPart(log)) return true
  const retcode = RETCODE_OF[manner]
  return log.some(line => line.at === 'command' && line.verdict?.retcode === retcode)
}

/** Of an order that waited the broker tells its fill by a deal alone. */
const isFilledInPart = (log: World['log']): boolean =>
  log.some(
    line =>
      line.at === 'deal' &&
      line.deal.entry === 'in' &&
      log.some(
        one =>
          one.at === 'command' &&
          one.what === 'place' &&
          'lots' in one.command &&
          one.command.id === line.deal.id &&
          Number(one.command.lots) > Number(line.deal.lots),
      ),
  )

export function judged(world: World, { fault }: Cell, wantedBack: Terms['wantedBack']): string[] {
  const { disk, log, wish, market, attended } = world
  const closes = Object.fromEntries(
    MARKETS.map(({ pair }, index) => [pair, market.past(index).map(({ close }) => close)]),
  )
  const isBlind = BLINDING.includes(fault)
  const terms = { ...wish, attended, wantedBack, closes, isBlind, travelMs: TRAVEL_MS }
  return judge({ log, ledger: disk.rows, terms })
}

export function whyNotArmed({ app }: World): string | null {
  const link = app.view()?.links[0]
  if (link?.armed === true) return null
  return link?.problem ?? 'nothing is linked'
}
