/** The desk's standing for a person: one fact a line, each with its name in front. */
import type { ControlStatus, DeskStatus } from '../../contracts/control.ts'
import { isSeen, unseen } from '../../domain/words/unseen.ts'
import { count, counted, inR, minuteOf, money, timeLeft } from '../text.ts'

const NAME_WIDTH = 11

const NOT_LINKED = 'not known: no terminal is linked'

const fact = (name: string, text: string): string => `${name.padEnd(NAME_WIDTH)}${text}`

/** The first line is named, the others stand below it. */
const facts = (name: string, texts: readonly string[], none: string): readonly string[] =>
  texts.length === 0 ? [fact(name, none)] : texts.map((text, at) => fact(at === 0 ? name : '', text))

export function statusLines({ version, dataFolder, engine, linked, desk }: ControlStatus): readonly string[] {
  const house = [fact('BITTEN', `${version}, data ${dataFolder}`)]
  if (engine !== 'running') house.push(fact('Engine', engine))
  if (desk) return [...house, ...deskLines(desk)]
  return [...house, fact('Link', linked.length === 0 ? 'No terminal is linked.' : linked.join(', '))]
}

function deskLines(desk: DeskStatus): readonly string[] {
  const { kind, marketMs, account, campaign, links } = desk
  const market = `${(kind ?? 'none yet').toUpperCase()}${marketMs === null ? '' : `, ${minuteOf(marketMs)} UTC`}`
  return [
    fact('Account', account ? `${market}, ${balance(account)}` : market),
    ...facts('Link', desk.links.map(linkText), 'No terminal has been linked.'),
    fact('Selector', `${desk.selector}${desk.paused ? ", PAUSED: no new trades until 'bitten resume'" : ''}`),
    ...facts(
      'Guards',
      desk.guards.map(guard => `${guard.guard}: ${guard.text}`),
      noneOf(links),
    ),
    ...facts(
      'Positions',
      [...desk.positions.map(positionText), ...unseen(links, ({ terminal }) => terminal)],
      noneOf(links),
    ),
    ...facts('Orders', desk.orders.map(orderText), links.every(isSeen) ? noneOf(links) : 'none on record'),
    fact('Today', links.length === 0 ? NOT_LINKED : todayText(desk)),
    fact('Rank', `${campaign.rank}, ${count(campaign.xp)} XP, ${campaign.kind}`),
  ]
}

const noneOf = (links: DeskStatus['links']): string => (links.length === 0 ? NOT_LINKED : 'none')

function todayText({ today, marketMs, links }: DeskStatus): string {
  const { shots, shotsLimit, openTrades, openLimit, lossCents, lossLimitCents, openRiskCents } = today
  if (marketMs === null) return 'not known before the terminal has told its time'
  const losses = `${money(lossCents)}${lossLimitCents === null ? '' : ` of ${money(lossLimitCents)}`}`
  const byRecord = links.every(isSeen) ? '' : ', by the record'
  return `${shots} of ${counted(shotsLimit, 'shot')}, ${openTrades} of ${openLimit} open, loss ${losses}, open risk ${money(openRiskCents)}${byRecord}`
}

const balance = ({ currency, balanceCents, equityCents }: NonNullable<DeskStatus['account']>): string =>
  `balance ${money(balanceCents)} ${currency}, equity ${money(equityCents)}`

function linkText({ terminal, state, broker, kind, armed, problem, nextStep }: DeskStatus['links'][number]) {
  const standing = state === 'down' ? 'not linked' : armed ? 'armed' : 'not armed'
  const said = [problem, nextStep].filter(text => text !== null).join(' ')
  return `${terminal}: ${broker}, ${kind}, ${standing}${said === '' ? '' : `. ${said}`}`
}

export function positionText(position: DeskStatus['positions'][number]): string {
  const { terminal, position: ticket, symbol, side, lots, stop, r, netCents, external, lastSeenMs } = position
  const gain = `${money(netCents)}${r === null ? '' : ` (${inR(r)})`}`
  const whose = external ? ', not ours' : ''
  const seen = lastSeenMs === null ? '' : `, link lost, as of ${minuteOf(lastSeenMs)} UTC`
  return `${side} ${lots} ${symbol}, ${ticket} at ${terminal}, ${stop === null ? 'NO STOP' : `stop ${stop}`}, ${gain}${whose}${seen}`
}

export function orderText(order: DeskStatus['orders'][number]): string {
  const { order: id, terminal, symbol, side, lots, external, settle } = order
  const whose = external ? ', not ours' : ''
  const byHand = settle === null ? '' : `. To end it by hand: bitten settle ${id}`
  return `${side} ${lots.toFixed(2)} ${symbol}, ${standing(order)}, ${id} at ${terminal}${whose}${byHand}`
}

function standing({ state, text, waits }: DeskStatus['orders'][number]): string {
  const said = text === '' ? '' : `: ${text.replace(/\.$/, '')}`
  if (waits === null || state !== 'waiting') return `${state}${said}`
  return `waits at ${waits.price}, ${waits.leftMs === null ? 'until it is taken back' : `${timeLeft(waits.leftMs)} left`}${said}`
}
