import { textFromPoints } from '../../domain/market/price.ts'
import type { ReplayReport } from '../../ports/replay-report.ts'
import { count, counted, inR, minuteOf, money, tallyText } from '../text.ts'

/** The report for a person: what went in, what was found, what came of it. */
export function reportText(report: ReplayReport): readonly string[] {
  return [...dataLines(report), ...missionLines(report), ...tradeLines(report), ...summaryLines(report)]
}

function dataLines({ ticks, fromMs, toMs, bars, data }: ReplayReport): string[] {
  const span = fromMs === null || toMs === null ? '' : `, ${minuteOf(fromMs)} to ${minuteOf(toMs)} UTC`
  const dropped = Object.keys(data.dropped).length > 0 ? `, left out: ${tallyText(data.dropped)}` : ''
  return [
    `Data      ${counted(ticks, 'tick')}${span}${dropped}`,
    ...bars.map(({ pair, closed }) => `          ${pair} bars closed: ${tallyText(closed)}`),
    ...(data.gaps.length > 0
      ? [`          ${counted(data.gaps.length, 'silence')} of an hour or more in market hours`]
      : []),
  ]
}

function missionLines({ missions, refusals, refusedBy }: ReplayReport): string[] {
  const why = refusals.length > 0 ? `: ${tallyText(refusedBy)}` : ''
  return [
    `Missions  ${count(missions.length)} issued, ${count(refusals.length)} refused${why}`,
    ...missions.map(mission => {
      const price = (points: number) => textFromPoints(points, mission.digits)
      const { pair, side, entry, stop, target, confidence, drill } = mission
      const sure = `p ${confidence.p.toFixed(2)}${confidence.calibrated ? '' : ' UNCALIBRATED'}`
      return (
        `          ${minuteOf(mission.issuedMs)} ${pair} ${side} ${price(entry)} stop ${price(stop)} ` +
        `target ${price(target)} ${sure}${drill ? ' DRILL' : ''}`
      )
    }),
  ]
}

function tradeLines({ orders, trades, deniedBy }: ReplayReport): string[] {
  const states: Record<string, number> = {}
  for (const { state } of orders) states[state] = (states[state] ?? 0) + 1
  const denied = Object.keys(deniedBy).length > 0 ? `, shots denied: ${tallyText(deniedBy)}` : ''
  return [
    `Orders    ${count(orders.length)}${orders.length > 0 ? `: ${tallyText(states)}` : ''}${denied}`,
    ...trades.map(
      trade =>
        `          ${minuteOf(trade.closeMs)} ${trade.pair} ${trade.side} ${trade.lots} lots, ${trade.reason}, ` +
        `${inR(trade.r)}, ${money(trade.netCents)}, deals ${trade.dealIn} and ${trade.dealOut}`,
    ),
  ]
}

function summaryLines({ summary, events, hash }: ReplayReport): string[] {
  const { trades, wins, sumR, netCents, xp } = summary
  return [
    `Result    ${counted(trades, 'trade')}, ${count(wins)} won, ${inR(sumR)}, ${money(netCents)} (simulated), ${count(xp)} XP`,
    `Ledger    ${counted(events, 'event')}, hash ${hash}`,
  ]
}
