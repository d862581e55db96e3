/** What is said of an alert, whoever says it: written as in a message, and made into words afterwards. */
import type { AlertKind } from '../../../contracts/alerts.ts'
import type { Mission } from '../../../contracts/mission.ts'
import { BADGES } from '../../../domain/campaign/badges.ts'
import { certainty } from '../../../domain/words/certainty.ts'
import { counted, inR, lotsWritten, xpText } from '../../../domain/words/figures.ts'
import { spanOf } from '../../../domain/words/times.ts'
import { gainText, marketTime, wallTime, type About, type FactOf } from '../../texts/alerts/alert-text.ts'
import { fillRows, orderRows, planRows, priceText, tradeRows } from '../../texts/alerts/levels.ts'
import type { Row } from '../../texts/parts.ts'
import { closeWords, guardName, kindWords, rankWords } from '../../texts/words.ts'

/** How it sounds: something to decide, something won, something wrong, or news. */
export type Mood = 'decide' | 'won' | 'wrong' | 'news'

export type Said = Readonly<{
  mood: Mood
  /** Sentences of ours, each whole. */
  facts: readonly string[]
  /** What others wrote: as many whole sentences of it as there is time for. */
  words?: string
}>

type Saying<K extends AlertKind> = (fact: FactOf<K>, about: About) => Said

/** A new kind of alert stops the build here. */
const SAYINGS: { readonly [K in AlertKind]: Saying<K> } = {
  mission: saidMission,
  fired: ({ course }, about) => ({
    mood: 'news',
    facts: [...headed((course.order?.waitsUntilMs ?? null) === null ? 'Fired' : 'Order placed', course.mission), ...spoken(orderRows(course, about))],
  }),
  filled: ({ course }, about) => ({
    mood: 'news',
    facts: [...headed('Filled', course.mission), ...spoken(fillRows(course, about))],
  }),
  moved: saidMoved,
  partial: ({ course, lots, leftLots, price, netCents }, about) => ({
    mood: 'news',
    facts: [
      ...headed('Partly closed', course.mission),
      ...spoken([['Money', gainText(netCents, about)], ['Price', price], ['Lots', lotsWritten(lots)], ['Left', lotsWritten(leftLots)]]),
    ],
  }),
  closed: ({ course, trade }, about) => ({
    mood: trade.r > 0 ? 'won' : 'news',
    facts: [
      `Closed: ${trade.pair}, ${sideOf(trade)}`,
      ...(course?.mission.drill ? [DRILL] : []),
      ...spoken(tradeRows(trade, about)),
      closeWords[trade.reason],
    ],
  }),
  expired: ({ course: { mission, why } }) => ({
    mood: 'news',
    facts: headed('Expired', mission),
    words: why ?? 'Nobody fired it.',
  }),
  denied: ({ course, denials }) => ({
    mood: 'wrong',
    facts: course === null ? ['Not fired'] : headed('Not fired', course.mission),
    words: denials.map(({ text }) => text).join(' '),
  }),
  trouble: ({ cleared, course, text }) => ({
    mood: cleared ? 'news' : 'wrong',
    facts: course === null ? [cleared ? 'Trouble is over' : 'Trouble'] : headed(cleared ? 'Trouble is over' : 'Trouble', course.mission),
    words: text,
  }),
  link: saidLink,
  guard: ({ guard, text, untilMs, ended }, about) => ({
    mood: ended === null ? 'wrong' : 'news',
    facts: [
      `Guard: ${guardName(guard)}${ended === null ? '' : ' is over'}`,
      ...(untilMs === null || ended !== null ? [] : [`Until ${marketTime(untilMs, about)}`]),
    ],
    words: ended ?? text,
  }),
  desk: ({ text }) => ({ mood: 'news', facts: ['Desk'], words: text }),
  drillReport: ({ text }) => ({ mood: 'news', facts: [], words: text }),
  sitrep: ({ text }) => ({ mood: 'news', facts: [], words: text }),
  badge: ({ badge, xp, account }) => ({
    mood: 'won',
    facts: [`Badge on the ${kindWords[account]} record: ${BADGES[badge].title}`, xpText(xp)],
  }),
  rank: ({ rank, before, xp, account }) => ({
    mood: 'won',
    facts: [`New rank on the ${kindWords[account]} record: ${rankWords[rank]}, before ${rankWords[before]}`, xpText(xp)],
  }),
} // prettier-ignore

export function saidOf<K extends AlertKind>(fact: FactOf<K>, about: About): Said {
  const saying: Saying<K> = SAYINGS[fact.kind as K]
  return saying(fact, about)
}

function saidMission({ course }: FactOf<'mission'>, about: About): Said {
  const { mission, stage, expiresMs, fill, trade } = course
  const name = mission.sniper ? 'Sniper ops' : mission.signal.replace('_', ' ')
  if (stage !== 'pending') {
    const rows =
      trade === null ? (fill === null ? orderRows : fillRows)(course, about) : tradeRows(trade, about)
    return { mood: 'news', facts: [...headed(`${name}, ${STAGES[stage]}`, mission), ...spoken(rows)] }
  }
  return {
    mood: 'decide',
    facts: [
      ...headed(name, mission),
      ...spoken(planRows(mission)),
      certainty(mission).replace(/^p /, 'Probability '),
      `Value ${inR(mission.expectedR)}`,
      `Pending until ${marketTime(expiresMs, about, mission.issuedMs)}`,
    ],
  }
}

const STAGES = {
  fired: 'fired',
  filled: 'filled',
  closed: 'closed',
  expired: 'expired',
  declined: 'declined',
  notFilled: 'not filled',
  unknown: 'unknown, it counts as open',
  settled: 'settled without a result',
} as const

function saidMoved({ course, stop, target, stopBefore }: FactOf<'moved'>): Said {
  if (course === null) return { mood: 'news', facts: ['Levels of a position were moved'] }
  const { mission } = course
  const level = (points: number | null) => (points === null ? 'none' : priceText(points, mission.digits))
  const before = stop === stopBefore ? '' : `, before ${level(stopBefore)}`
  return {
    mood: stop === null ? 'wrong' : 'news',
    facts: [...headed('Moved', mission), `Stop ${level(stop)}${before}`, `Target ${level(target)}`],
  }
}

function saidLink({ reason, lostMs, backMs, armed, times }: FactOf<'link'>, { nowMs }: About): Said {
  const often = times > 1 ? [`It went ${counted(times, 'time')}`] : []
  const lost = `Lost at ${wallTime(lostMs, nowMs)}`
  if (backMs === null) return { mood: 'wrong', facts: ['Link lost', lost, ...often], words: reason }
  const state = armed ? 'Armed again' : 'Not armed yet'
  return {
    mood: armed ? 'news' : 'wrong',
    facts: [`Link back after ${spanOf(backMs - lostMs)}`, lost, ...often, state],
    words: reason,
  }
}

const DRILL = 'Drill: practice, not advice'
const sideOf = ({ side }: Pick<Mission, 'side'>): string => (side === 'buy' ? 'long' : 'short')

const headed = (what: string, mission: Mission): readonly string[] => [
  `${what}: ${mission.pair}, ${sideOf(mission)}`,
  ...(mission.drill ? [DRILL] : []),
]

const LABELS: ReadonlyMap<string, string> = new Map([['R:R', 'Risk to reward']])

const spoken = (rows: readonly Row[]): readonly string[] =>
  rows.map(([label, figure, aside = '']) =>
    [`${LABELS.get(label) ?? label} ${figure}`, aside].filter(part => part !== '').join(', '),
  )
