/** The room as lines of text. It formats numbers that the engine made and makes none itself. */
import type { ClosedTrade } from '../../contracts/mission.ts'
import type { LinkView, MissionView, NoticeView, WarRoomView } from '../../contracts/views.ts'
import type { PositionView } from '../../contracts/open-trade-views.ts'
import { PAIRS } from '../../contracts/pairs.ts'
import { textFromPoints } from '../../domain/market/price.ts'
import { certainty, count, inR, minuteOf, money } from '../text.ts'
import type { KeyState } from './keys.ts'

export type RoomExtras = Readonly<{
  /** Newest first. */
  notices: readonly NoticeView[]
  keys: KeyState
  /** What became of the last key. */
  answer: string | null
  port: number
}>

const NOTICES_SHOWN = 3

export function drawRoom(view: WarRoomView | null, extras: RoomExtras): readonly string[] {
  const body =
    view === null
      ? ['The engine is starting …']
      : [
          ...headLines(view),
          '',
          ...linkLines(view, extras.port),
          '',
          ...priceLines(view),
          '',
          ...view.missions.flatMap(missionLines),
          ...view.positions.map(positionLine),
          ...view.closed.map(closedLine),
        ]
  const notices = extras.notices.slice(0, NOTICES_SHOWN).map(({ text }) => `! ${text}`)
  return [
    ...body,
    '',
    ...notices,
    ...(extras.answer === null ? [] : [`> ${extras.answer}`]),
    keyLine(view, extras.keys),
  ]
}

function headLines({ stake, marketMs, session, account, campaign, fire, links }: WarRoomView): string[] {
  const simulation = links.find(link => link.simulation !== null)?.simulation
  const pace = simulation === undefined || simulation === null ? '' : paceText(simulation)
  const time = marketMs === null ? 'no market time yet' : `${minuteOf(marketMs)} UTC, ${session}`
  const banner =
    stake === 'simulated' ? `*** TRAINING: simulated money, no broker ***  ${time}${pace}` : `BITTEN  ${time}`
  const balance =
    account === null
      ? 'no account yet'
      : `${money(account.balanceCents)} ${account.currency}, equity ${money(account.equityCents)}`
  const shots = marketMs === null ? '' : `, shots ${fire.shotsToday}/${fire.shotsLimit}`
  const limits = `${fire.selector}${fire.paused ? ' PAUSED' : ''}${shots}`
  return [banner, `${balance} · ${limits} · ${campaign.rank} ${count(campaign.xp)} XP`]
}

const paceText = ({ speed, paused }: { speed: number; paused: boolean }): string =>
  paused ? ', paused' : speed === 0 ? ', as fast as it goes' : `, ${speed}×`

function linkLines({ links, computer }: WarRoomView, port: number): string[] {
  const rows =
    links.length === 0 ? [`Waiting for a terminal on 127.0.0.1:${port} …`] : links.flatMap(linkRows)
  const isAlone = links.length === 0 && computer.problem !== null
  return isAlone ? [...rows, `  ${computer.problem}`, `  ${computer.nextStep}`] : rows
}

function linkRows(link: LinkView): string[] {
  return [
    `${link.terminal} at ${link.broker} is ${link.state}, beat ${ageText(link.beatAgeMs)}, data ${ageText(link.dataAgeMs)}${link.armed ? ', armed' : ''}`,
    ...[link.problem, link.nextStep].flatMap(text => (text === null ? [] : [`  ${text}`])),
    ...(link.cannot.length > 0 ? [`  Road ${link.road}: ${link.cannot.join(', ')}`] : []),
  ]
}

const ageText = (ms: number | null): string => (ms === null ? 'none' : `${(ms / 1000).toFixed(1)} s`)

function priceLines({ prices, regimes }: WarRoomView): string[] {
  return PAIRS.flatMap(pair => {
    const price = prices[pair]
    if (price === undefined) return []
    const regime = regimes[pair]
    const mood =
      regime === undefined || regime.regime === null
        ? (regime?.missing ?? '')
        : `${regime.regime}${regime.probability === null ? '' : ` ${Math.round(regime.probability * 100)} %`}`
    const spread = `${price.spreadPips.toFixed(1)} pips`.padStart(9)
    return [
      `${pair}  ${price.bid.padStart(9)}  ${price.ask.padStart(9)}  ${spread}  ${price.stale ? 'STALE ' : ''}${mood}`,
    ]
  })
}

function missionLines({ mission, state, leftMs, shot, denials }: MissionView): string[] {
  const price = (points: number) => textFromPoints(points, mission.digits)
  const sure = certainty(mission)
  const left = state === 'pending' ? `, ${Math.ceil(leftMs / 60_000)} min left` : ''
  const order =
    shot === null
      ? denials.join(' ')
      : `${shot.lots} lots, risk ${money(shot.riskCents)} (${shot.riskPct.toFixed(2)} %), reward ${money(shot.rewardCents)}`
  return [
    `${mission.drill ? 'DRILL' : 'MISSION'} ${state}  ${mission.pair} ${mission.side} ${price(mission.entry)}, ` +
      `stop ${price(mission.stop)}, target ${price(mission.target)}, ${sure}${left}`,
    ...(state === 'pending' ? [`        ${order}`] : []),
  ]
}

function positionLine(position: PositionView): string {
  const { symbol, side, lots, open, now, r, pips, netCents, external, lastSeenMs } = position
  const result = `${r === null ? '' : `${inR(r)}, `}${pips === null ? 'no price, ' : `${pips.toFixed(1)} pips, `}${money(netCents)}`
  return `OPEN    ${symbol} ${side} ${lots} from ${open}${now === null ? '' : ` now ${now}`}: ${result}${external ? ' (not ours)' : ''}${lastSeenMs === null ? '' : ` (link lost, as of ${minuteOf(lastSeenMs)})`}`
}

function closedLine({ pair, side, reason, r, netCents, closeMs, kind }: ClosedTrade): string {
  return `CLOSED  ${minuteOf(closeMs)} ${pair} ${side} by ${reason}: ${inR(r)}, ${money(netCents)} (${kind})`
}

function keyLine(view: WarRoomView | null, keys: KeyState): string {
  if (keys.is === 'idle') return 'f fire the first pending mission · q end'
  const asked = view?.missions.find(({ mission }) => mission.id === keys.mission)
  if (asked === undefined) return 'That mission is gone. Any key'
  const { pair, side } = asked.mission
  return `Fire ${pair} ${side}${asked.shot === null ? '' : `, ${asked.shot.lots} lots`}? y fires, anything else does not`
}
